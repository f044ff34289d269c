"""What is put into the printer: sheets and labels, in millimetres, from ``resources/stocks``."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from app.errors import DeskError
from app.printing.layouts import LAYOUTS

BUNDLED = Path(__file__).parents[2] / "resources" / "stocks"
# A hair that no printer can place: it forgives the rounding of sums.
_TOLERANCE_MM = 0.01
_LONGEST_MM = 2_000
# Settings and commands write names between spaces.
_NAME = re.compile(r"\w[\w.-]{0,39}")


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


class Fault(StrEnum):
    """What is wrong with an entry of a stock file."""

    NOT_TOML = "not_toml"
    MISSING = "missing"
    NOT_KNOWN = "not_known"
    WRONG_TYPE = "wrong_type"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OFF_THE_PAGE = "off_the_page"
    BAD_NAME = "bad_name"
    NAME_TAKEN = "name_taken"
    UNREADABLE = "unreadable"


@dataclass(eq=False)
class StockUnusable(DeskError):
    """Nothing can be printed on this stock as its file describes it. ``key`` may be blank."""

    file: Path
    stock: str
    key: str
    fault: Fault


def stocks() -> Mapping[str, Stock]:
    """Give the stocks that come with the program, by name.

    Raises:
        StockUnusable: As for ``read_stock``.
    """
    read = (read_stock(file) for file in sorted(BUNDLED.glob("*.toml")))
    return MappingProxyType({stock.name: stock for stock in read})


def read_stock(file: Path) -> Stock:
    """Read one stock; its name is that of the file.

    Raises:
        StockUnusable: The file can't be read, is no TOML, lacks an entry or has a strange one, or
            its labels overlap, leave the page or are too small for their layout.
    """
    name = file.stem
    if _NAME.fullmatch(name) is None:
        raise StockUnusable(file, name, "", Fault.BAD_NAME)
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise StockUnusable(file, name, "", Fault.UNREADABLE) from error
    # Entries within entries beyond counting are no TOML for us either.
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StockUnusable(file, name, "", Fault.NOT_TOML) from error
    stock = _stock(file, entries)
    for key, fault in _faults(stock):
        raise StockUnusable(file, name, key, fault)
    return stock


def _stock(file: Path, entries: Mapping[str, Any]) -> Stock:
    name = file.stem
    for key in sorted(entries.keys() - _READERS.keys()):
        raise StockUnusable(file, name, key, Fault.NOT_KNOWN)
    values: dict[str, Any] = {}
    for key, read in _READERS.items():
        if key not in entries:
            raise StockUnusable(file, name, key, Fault.MISSING)
        try:
            values[key] = read(entries[key])
        except TypeError as error:
            raise StockUnusable(file, name, key, Fault.WRONG_TYPE) from error
        except OverflowError as error:
            raise StockUnusable(file, name, key, Fault.TOO_LARGE) from error
    return Stock(name=name, **values)


def _faults(stock: Stock) -> Iterator[tuple[str, Fault]]:
    layout = LAYOUTS.get(stock.layout)
    if layout is None:
        yield "layout", Fault.NOT_KNOWN
        return
    design = Size(layout.width, layout.height)
    if max(stock.page) > _LONGEST_MM:
        yield "page", Fault.TOO_LARGE
    if not _holds(stock.label, design):
        yield "label", Fault.TOO_SMALL
    for key, count in (("columns", stock.columns), ("rows", stock.rows)):
        if count < 1:
            yield key, Fault.TOO_SMALL
    if not _holds(stock.pitch, stock.label):
        yield "pitch", Fault.TOO_SMALL
    end = Size(
        stock.corner.x + (stock.columns - 1) * stock.pitch.width + stock.label.width,
        stock.corner.y + (stock.rows - 1) * stock.pitch.height + stock.label.height,
    )
    if min(stock.corner) < 0 or not _holds(stock.page, end):
        yield "corner", Fault.OFF_THE_PAGE


def _is_within(at: float, side: float) -> bool:
    return _TOLERANCE_MM < at < side - _TOLERANCE_MM


def _holds(outer: Size, inner: Size) -> bool:
    return all(a + _TOLERANCE_MM >= b for a, b in zip(outer, inner, strict=True))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if isinstance(value, float) and math.isfinite(value):
        return value
    return float(_count(value))


def _size(value: object) -> Size:
    return Size(*_pair(value))


def _spot(value: object) -> Spot:
    return Spot(*_pair(value))


def _pair(value: object) -> tuple[float, float]:
    match value:
        case [first, second]:
            return _number(first), _number(second)
        case _:
            raise TypeError(value)


_READERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "layout": _text,
        "page": _size,
        "label": _size,
        "columns": _count,
        "rows": _count,
        "pitch": _size,
        "corner": _spot,
        "cut_marks": _flag,
        "hole": _flag,
        "mono": _flag,
    }
)
