"""Puts the services of the Print page together for an open event."""

from __future__ import annotations

from app.journal.journal import Journal
from app.printing.own_stocks import import_stock
from ui.common.times import Times
from ui.papers.catalogue import paper_kinds
from ui.papers.own_stocks import trial_page
from ui.papers.services import PrintServices
from ui.printing.services import PrintCalls


def print_services(journal: Journal, times: Times, calls: PrintCalls) -> PrintServices:
    """Give everything that the page asks and does."""
    return PrintServices(
        paper_kinds(journal, times),
        trial_page(journal),
        calls.printers,
        calls.queue,
        calls.settings,
        import_stock,
    )
