"""Imports in a process of their own, so that the window goes on as if there were none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.desks import OpenEvent
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class ImportsAside:
    """Does what ``Imports`` does, beside the process that asks."""

    aside: Aside

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> Imported:
        """Import a file; refuses and is stopped as ``Imports.run`` is."""
        return self.aside.run(partial(_run, file, order), report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> Imported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, file, order), report)


def _run(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> Imported:
    return Imports(event.journal, event.letters).run(file, order, report)


def _rehearse(file: Path, order: ImportOrder, event: OpenEvent, report: Report) -> Imported:
    return Imports(event.journal, event.letters).rehearse(file, order, report)
