"""What was drawn and is not on paper yet. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.journal.deeds import Deed
from app.printing.refusals import Unprintable


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """What belongs together: one delegate's schedule, a sheet of badges.

    ``deeds`` are to be noted once its ``pages`` are on paper. ``version`` is 0 where there is none.
    """

    pages: int
    deeds: tuple[Deed, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Papers as they would come out, none of them on paper yet; ``items`` are badges or slips.

    What is ``unprintable`` was left out, or a badge number stands in its place.
    """

    pdf: bytes = field(repr=False)
    items: int
    parts: tuple[DrawnPart, ...]
    unprintable: tuple[Unprintable, ...] = ()

    @property
    def pages(self) -> int:
        """Give how many pages they are."""
        return sum(part.pages for part in self.parts)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Give what is to be noted once all is on paper, in the order of the pages."""
        return tuple(deed for part in self.parts for deed in part.deeds)


@dataclass(frozen=True, slots=True)
class Preview:
    """A part of what would come out, and how much it would be; ``at`` says which of all ``parts``.

    Parts are those of ``Drawn``, counted from 0.
    """

    pdf: bytes = field(repr=False)
    pages: int
    items: int
    unprintable: tuple[Unprintable, ...]
    parts: int = 1
    at: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many papers are new, changed since they were printed, and how many there are."""

    new: int
    changed: int
    every: int
