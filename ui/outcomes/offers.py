"""What can be done with what came of all meetings: exported, reported, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Offer:
    """A button below “Export”, and a command. ``run`` gets the day that the page shows.

    ``also`` are words by which the command box finds it as well.
    """

    words: str
    icon: str
    run: Callable[[date], object]
    key: str = ""
    also: str = ""
