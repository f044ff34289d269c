"""Imports of outcomes in a process of their own, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.journal.journal import Journal
from app.meetings.importing.running import ListImported
from app.outcomes.importing.imports import OutcomeImports
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class OutcomeImportsAside:
    """Does what ``OutcomeImports`` does, beside the process that asks, and by the clock of that."""

    aside: Aside
    journal: Journal

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list; refuses and is stopped as ``OutcomeImports.run`` is."""
        return self.aside.run(partial(_run, file, order, self.journal.now), report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, file, order, self.journal.now), report)


def _run(
    file: Path, order: ImportOrder, now: datetime, event: OpenEvent, report: Report
) -> ListImported:
    return OutcomeImports(event.journal, now).run(file, order, report)


def _rehearse(
    file: Path, order: ImportOrder, now: datetime, event: OpenEvent, report: Report
) -> ListImported:
    return OutcomeImports(event.journal, now).rehearse(file, order, report)
