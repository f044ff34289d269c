"""Imports of programmes in a process of their own, beside the window."""

from __future__ import annotations

from app.aside import Aside
from app.delegates.importing.aside import ImportsAside
from app.desks import OpenEvent
from app.meetings.importing.compared import ComparedImported
from app.programme.importing.imports import ProgrammeImports


def programme_imports_aside(aside: Aside) -> ImportsAside[ComparedImported]:
    """Give what imports programmes."""
    return ImportsAside(aside, _imports)


def _imports(event: OpenEvent) -> ProgrammeImports:
    return ProgrammeImports(event.journal, event.letters)
