"""What the Print page needs of ``app.printing`` and ``app.printers``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.printing.stock import Stock
from app.settings import Settings
from ui.papers.kinds import PaperKind
from ui.printing.services import PrinterCalls, Queue


@dataclass(frozen=True, slots=True)
class PrintServices:
    """The papers of an event, the printers, and the desk's ``queue``.

    ``trial`` is the test page of a stock, ``import_stock`` keeps one that is described in a file.
    What is called here reads the disk: never on the window's thread.
    """

    kinds: Sequence[PaperKind]
    trial: PaperKind
    printers: PrinterCalls
    queue: Callable[[], Queue]
    settings: Callable[[], Settings]
    import_stock: Callable[[Path], Stock]
