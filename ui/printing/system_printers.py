"""The print service of this system: the one place that knows which it is."""

from __future__ import annotations

import sys

from app.places import prints_folder
from app.printers.cups import CupsPrinters
from app.printers.job_book import JobBook
from app.printers.port import Printers


def system_printers() -> Printers:
    """Give the printers of this computer. Called on the window's thread."""
    if sys.platform == "win32":
        from ui.printing.qt_printers import QtPrinters  # noqa: PLC0415 - loads Qt's printing

        return QtPrinters(JobBook(prints_folder() / "jobs"))
    return CupsPrinters()
