"""What the Print page reads and draws before anything is printed, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.printing.drawn import Preview
from app.progress import Cancelled, Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.papers.bringing import Order
from ui.papers.kinds import Offer, PaperKind
from ui.papers.meant import Meant, Narrowed
from ui.printing.preview import SHARPNESS
from ui.printing.sheets import Leaf, leaf

LAST = -1


@dataclass(frozen=True, slots=True)
class Place:
    """Which part of what would come out, and which page of that, from 0; or the ``LAST`` page."""

    part: int = 0
    page: int = 0


FIRST = Place()


@dataclass(frozen=True, slots=True)
class Found:
    """Who may have papers of a kind, and what they may be printed on."""

    recipients: Meant
    offer: Offer


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as it would come out, of a part."""

    preview: Preview
    leaf: Leaf

    @property
    def place(self) -> Place:
        """Say which it is."""
        return Place(self.preview.at, self.leaf.page)

    @property
    def next(self) -> Place | None:
        """Give the place after it, if there is one."""
        if self.leaf.page + 1 < self.leaf.pages:
            return Place(self.preview.at, self.leaf.page + 1)
        return Place(self.preview.at + 1) if self.preview.at + 1 < self.preview.parts else None

    @property
    def previous(self) -> Place | None:
        """Give the place before it, if there is one."""
        if self.leaf.page:
            return Place(self.preview.at, self.leaf.page - 1)
        return Place(self.preview.at - 1, LAST) if self.preview.at else None


class Looking(QObject):
    """Reads and draws off the window's thread. What nobody waits for any more is passed over."""

    found = Signal(object)
    """Who may have the paper that was asked about last; carries a ``Found``."""
    seen = Signal(object, object)
    """A page of this ``Order``, as a ``Sight``."""
    refused = Signal(object)

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._reads = tools.reads
        self._view = Quiet(self)
        self._read = self._looked = 0
        self._kept: tuple[Any, Preview] | None = None
        self._view.refused.connect(self.refused)

    def read(self, kind: PaperKind, day: date | None, narrowed: Narrowed) -> None:
        """Read who may have a paper of a kind on a day, and what it may be printed on.

        They are counted at once for what is looked at now.
        """
        self._read += 1
        mine = self._read
        self.stop()

        def work(_report: Report) -> Found:
            self._pass_over(lambda: mine != self._read)
            return Found(Meant(kind.recipients(day), kind.who, narrowed), kind.offer())

        def tell(found: Found) -> None:
            if mine == self._read:
                self.found.emit(found)

        self._reads.run(work, view=self._view, then=tell)

    def stop(self) -> None:
        """Draw nothing any more that was asked for."""
        self._looked += 1
        self._kept = None

    def look(self, order: Order, place: Place) -> None:
        """Draw a page of what is ordered."""
        self._looked += 1
        mine = self._looked
        if place == FIRST:
            self._kept = None
        kept = self._kept

        def work(_report: Report) -> Sight:
            self._pass_over(lambda: mine != self._looked)
            if kept is not None and kept[0] == order.wish and kept[1].at == place.part:
                preview = kept[1]
            else:
                preview = order.kind.office.preview(order.wish, place.part)
            return Sight(preview, leaf(preview.pdf, place.page, SHARPNESS))

        def tell(sight: Sight) -> None:
            if mine == self._looked:
                self._kept = order.wish, sight.preview
                self.seen.emit(order, sight)

        self._reads.run(work, view=self._view, then=tell)

    def _pass_over(self, is_old: Callable[[], bool]) -> None:
        if is_old():
            raise Cancelled
