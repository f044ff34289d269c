"""What is put into the printer: sheets and labels, in millimetres, from ``resources/stocks``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from app.errors import DeskError
from app.printing.described import (
    LONGEST_MM,
    TOLERANCE_MM,
    Entries,
    Fault,
    Flaw,
    count,
    flag,
    pair,
    read_described,
    text,
)
from app.printing.templates.reading import templates
from app.printing.templates.template import Template

BUNDLED = Path(__file__).parents[2] / "resources" / "stocks"


class Size(NamedTuple):
    """Across and down."""

    width: float
    height: float

    @property
    def words(self) -> str:
        """Say it to the tenth of a millimetre."""
        return f"{round(self.width, 1):g} × {round(self.height, 1):g}"


class Spot(NamedTuple):
    """From the upper left corner of the sheet, downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet and the labels on it.

    ``pitch`` is the way from one label to the next, ``corner`` the upper left one of the
    first. ``hole`` shows where a slot is punched; ``mono`` is for printers that know only
    black.
    """

    name: str
    layout: str
    page: Size
    label: Size
    columns: int
    rows: int
    pitch: Size
    corner: Spot
    cut_marks: bool
    hole: bool
    mono: bool

    @property
    def labels(self) -> int:
        """How many fit on a sheet."""
        return self.columns * self.rows

    def spots(self) -> Iterator[Spot]:
        """Give the upper left corners of a sheet's labels, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield Spot(
                    self.corner.x + column * self.pitch.width,
                    self.corner.y + row * self.pitch.height,
                )

    def cuts(self) -> Iterator[tuple[Spot, Spot]]:
        """Give the ends of the cuts, from edge to edge of the sheet: half-way between labels."""
        gap = self.pitch.width - self.label.width
        for column in range(self.columns + 1):
            x = self.corner.x + column * self.pitch.width - gap / 2
            if _is_within(x, self.page.width):
                yield Spot(x, 0), Spot(x, self.page.height)
        gap = self.pitch.height - self.label.height
        for row in range(self.rows + 1):
            y = self.corner.y + row * self.pitch.height - gap / 2
            if _is_within(y, self.page.height):
                yield Spot(0, y), Spot(self.page.width, y)


@dataclass(eq=False)
class StockUnusable(DeskError):
    """Nothing can be printed on this stock as its file describes it.

    ``key`` may be blank, and ``line`` 0: then it is the file as a whole.
    """

    file: Path
    stock: str
    key: str
    fault: Fault
    line: int = 0


def stocks() -> Mapping[str, Stock]:
    """Give the stocks that come with the program, by name.

    Raises:
        StockUnusable: As for ``read_stock``.
    """
    usual = templates()
    read = (read_stock(file, usual) for file in sorted(BUNDLED.glob("*.toml")))
    return MappingProxyType({stock.name: stock for stock in read})


def read_stock(file: Path, layouts: Mapping[str, Template] | None = None) -> Stock:
    """Read one stock; its name is that of the file, its layout one of those that are known.

    Raises:
        StockUnusable: The file can't be read, is no TOML, lacks an entry or has a strange one, or
            its labels overlap, leave the page or are too small for their layout.
    """
    known = templates() if layouts is None else layouts
    try:
        return read_described(file, partial(_stock, known))
    except Flaw as flaw:
        raise StockUnusable(file, file.stem, flaw.key, flaw.fault, flaw.line) from flaw


def _stock(layouts: Mapping[str, Template], name: str, entries: Entries) -> Stock:
    entries.only(_READERS)
    values: dict[str, Any] = {key: entries.needed(key, read) for key, read in _READERS.items()}
    stock = Stock(name=name, **values)
    for key, fault in _faults(stock, layouts):
        raise Flaw(fault, (key,))
    return stock


def _faults(stock: Stock, layouts: Mapping[str, Template]) -> Iterator[tuple[str, Fault]]:
    layout = layouts.get(stock.layout)
    if layout is None:
        yield "layout", Fault.NOT_KNOWN
        return
    if max(stock.page) > LONGEST_MM:
        yield "page", Fault.TOO_LARGE
    if not holds(stock.label, Size(layout.width, layout.height)):
        yield "label", Fault.TOO_SMALL
    for key, many in (("columns", stock.columns), ("rows", stock.rows)):
        if many < 1:
            yield key, Fault.TOO_SMALL
    if not holds(stock.pitch, stock.label):
        yield "pitch", Fault.TOO_SMALL
    end = Size(
        stock.corner.x + (stock.columns - 1) * stock.pitch.width + stock.label.width,
        stock.corner.y + (stock.rows - 1) * stock.pitch.height + stock.label.height,
    )
    if min(stock.corner) < 0 or not holds(stock.page, end):
        yield "corner", Fault.OFF_THE_PAGE


def _is_within(at: float, side: float) -> bool:
    return TOLERANCE_MM < at < side - TOLERANCE_MM


def holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    """Tell whether one size goes into another, but for a hair."""
    return all(a + TOLERANCE_MM >= b for a, b in zip(outer, inner, strict=True))


def _size(value: object) -> Size:
    return Size(*pair(value))


def _spot(value: object) -> Spot:
    return Spot(*pair(value))


_READERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "layout": text,
        "page": _size,
        "label": _size,
        "columns": count,
        "rows": count,
        "pitch": _size,
        "corner": _spot,
        "cut_marks": flag,
        "hole": flag,
        "mono": flag,
    }
)
