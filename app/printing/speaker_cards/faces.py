"""Cards for speakers as they will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeakerFace:
    """A card: in front who it is, behind when they speak, how long, and after and before whom."""

    name: str
    organisation: str
    delegation: str
    turn: str
    time: str
    day: str
    minutes: str
    before: str
    after: str
    edition: str
