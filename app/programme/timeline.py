"""A day of the programme: its sessions, what can't be so, and what else the day is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.event.overview import DayFacts, all_closures, all_days
from app.garbage import without_collector
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.rounds import NoRounds
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.programme.conflicts import Conflict, ConflictKind
from app.programme.views import SessionFacts, programme_in
from app.speeches.running import NoSpeeches
from app.speeches.speaking import Speaking
from app.visits.reading import visit_book


class Beside(StrEnum):
    """What a day is made of besides its sessions."""

    BLOCK = "block"
    CLOSURE = "closure"
    VISIT = "visit"
    ROUNDS = "rounds"
    SPEECHES = "speeches"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that takes up a stretch of the day and is no session.

    ``title`` is a visit's, or why something is closed; ``where`` its meeting point, or what is
    closed. ``count`` is how many slots a block has, places a visit, rounds or speeches there are;
    ``taken`` how many of the places.
    """

    kind: Beside
    id: UUID
    starts_at: datetime
    ends_at: datetime
    title: str = ""
    where: str = ""
    count: int = 0
    taken: int = 0


@dataclass(frozen=True, slots=True)
class DayProgramme:
    """A day. ``rooms`` are all of the event, so that each is found at the same place every day.

    ``others`` counts the sessions of other days, ``conflicts`` are those of this day, and ``days``
    are all that the event has. Sessions that start on none of them are ``astray``: whichever day
    is looked at, they are in conflict.
    """

    days: tuple[date, ...]
    date: date
    zone: ZoneInfo
    sessions: tuple[SessionFacts, ...]
    beside: tuple[Stretch, ...]
    conflicts: tuple[Conflict, ...]
    rooms: tuple[str, ...]
    others: int
    astray: tuple[SessionFacts, ...] = ()


def day_programme(journal: Journal, day: date) -> DayProgramme:
    """Read a day of the programme. What goes on past midnight is of the day it starts on.

    Raises:
        StorageRefused: The file can't be read.
    """
    of_parts = tuple(_of_parts(journal, day))
    with without_collector(), journal.reading() as session:
        facts, attendees = event_facts(session), Attendees(session)
        told = programme_in(session, attendees)

        def is_of_day(instant: datetime) -> bool:
            return facts.day_of(instant) == day

        sessions = tuple(each for each in told.sessions if is_of_day(each.starts_at))
        visits = (each for each in _visits(session, attendees) if is_of_day(each.starts_at))
        beside = (*_blocks(session, day), *_closures(session, day), *visits, *of_parts)
    rooms = sorted({each.room for each in told.sessions if each.room}, key=str.casefold)
    return DayProgramme(
        facts.days,
        day,
        facts.zone,
        sessions,
        tuple(sorted(beside, key=lambda each: (each.starts_at, each.kind, each.title))),
        tuple(
            each
            for each in told.conflicts
            if is_of_day(each.starts_at) or each.kind is ConflictKind.DAY
        ),
        tuple(rooms),
        len(told.sessions) - len(sessions),
        tuple(each for each in told.sessions if facts.day_of(each.starts_at) not in facts.days),
    )


def _blocks(session: Session, day: date) -> Iterator[Stretch]:
    for each in _day(session, day).blocks:
        yield Stretch(Beside.BLOCK, each.id, each.starts_at, each.ends_at, count=len(each.slots))


def _closures(session: Session, day: date) -> Iterator[Stretch]:
    """Yield what is closed while people could meet; places closed together are one stretch."""
    blocks = _day(session, day).blocks
    if not blocks:
        return
    first = min(each.starts_at for each in blocks)
    last = max(each.ends_at for each in blocks)
    together: dict[tuple[datetime, datetime, str], list[str]] = defaultdict(list)
    ids: dict[tuple[datetime, datetime, str], UUID] = {}
    for each in all_closures(session):
        starts, ends = max(each.starts_at or first, first), min(each.ends_at or last, last)
        if starts < ends:
            of = (starts, ends, each.reason)
            together[of].append(f"Table {each.table}" if each.table else each.zone)
            ids.setdefault(of, each.id)
    for of, places in together.items():
        starts, ends, reason = of
        yield Stretch(Beside.CLOSURE, ids[of], starts, ends, reason, ", ".join(places))


def _visits(session: Session, attendees: Attendees) -> Iterator[Stretch]:
    for each in visit_book(session, attendees).visits.values():
        times = each.starts_at, each.ends_at
        yield Stretch(
            Beside.VISIT, each.id, *times, each.title, each.meeting_point, each.places, each.taken
        )


def _of_parts(journal: Journal, day: date) -> Iterator[Stretch]:
    try:
        kept = Icebreaking(journal).of_day(day)
    except NoRounds:
        pass
    else:
        if kept.rounds:
            starts, ends = kept.rounds[0].starts_at, kept.rounds[-1].ends_at
            yield Stretch(Beside.ROUNDS, kept.id, starts, ends, count=len(kept.rounds))
    try:
        speeches, told = Speaking(journal).of_day(day)
    except NoSpeeches:
        return
    if told:
        ends = max(each.starts_at for each in told) + speeches.turn
        ends = max(ends, speeches.starts_at + timedelta(minutes=1))
        yield Stretch(Beside.SPEECHES, speeches.id, speeches.starts_at, ends, count=len(told))


def _day(session: Session, day: date) -> DayFacts:
    known = {each.date: each for each in all_days(session)}
    return known.get(day) or DayFacts(UUID(int=0), day, (), 0)
