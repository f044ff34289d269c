"""Requests and meetings as pages and commands show them, with names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.journal import Journal
from app.meetings.arranged import PLANNED, Arranged, arranged
from app.meetings.attendees import Someone
from app.meetings.hall import Hall
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Wish, Wishes


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    """Its meeting was cancelled, and nobody wants another one."""
    WITHDRAWN = "withdrawn"
    NOT_COMING = "not_coming"
    """One of its people does not come, so it can't be planned."""


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """A request; ``rows`` are all that speak of it.

    ``kind`` is set or follows from the organisations; ``kind_is_set`` says which. ``slot`` and
    ``table`` are what it is fixed to. ``meeting`` is the number of its meeting, or blank.
    """

    id: UUID
    number: str
    rows: tuple[UUID, ...]
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]
    mutual: bool
    priority: int
    kind: str
    kind_is_set: bool
    worth: int
    length: int
    slot: datetime | None
    table: str
    forbidden: tuple[datetime, ...]
    needs: tuple[str, ...]
    after: tuple[str, ...]
    note: str
    state: RequestState
    meeting: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting. Without ``starts_at`` its slot was taken out, with a blank ``table`` its table.

    ``request`` is the number of the request, or blank.
    """

    id: UUID
    number: str
    request: str
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]
    starts_at: datetime | None
    ends_at: datetime | None
    table: str
    zone: str
    length: int
    kind: str
    state: str
    locked: bool


@dataclass(frozen=True, slots=True)
class MeetingsOfEvent:
    """All that is wanted and arranged, read at once."""

    requests: tuple[RequestFacts, ...]
    meetings: tuple[MeetingFacts, ...]


def meetings_of_event(journal: Journal) -> MeetingsOfEvent:
    """Read all requests and all meetings, in the order they came."""
    with journal.reading() as session:
        return told(session)


def told(session: Session, delegate: UUID | None = None) -> MeetingsOfEvent:
    """Give requests and meetings in one state of the event, all or those of one delegate."""
    around = setting(session)
    attendees = around.attendees
    wanted = None if delegate is None else (attendees.standing(delegate),)
    wishes = Wishes(session, attendees, wanted)
    meetings = arranged(session, attendees, wanted)
    telling = _Telling(around, wishes, meetings)
    return MeetingsOfEvent(
        tuple(
            telling.request(wish)
            for wish in wishes.all.values()
            if wanted is None or wanted[0] in wish.people
        ),
        tuple(map(telling.meeting, meetings)),
    )


def request_told(session: Session, around: Setting, wish: Wish) -> RequestFacts:
    """Give one request with its names."""
    wishes = Wishes(session, around.attendees, wish.people)
    meetings = arranged(session, around.attendees, wish.people)
    return _Telling(around, wishes, meetings).request(wishes.all[wish.id])


class _Telling:
    """Turns ids into names."""

    def __init__(self, around: Setting, wishes: Wishes, meetings: Iterable[Arranged]) -> None:
        self._around = around
        self._hall: Hall = around.hall
        self._wishes = wishes
        self._meeting_of: dict[UUID, Arranged] = {}
        for meeting in meetings:
            wish = None if meeting.request_id is None else wishes.of_row(meeting.request_id)
            known = None if wish is None else self._meeting_of.get(wish.id)
            # One that takes place says more of a wish than one that was cancelled.
            if wish is not None and (known is None or known.state != PLANNED):
                self._meeting_of[wish.id] = meeting

    def request(self, wish: Wish) -> RequestFacts:
        attendees = self._around.attendees
        meeting = self._meeting_of.get(wish.id)
        return RequestFacts(
            id=wish.id,
            number=wish.number,
            rows=wish.rows,
            hosts=attendees.named(wish.hosts),
            guests=attendees.named(wish.guests),
            mutual=wish.mutual,
            priority=wish.priority,
            kind=wish.kind or attendees.kind_of(wish.hosts, wish.guests),
            kind_is_set=bool(wish.kind),
            worth=self._around.rules.worth(mutual=wish.mutual, priority=wish.priority),
            length=wish.length,
            slot=self._starts(wish.slot_id),
            table=self._label(wish.table_id),
            forbidden=tuple(sorted(filter(None, map(self._starts, wish.forbidden)))),
            needs=tuple(sorted(wish.needs)),
            after=tuple(sorted(self._wishes.all[each].number for each in wish.after)),
            note=wish.note,
            state=self._state(wish, meeting),
            meeting=meeting.number if meeting is not None and meeting.state == PLANNED else "",
        )

    def meeting(self, meeting: Arranged) -> MeetingFacts:
        attendees, hall = self._around.attendees, self._hall
        wish = None if meeting.request_id is None else self._wishes.of_row(meeting.request_id)
        slots = hall.taken(meeting.slot_id, meeting.length) or (meeting.slot_id,)
        table = None if meeting.table_id is None else hall.table.get(meeting.table_id)
        kind = meeting.kind or (wish.kind if wish is not None else "")
        return MeetingFacts(
            id=meeting.id,
            number=meeting.number,
            request=wish.number if wish is not None else "",
            hosts=attendees.named(meeting.hosts),
            guests=attendees.named(meeting.guests),
            starts_at=self._starts(meeting.slot_id),
            ends_at=self._ends(slots[-1]),
            table=table.label if table is not None else "",
            zone=table.zone if table is not None else "",
            length=meeting.length,
            kind=kind or attendees.kind_of(meeting.hosts, meeting.guests),
            state=meeting.state,
            locked=meeting.locked,
        )

    def _state(self, wish: Wish, meeting: Arranged | None) -> RequestState:
        if wish.withdrawn:
            return RequestState.WITHDRAWN
        if meeting is not None:
            is_planned = meeting.state == PLANNED
            return RequestState.PLANNED if is_planned else RequestState.CANCELLED
        is_coming = self._around.attendees.are_coming(wish.people)
        return RequestState.OPEN if is_coming else RequestState.NOT_COMING

    def _starts(self, slot: UUID | None) -> datetime | None:
        place = None if slot is None else self._hall.place_of.get(slot)
        return None if place is None else self._hall.slots[place].starts_at

    def _ends(self, slot: UUID | None) -> datetime | None:
        place = None if slot is None else self._hall.place_of.get(slot)
        return None if place is None else self._hall.slots[place].ends_at

    def _label(self, table: UUID | None) -> str:
        found = None if table is None else self._hall.table.get(table)
        return "" if found is None else found.label
