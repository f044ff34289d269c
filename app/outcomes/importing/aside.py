"""Imports of outcomes in a process of their own, beside the window, and by the clock of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.aside import ImportsAside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.journal.journal import Journal
from app.meetings.importing.running import ListImported
from app.outcomes.importing.imports import OutcomeImports
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class OutcomeImportsAside:
    """Does what ``OutcomeImports`` does, beside the process that asks."""

    aside: Aside
    journal: Journal

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list; refuses and is stopped as ``OutcomeImports.run`` is."""
        return self._as_of_now().run(file, order, report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._as_of_now().rehearse(file, order, report)

    def _as_of_now(self) -> ImportsAside[ListImported]:
        return ImportsAside(self.aside, partial(_imports, self.journal.now))


def _imports(now: datetime, event: OpenEvent) -> OutcomeImports:
    return OutcomeImports(event.journal, now)
