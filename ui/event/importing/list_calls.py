"""What the steps of an import need of the desk, for each kind of list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.imports import What
from app.meetings.importing.likeness import looks_like
from app.outcomes.importing.columns import looks_like_outcomes
from app.programme.reading.columns import looks_like_programme
from app.progress import Report
from app.visits.importing.columns import looks_like_sign_ups, looks_like_visits
from ui.common.person_field import FindPeople
from ui.event.importing.delegate_list import DELEGATES
from ui.event.importing.list_kind import ListKind, Of
from ui.event.importing.meeting_lists import MEETINGS, REQUESTS
from ui.event.importing.outcome_list import OUTCOMES
from ui.event.importing.programme_list import PROGRAMME
from ui.event.importing.visit_lists import SIGN_UPS, VISITS
from ui.event.services import EventServices, ImportCalls, MappingCalls

KINDS: Mapping[Of, ListKind] = {
    each.of: each for each in (DELEGATES, REQUESTS, MEETINGS, OUTCOMES, PROGRAMME, VISITS, SIGN_UPS)
}
_LOOKS = (
    (looks_like_sign_ups, SIGN_UPS),
    (looks_like_visits, VISITS),
    (looks_like_programme, PROGRAMME),
    (looks_like_outcomes, OUTCOMES),
)
ReadPreview = Callable[[Path, ReadingOrder, Report], Preview]
_LISTS = {What.REQUESTS: REQUESTS, What.MEETINGS: MEETINGS}


@dataclass(frozen=True, slots=True)
class ListCalls:
    """``take_back`` undoes a unit, ``guess`` names another kind that a file looks like."""

    imports: ImportCalls
    preview: ReadPreview
    mappings: MappingCalls
    take_back: Callable[[UUID, Report], object]
    find: FindPeople
    guess: Callable[[Preview], ListKind | None]


def list_calls(of: Of, services: EventServices) -> ListCalls:
    """Give the calls for a kind of list."""
    of_kind = services.lists[of]
    return ListCalls(
        imports=of_kind.imports,
        preview=of_kind.preview,
        mappings=services.mappings,
        take_back=services.take_back,
        find=services.meetings.find,
        guess=lambda preview: _other(of, preview),
    )


def _other(of: Of, preview: Preview) -> ListKind | None:
    """Say of which other kind a list looks to be.

    Requests may be fixed to slots and tables, so a list of them is not taken for one of meetings.
    """
    headers = [column.header for column in preview.columns]
    for looks_so, kind in _LOOKS:
        if looks_so(headers):
            return None if of is kind.of else kind
    what = looks_like(headers)
    if of in (Of.DELEGATES, Of.OUTCOMES, Of.PROGRAMME, Of.VISITS, Of.SIGN_UPS) and what is not None:
        return _LISTS[what]
    if what is None:
        return None if of is Of.DELEGATES else DELEGATES
    return REQUESTS if of is Of.MEETINGS and what is What.REQUESTS else None
