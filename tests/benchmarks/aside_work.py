"""Work that benchmarks let run in a process of its own; it must be found there by its name."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import OpenEvent
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from app.progress import Report


def import_people(file: Path, event: OpenEvent, report: Report) -> None:
    Imports(event.journal, event.letters).run(file, ImportOrder(), report)


def print_badges(file: Path, delegates: tuple[UUID, ...], event: OpenEvent, report: Report) -> None:
    PrintOffice(event.journal).run(Wish(delegates=delegates), file, report)
