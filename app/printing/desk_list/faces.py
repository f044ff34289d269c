"""The desk list as it will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.printing.alphabet import LetterFace


@dataclass(frozen=True, slots=True)
class PersonFace:
    """Somebody to tick. ``badge_at`` is where their printed badge lies; blank: in no box."""

    name: str
    number: str
    organisation: str
    delegation: str
    badge_at: str
    is_here: bool


Row = LetterFace | PersonFace
