"""Stocks that somebody described for this desk, beside those that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.files import make_folder, written_whole
from app.places import stocks_folder
from app.printing.described import Fault
from app.printing.refusals import UnknownStock
from app.printing.stock import BUNDLED, Stock, StockUnusable, read_stock, stocks

_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be printed on, by name, those of the program first, and which files are no use."""

    known: Mapping[str, Stock]
    unusable: tuple[StockUnusable, ...] = ()

    def named(self, name: str) -> Stock:
        """Give a stock.

        Raises:
            UnknownStock: There is none of this name.
            StockUnusable: There is, but its file is wrong.
        """
        for refusal in self.unusable:
            if refusal.stock == name and name not in self.known:
                raise refusal
        if name not in self.known:
            raise UnknownStock(name, tuple(self.known))
        return self.known[name]


def offered_stocks() -> Offered:
    """Read the stocks of the program and of this desk."""
    usual = stocks()
    own: dict[str, Stock] = {}
    unusable: list[StockUnusable] = []
    for file in sorted(stocks_folder().glob(f"*{_SUFFIX}")):
        try:
            own[file.stem] = _read(file, usual)
        except StockUnusable as refusal:
            unusable.append(refusal)
    return Offered({**usual, **own}, tuple(unusable))


def import_stock(file: Path) -> Stock:
    """Keep a described stock for this desk, in place of its own one of this name.

    Raises:
        StockUnusable: The file is wrong. Nothing was kept.
        FileNotWritten: The system did not let us.
    """
    stock = _read(file, stocks())
    kept = stocks_folder() / f"{stock.name}{_SUFFIX}"
    make_folder(kept.parent)
    content = file.read_bytes()
    with written_whole(kept) as stream:
        stream.write(content)
    return stock


def export_stock(name: str, file: Path) -> Stock:
    """Write the description of a stock, as one to change.

    Raises:
        UnknownStock, StockUnusable: As for ``Offered.named``.
        FileNotWritten: The system did not let us.
    """
    stock = offered_stocks().named(name)
    folder = BUNDLED if name in stocks() else stocks_folder()
    content = (folder / f"{name}{_SUFFIX}").read_bytes()
    with written_whole(file) as stream:
        stream.write(content)
    return stock


def _read(file: Path, usual: Mapping[str, Stock]) -> Stock:
    if file.stem in usual:
        raise StockUnusable(file, file.stem, "", Fault.NAME_TAKEN)
    return read_stock(file)
