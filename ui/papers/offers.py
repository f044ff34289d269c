"""What papers are printed on, in words: sheets, rolls, and the stocks of badges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.printing.stock import Size
from ui.common.files import FileKind
from ui.papers.kinds import Offer, PaperStock
from ui.printing.words import STOCK_WORDS, stock_words

if TYPE_CHECKING:
    from app.printing.stock import Stock

PDF = FileKind("papers", ("PDF (*.pdf)",))
_NAMED: Mapping[tuple[int, int], str] = {(210, 297): "A4", (216, 279): "Letter"}
A3, A4, A5 = Size(297, 420), Size(210, 297), Size(148, 210)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper that is printed whole, or cut into so many ``labels``."""

    page: Size
    labels: int = 1


def across(size: Size) -> Size:
    """Give a paper that lies on its long side."""
    return Size(size.height, size.width)


def sheet(name: str, title: str, note: str, page: Size, icon: str = "") -> PaperStock:
    """Offer a paper."""
    way = "rectangle-vertical" if page.height > page.width else "rectangle-horizontal"
    icon = icon or way
    return PaperStock(name, title, note, icon, Sheet(page))


def to_cut(stock: PaperStock) -> PaperStock:
    """Offer a paper that is cut apart, along marks."""
    return replace(stock, is_cut=True)


def only(*stocks: PaperStock) -> Callable[[], Offer]:
    """Offer these, and nothing else."""
    offer = Offer(stocks)
    return lambda: offer


def badge_stocks() -> Offer:
    """Read what badges may be printed on: the stocks of the program, then those of this desk."""
    from app.printing.own_stocks import offered_stocks  # noqa: PLC0415 - it loads what it reads

    offered = offered_stocks()
    usual = list(STOCK_WORDS)
    names = sorted(offered.known, key=lambda name: usual.index(name) if name in usual else 99)
    stocks = tuple(badge_stock(offered.known[name]) for name in names)
    return Offer(stocks, tuple(offered.unusable.values()))


def badge_stock(stock: Stock) -> PaperStock:
    """Offer a stock of badges."""
    wide, high = stock.page
    size = _NAMED.get((round(wide), round(high)), f"{stock.page.words} mm")
    note = f"{size}, {stock.labels} on a sheet" if stock.labels > 1 else size
    icon = "scroll-text" if stock.mono else "grid-2x2" if stock.labels > 1 else "rectangle-vertical"
    labels = stock if stock.labels > 1 else None
    title, _, more = stock_words(stock.name).partition(", ")
    # How many are on a sheet is said below.
    title = f"{title}, {more}" if title == "A4" else title
    return PaperStock(stock.name, title, note, icon, stock, stock.cut_marks, labels)
