"""What the steps of an import need of the desk, for each kind of list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.delegates.importing.imports import Imported, ImportOrder
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.imports import What
from app.meetings.importing.likeness import looks_like
from app.progress import Report
from ui.event.delegate_list import DELEGATES
from ui.event.list_kind import ListKind, Of
from ui.event.meeting_lists import MEETINGS, REQUESTS
from ui.event.meeting_services import MeetingImportCalls
from ui.event.person_field import FindPeople
from ui.event.services import EventServices, ImportCalls, MappingCalls

KINDS: Mapping[Of, ListKind] = {each.of: each for each in (DELEGATES, REQUESTS, MEETINGS)}
_WHATS = {Of.REQUESTS: What.REQUESTS, Of.MEETINGS: What.MEETINGS}
_LISTS = {what: KINDS[of] for of, what in _WHATS.items()}


@dataclass(frozen=True, slots=True)
class ListCalls:
    """``take_back`` undoes a unit, ``guess`` names another kind that a file looks like."""

    imports: ImportCalls
    preview: Callable[[Path, ReadingOrder, Report], Preview]
    mappings: MappingCalls
    take_back: Callable[[UUID, Report], object]
    find: FindPeople
    guess: Callable[[Preview], ListKind | None]


def list_calls(of: Of, services: EventServices) -> ListCalls:
    """Give the calls for a kind of list."""
    meetings = services.meetings
    is_of_people = of is Of.DELEGATES
    return ListCalls(
        imports=services.imports if is_of_people else _Lists(meetings.imports, _WHATS[of]),
        preview=services.preview if is_of_people else meetings.preview,
        mappings=services.mappings,
        take_back=services.take_back,
        find=meetings.find,
        guess=lambda preview: _other(of, preview),
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """Imports lists of one kind."""

    calls: MeetingImportCalls
    what: What

    def run(self, file: Path, order: ImportOrder, report: Report) -> Imported:
        return self.calls.run(self.what, file, order, report)

    def rehearse(self, file: Path, order: ImportOrder, report: Report) -> Imported:
        return self.calls.rehearse(self.what, file, order, report)


def _other(of: Of, preview: Preview) -> ListKind | None:
    """Say of which other kind a list looks to be.

    Requests may be fixed to slots and tables, so a list of them is not taken for one of meetings.
    """
    what = looks_like([column.header for column in preview.columns])
    if of is Of.DELEGATES:
        return None if what is None else _LISTS[what]
    if what is None:
        return DELEGATES
    return REQUESTS if of is Of.MEETINGS and what is What.REQUESTS else None
