"""What the Print page needs of ``app.printers``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.settings import Settings
from ui.papers.kinds import PaperKind
from ui.printing.services import PrinterCalls, Queue


@dataclass(frozen=True, slots=True)
class PrintServices:
    """The papers of an event, the printers, and the desk's ``queue``.

    ``queue`` and ``settings`` read the disk: they are never called on the window's thread.
    """

    kinds: Sequence[PaperKind]
    printers: PrinterCalls
    queue: Callable[[], Queue]
    settings: Callable[[], Settings]
