"""Imports of visits and sign-ups in a process of their own, beside the window."""

from __future__ import annotations

from functools import partial

from app.aside import Aside
from app.delegates.importing.aside import ImportsAside
from app.desks import OpenEvent
from app.meetings.importing.compared import ComparedImported
from app.visits.importing.imports import VisitImports, VisitList


def visit_imports_aside(aside: Aside, what: VisitList) -> ImportsAside[ComparedImported]:
    """Give what imports one kind of list."""
    return ImportsAside(aside, partial(_imports, what))


def _imports(what: VisitList, event: OpenEvent) -> VisitImports:
    return VisitImports(event.journal, what)
