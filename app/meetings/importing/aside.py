"""Imports of requests and meetings in a process of their own, beside the window."""

from __future__ import annotations

from functools import partial

from app.aside import Aside
from app.delegates.importing.aside import ImportsAside
from app.desks import OpenEvent
from app.meetings.importing.imports import ListImported, MeetingImports, What


def meeting_imports_aside(aside: Aside, what: What) -> ImportsAside[ListImported]:
    """Give what imports one kind of list."""
    return ImportsAside(aside, partial(_imports, what))


def _imports(what: What, event: OpenEvent) -> MeetingImports:
    return MeetingImports(event.journal, event.letters, what)
