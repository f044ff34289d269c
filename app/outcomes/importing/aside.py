"""Imports of outcomes in a process of their own, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.running import ListImported
from app.outcomes.importing.imports import OutcomeImports
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class OutcomeImportsAside:
    """Does what ``OutcomeImports`` does, beside the process that asks."""

    aside: Aside

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list; refuses and is stopped as ``OutcomeImports.run`` is."""
        return self.aside.run(partial(_run, file, order), report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, file, order), report)


def _run(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> ListImported:
    return OutcomeImports(event.journal).run(file, order, report)


def _rehearse(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> ListImported:
    return OutcomeImports(event.journal).rehearse(file, order, report)
