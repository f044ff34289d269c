"""Running days in memory, made of the planner's drawn events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.event.slots import StandingSlot
from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Participant
from app.floor.playing import Floor
from app.floor.rules import FloorRules
from app.floor.translating import Beside
from app.meetings.attendees import Attendees, MeetingKind, Someone
from app.meetings.hall import Hall, HallTable
from app.meetings.setting import Setting
from app.meetings.wishes import Sides, Wish, Wishes, sides_of
from app.meetings.worth import Rules
from app.planning.planner import plan
from app.planning.problem import Problem, Request
from tests.planning.events import BigEvent

_DAY = date(2027, 3, 16)
_STARTS = datetime(2027, 3, 16, 7, tzinfo=UTC)
_ZONE = ZoneInfo("Europe/Vilnius")
_NAMES = UUID("0f5a3f0b-4f0a-4c43-9d83-1f4a2cf3a6c1")
_KINDS = tuple(MeetingKind)


class DrawnWishes(Wishes):
    """Wishes that stand in no file; each is a row of its own."""

    def __init__(self, wishes: Iterable[Wish]) -> None:
        self.all: Mapping[UUID, Wish] = {wish.id: wish for wish in wishes}
        self._sides: Mapping[Sides, Wish] = {
            sides_of(wish.hosts, wish.guests): wish for wish in self.all.values()
        }

    def of_row(self, row: UUID) -> Wish | None:
        return self.all.get(row)

    def of_sides(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> Wish | None:
        return self._sides.get(sides_of(hosts, guests))


def drawn_day(event: BigEvent) -> tuple[FloorDay, Floor]:
    """Draw an event, plan it, and give its day with slots of 20 minutes every 25."""
    problem = event.problem()
    slots = tuple(
        DaySlot(_id(each.name), _id(each.block), place, place + 1, *_times(place))
        for place, each in enumerate(problem.slots)
    )
    tables = tuple(
        DayTable(_id(each.name), str(place), "") for place, each in enumerate(problem.tables, 1)
    )
    wishes = {each.name: _wish(number, each) for number, each in enumerate(problem.requests, 1)}
    meetings = tuple(
        _meeting(number, wishes[each.request], slots[each.slot], _id(each.table))
        for number, each in enumerate(sorted(plan(problem).meetings), 1)
    )
    day = FloorDay(_DAY, _ZONE, slots, tables, _people(problem), _sorted(meetings))
    attendees = Attendees(Session(), ())
    around = Setting(attendees, _hall(day), Rules(mutual_worth=1, third_worth=1), (), {})
    return day, Floor(Beside(around, DrawnWishes(wishes.values())), FloorRules())


def _sorted(meetings: Iterable[DayMeeting]) -> tuple[DayMeeting, ...]:
    return tuple(sorted(meetings, key=lambda each: (each.place, each.number)))


def _hall(day: FloorDay) -> Hall:
    return Hall(
        _ZONE,
        tuple(
            StandingSlot(each.id, each.block, each.starts_at, each.ends_at) for each in day.slots
        ),
        tuple(HallTable(each.id, each.label, each.zone, each.open, ()) for each in day.tables),
        frozenset(),
    )


def _people(problem: Problem) -> Mapping[UUID, Participant]:
    return {
        _id(each.name): Participant(
            Someone(_id(each.name), f"A-{number:05}", each.name, "", ""), free=each.free
        )
        for number, each in enumerate(problem.people, 1)
    }


def _wish(number: int, request: Request) -> Wish:
    host, guest = map(_id, request.people)
    return Wish(
        id=_id(request.name),
        number=f"R-{number}",
        rows=(_id(request.name),),
        hosts=(host,),
        guests=(guest,),
        mutual=request.worth > 1,
        priority=3,
        kind=_KINDS[number % len(_KINDS)],
        length=1,
        forbidden=frozenset(),
        slot_id=None,
        table_id=None,
        needs=frozenset(),
        after=frozenset(),
        note="",
        withdrawn=False,
    )


def _meeting(number: int, wish: Wish, slot: DaySlot, table: UUID) -> DayMeeting:
    return DayMeeting(
        id=uuid5(_NAMES, f"meeting {number}"),
        number=f"M-{number:05}",
        request=wish.id,
        hosts=wish.hosts,
        guests=wish.guests,
        place=slot.place,
        length=1,
        table=table,
        kind=MeetingKind(wish.kind),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        planned_place=slot.place,
        planned_table=table,
    )


def _times(place: int) -> tuple[datetime, datetime]:
    starts = _STARTS + timedelta(minutes=25 * place)
    return starts, starts + timedelta(minutes=20)


def _id(name: str) -> UUID:
    return uuid5(_NAMES, name)
