"""What a paper is made of, whatever it is. What each page looks like, its own module knows.

Importing this loads Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from babel.dates import format_datetime

from app.journal.deeds import Deed
from app.printing.refusals import Unprintable
from app.printing.stock import Size

if TYPE_CHECKING:
    from app.printing.paper import Paper


@dataclass(frozen=True, slots=True)
class Folio:
    """Which page of its part a page is."""

    number: int
    of: int

    @property
    def words(self) -> str:
        """Say it."""
        return f"Page {self.number} of {self.of}"

    @property
    def words_if_several(self) -> str:
        """Say it, or nothing of a page that stands alone."""
        return self.words if self.of > 1 else ""


Draw = Callable[["Paper", Folio], None]
"""Draws one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, as in ``DrawnPart``; they hold so many ``items``."""

    pages: Sequence[Draw]
    deeds: tuple[Deed, ...] = ()
    version: int = 0
    items: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """Papers that come out together. ``parts`` may be made while they are drawn.

    Where there is ``drawn_at``, a time at the venue, the foot of each page says the ``title``,
    the version, this time and which page it is. Else the pages say so themselves. ``logo`` is a
    PNG that they may show; blank where there is none.
    """

    title: str
    page: Size
    items: int
    parts: Iterable[Part]
    unprintable: tuple[Unprintable, ...] = ()
    mono: bool = False
    drawn_at: datetime | None = None
    logo: bytes = field(default=b"", repr=False)


def edition_words(version: int, drawn_at: datetime) -> str:
    """Name a version, if it has a number, and when it was drawn; a time at the venue."""
    when = format_datetime(drawn_at, "d MMM HH:mm", locale="en")
    return f"Version {version}, {when}" if version else f"Printed {when}"
