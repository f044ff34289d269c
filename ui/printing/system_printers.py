"""The print service of this system: the one place that knows which it is."""

from __future__ import annotations

from app.printers.cups import CupsPrinters
from app.printers.port import Printers


def system_printers() -> Printers:
    """Give the printers of this computer."""
    return CupsPrinters()
