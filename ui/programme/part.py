"""What the page of the programme is put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.journal.journal import Changes
from ui.common.day_part import DayPart, PartOffer


class ProgrammePart(Protocol):
    """What the page asks of a part; ``DayPart`` is a widget that can be begun with."""

    def show_day(self, day: date) -> None: ...
    def begin(self) -> None: ...
    def learn(self, changes: Changes) -> None: ...
    def take_scan(self, text: str, /) -> bool: ...
    def offers(self) -> Sequence[PartOffer]: ...


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part: its key, its word and icon, and what makes it once it is needed.

    ``also`` are words by which the command box finds it as well.
    """

    key: str
    title: str
    icon: str
    make: Callable[[], DayPart]
    also: str = ""
