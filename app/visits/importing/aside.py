"""Imports of visits and sign-ups in a process of their own, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.compared import ComparedImported
from app.progress import Report, unheard
from app.visits.importing.imports import VisitImports, VisitList


@dataclass(frozen=True, slots=True)
class VisitImportsAside:
    """Does what ``VisitImports`` does with one kind of list, beside the process that asks."""

    aside: Aside
    what: VisitList

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ComparedImported:
        """Import a list; refuses and is stopped as ``VisitImports.run`` is."""
        return self.aside.run(partial(_run, self.what, file, order), report)

    def rehearse(
        self, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ComparedImported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, self.what, file, order), report)


def _run(
    what: VisitList, file: Path, order: ImportOrder, event: OpenEvent, report: Report
) -> ComparedImported:
    return VisitImports(event.journal, what).run(file, order, report)


def _rehearse(
    what: VisitList, file: Path, order: ImportOrder, event: OpenEvent, report: Report
) -> ComparedImported:
    return VisitImports(event.journal, what).rehearse(file, order, report)
