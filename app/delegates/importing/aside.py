"""Imports in a process of their own, so that the window goes on as if there were none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from app.aside import Aside
from app.delegates.importing.imports import Imported, Importing, ImportOrder, Imports
from app.desks import OpenEvent
from app.progress import Report, unheard

T = TypeVar("T", bound=Imported)


@dataclass(frozen=True, slots=True)
class ImportsAside(Generic[T]):
    """Does what ``imports`` of an event does, beside the process that asks.

    ``imports`` is a function of a module, or a partial of one: it is found again over there.
    """

    aside: Aside
    imports: Callable[[OpenEvent], Importing[T]]

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> T:
        """Import a list; refuses and is stopped as it is within one process."""
        return self.aside.run(partial(_run, self.imports, file, order), report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> T:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, self.imports, file, order), report)


def imports_aside(aside: Aside) -> ImportsAside[Imported]:
    """Give what imports delegates."""
    return ImportsAside(aside, _imports)


def _imports(event: OpenEvent) -> Imports:
    return Imports(event.journal, event.letters)


def _run(
    imports: Callable[[OpenEvent], Importing[T]],
    file: Path,
    order: ImportOrder,
    event: OpenEvent,
    report: Report,
) -> T:
    return imports(event).run(file, order, report)


def _rehearse(
    imports: Callable[[OpenEvent], Importing[T]],
    file: Path,
    order: ImportOrder,
    event: OpenEvent,
    report: Report,
) -> T:
    return imports(event).rehearse(file, order, report)
