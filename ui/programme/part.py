"""What the page of the programme is put together from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.common.day_part import DayPart


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
