"""Puts the services of the Print page together for an open event."""

from __future__ import annotations

from app.journal.journal import Journal
from app.printers.cups import CupsPrinters
from app.settings import load_settings
from ui.common.times import Times
from ui.papers.papers import paper_kinds
from ui.papers.services import PrintServices
from ui.printing.services import OneQueue


def print_services(journal: Journal, times: Times) -> PrintServices:
    """Give everything that the page asks and does."""
    printers = CupsPrinters()
    queue = OneQueue(journal, printers)
    return PrintServices(paper_kinds(journal, times), printers, queue, load_settings)
