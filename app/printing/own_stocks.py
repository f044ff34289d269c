"""Stocks that somebody described for this desk, beside those that come with the program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.places import stocks_folder
from app.printing.described import Fault
from app.printing.refusals import UnknownStock
from app.printing.shelf import Offered, Shelf
from app.printing.stock import BUNDLED, Stock, StockUnusable, read_stock, stocks
from app.printing.templates.own import offered_templates


def offered_stocks() -> Offered[Stock, StockUnusable]:
    """Read the stocks of the program and of this desk."""
    return _shelf().offered()


def import_stock(file: Path) -> Stock:
    """Keep a described stock for this desk, in place of its own one of this name.

    Raises:
        StockUnusable: The file is wrong. Nothing was kept.
        FileNotWritten: The system did not let us.
    """
    return _shelf().keep(file)


def export_stock(name: str, file: Path) -> Stock:
    """Write the description of a stock, as one to change.

    Raises:
        UnknownStock: There is none of this name.
        StockUnusable: There is, but its file is wrong.
        FileNotWritten: The system did not let us.
    """
    return _shelf().hand_out(name, file)


def _shelf() -> Shelf[Stock, StockUnusable]:
    return Shelf(
        BUNDLED,
        stocks_folder(),
        stocks(),
        partial(read_stock, layouts=offered_templates().known),
        StockUnusable,
        _refused,
        UnknownStock,
    )


def _refused(file: Path, fault: Fault) -> StockUnusable:
    return StockUnusable(file, file.stem, "", fault)
