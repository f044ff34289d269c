"""Imports of requests and meetings in a process of their own, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.imports import ListImported, MeetingImports, What
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class MeetingImportsAside:
    """Does what ``MeetingImports`` does, beside the process that asks."""

    aside: Aside

    def run(
        self, what: What, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ListImported:
        """Import a list; refuses and is stopped as ``MeetingImports.run`` is."""
        return self.aside.run(partial(_run, what, file, order), report)

    def rehearse(
        self, what: What, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self.aside.run(partial(_rehearse, what, file, order), report)


def _run(
    what: What, file: Path, order: ImportOrder, event: OpenEvent, report: Report
) -> ListImported:
    return MeetingImports(event.journal, event.letters).run(what, file, order, report)


def _rehearse(
    what: What, file: Path, order: ImportOrder, event: OpenEvent, report: Report
) -> ListImported:
    return MeetingImports(event.journal, event.letters).rehearse(what, file, order, report)
