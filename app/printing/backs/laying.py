"""Where backs stand on sheets, so that each is behind its front.

Sheets are printed on both sides and turned over along their long edge; or folded, with the back
to the right of the front. Importing this loads ReportLab.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from app.printing.backs.drawing import BackDrawing
from app.printing.colour import Colour
from app.printing.deeds import SchedulePrinted
from app.printing.document import Document, Folio, Part
from app.printing.paper import Paper
from app.printing.refusals import CannotFold
from app.printing.schedules.faces import ScheduleFace
from app.printing.stock import Size, Spot, Stock
from app.printing.wishes import Back, Wish

_CUT_LINE = Colour.parse("#858E9C")


@dataclass(frozen=True, slots=True)
class BackSide:
    """What stands on a back, and what notes it once it is on paper; a specimen is not noted."""

    face: ScheduleFace
    deed: SchedulePrinted | None = None


Backs = Sequence[BackSide | None]
"""In the order of the badges; nothing where a back stays empty."""


def stock_of_fronts(stock: Stock, back: Back) -> Stock:
    """Give the places that fronts have on a stock; of folded sheets, every other column.

    Raises:
        CannotFold: It has no column for the backs.
    """
    if back is not Back.FOLDED:
        return stock
    if stock.columns % 2:
        raise CannotFold(stock.name)
    pitch = Size(stock.pitch.width * 2, stock.pitch.height)
    return replace(stock, columns=stock.columns // 2, pitch=pitch, cut_marks=False)


def with_backs(document: Document, backs: Backs, stock: Stock, wish: Wish) -> Document:
    """Add the backs to a document of badges that was laid out on the ``stock_of_fronts``."""
    laying = _Laying(stock, stock_of_fronts(stock, wish.back), BackDrawing(*stock.label))
    add = laying.beside if wish.back is Back.FOLDED else laying.behind

    def parts() -> Iterator[Part]:
        done, ahead = 0, wish.from_label - 1
        for part in document.parts:
            of_part = backs[done : done + part.items]
            deeds = (each.deed for each in of_part if each and each.deed)
            yield add(replace(part, deeds=(*part.deeds, *deeds)), of_part, ahead)
            done, ahead = done + part.items, 0

    return replace(document, parts=parts())


@dataclass(frozen=True, slots=True)
class _Laying:
    stock: Stock
    fronts: Stock
    drawing: BackDrawing

    def behind(self, part: Part, backs: Backs, used: int) -> Part:
        return replace(part, pages=(*part.pages, partial(self._page_behind, backs, used)))

    def beside(self, part: Part, backs: Backs, used: int) -> Part:
        (front,) = part.pages

        def draw(paper: Paper, folio: Folio) -> None:
            front(paper, folio)
            self._page_beside(paper, backs, used)

        return replace(part, pages=(draw,))

    def _page_behind(self, backs: Backs, used: int, paper: Paper, _folio: Folio) -> None:
        label, page = self.stock.label, self.stock.page
        # A page that lies is turned over along its upper edge: then up is down behind it.
        lies = page.width > page.height
        with paper.upside_down() if lies else nullcontext():
            for back, spot in self._with_spots(backs, used):
                mirrored = Spot(page.width - spot.x - label.width, spot.y)
                self.drawing.draw(paper, back, mirrored)

    def _page_beside(self, paper: Paper, backs: Backs, used: int) -> None:
        for back, spot in self._with_spots(backs, used):
            self.drawing.draw(paper, back, Spot(spot.x + self.stock.pitch.width, spot.y))
        if self.stock.cut_marks:
            for start, end in self.stock.cuts():
                paper.cut(start, end, _CUT_LINE)

    def _with_spots(self, backs: Backs, used: int) -> Iterator[tuple[ScheduleFace, Spot]]:
        spots = islice(self.fronts.spots(), used, None)
        for back, spot in zip(backs, spots, strict=False):
            if back is not None:
                yield back.face, spot
