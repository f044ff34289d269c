"""What requests and meetings of the page of the event need of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.delegates.importing.imports import Imported, ImportOrder
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.imports import What
from app.progress import Report
from ui.event.person_field import FindPeople


class MeetingImportCalls(Protocol):
    """What this page needs of ``app.meetings.importing.imports.MeetingImports``."""

    def run(self, what: What, file: Path, order: ImportOrder, report: Report) -> Imported: ...
    def rehearse(self, what: What, file: Path, order: ImportOrder, report: Report) -> Imported: ...


@dataclass(frozen=True, slots=True)
class MeetingServices:
    """``preview`` reads a list as it stands; ``find`` looks people up as they are typed."""

    imports: MeetingImportCalls
    preview: Callable[[Path, ReadingOrder, Report], Preview]
    find: FindPeople
