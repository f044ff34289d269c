"""Imports of programmes in a process of their own, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.compared import ComparedImported
from app.programme.importing.imports import ProgrammeImports
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class ProgrammeImportsAside:
    """Does what ``ProgrammeImports`` does, beside the process that asks."""

    aside: Aside

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ComparedImported:
        """Import a programme; refuses and is stopped as ``ProgrammeImports.run`` is."""
        return self.aside.run(partial(_run, file, order), report)

    def rehearse(
        self, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ComparedImported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, file, order), report)


def _imports(event: OpenEvent) -> ProgrammeImports:
    return ProgrammeImports(event.journal, event.letters)


def _run(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> ComparedImported:
    return _imports(event).run(file, order, report)


def _rehearse(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> ComparedImported:
    return _imports(event).rehearse(file, order, report)
