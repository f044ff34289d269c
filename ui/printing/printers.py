"""The printers of this computer, and where badges went last."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from app.printing.refusals import PrinterRefused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class Way:
    """Where badges went last: to a ``printer``, or ``into_file``."""

    printer: str = ""
    into_file: bool = False

    @classmethod
    def read(cls, written: str) -> Way:
        """Read what ``written`` gave; anything else is passed over."""
        try:
            said = json.loads(written)
            way = cls(str(said["printer"]), bool(said["into_file"]))
        except (ValueError, TypeError, KeyError):
            way = cls()
        return way

    @property
    def written(self) -> str:
        """Give it as a text, for the desk's settings."""
        return json.dumps(asdict(self), ensure_ascii=False)


class Printers:
    """Asks the system. It may ask the network in turn: never on the window's thread."""

    def names(self) -> tuple[str, ...]:
        """Give the names of all printers."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415

        return tuple(QPrinterInfo.availablePrinterNames())

    def usual(self) -> QPrinter:
        """Give the system's usual printer, for its dialog to start with."""
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

        return QPrinter(QPrinter.PrinterMode.HighResolution)

    def named(self, name: str) -> QPrinter:
        """Give a printer by its name.

        Raises:
            PrinterRefused: It is no longer there.
        """
        if name not in self.names():
            raise PrinterRefused(name)
        printer = self.usual()
        printer.setPrinterName(name)
        return printer
