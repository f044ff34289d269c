"""One sentence for each refusal of what is put into the printer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.printing.described import Fault
from app.printing.refusals import CannotFold, FontUnusable, NoSuchLabel, UnknownStock
from app.printing.stock import StockUnusable

_FAULTS: Mapping[Fault, str] = {
    Fault.NOT_TOML: "it is no TOML. Write it anew after one of the others (stocks --export).",
    Fault.MISSING: "“{key}” is missing. Add it.",
    Fault.NOT_KNOWN: "nothing is known of its “{key}”. Correct it after one of the others.",
    Fault.WRONG_TYPE: "“{key}” is not written as it should be. Correct it after one of the others.",
    Fault.TOO_SMALL: "“{key}” is too small. {small}",
    Fault.TOO_LARGE: "“{key}” is too large. Give it in millimetres.",
    Fault.OFF_THE_PAGE: (
        "its labels leave the page. Correct “corner”, “pitch”, “columns” or “rows”, or the “page”."
    ),
    Fault.BAD_NAME: (
        "its name can't be a stock's. Call it by at most 40 letters, digits, dots, hyphens and "
        "underscores, without a space."
    ),
    Fault.NAME_TAKEN: "a stock of the program has this name. Give the file another one.",
    Fault.UNREADABLE: "it can't be read. Look whether it is there, and whether it is a file.",
}
_SMALL: Mapping[str, str] = {
    "label": "A label must hold its layout. Choose a smaller layout.",
    "pitch": "Labels would lie over one another: it is at least as large as a label.",
    "columns": "There is at least one.",
    "rows": "There is at least one.",
}


def unusable_words(refusal: StockUnusable) -> str:
    """Say what is wrong with a stock's file, and what to do."""
    said = _FAULTS[refusal.fault].format(key=refusal.key, small=_SMALL.get(refusal.key, ""))
    line = f", line {refusal.line}" if refusal.line else ""
    return f"{refusal.file}{line}: {said}"


STOCK_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    CannotFold: lambda e: (
        f"Sheets of “{e.stock}” can't be folded so that each back stands behind its front. Choose "
        "a stock of two columns, or print on both sides (--back)."
    ),
    FontUnusable: lambda e: (
        f"The font {e.file} is missing or damaged, so nothing was printed. Install Matchdesk anew."
    ),
    NoSuchLabel: lambda e: (
        f"A sheet of “{e.stock}” has the labels 1 to {e.labels}, and no label {e.label}. "
        "Count them row by row from the upper left, and say the first that is left (--from-label)."
        if e.labels > 1
        else f"“{e.stock}” has one label: every sheet is whole. Leave --from-label out."
    ),
    StockUnusable: unusable_words,
    UnknownStock: lambda e: f"There is no stock “{e.stock}”. There are {', '.join(e.known)}.",
}
