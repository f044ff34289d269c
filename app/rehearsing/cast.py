"""The delegates of a rehearsal: they come, call, and leave by its clock, as real ones would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.checkin.deeds import CheckedOut
from app.checkin.presence import presence
from app.checkin.scanning import NotAdmitted, decide
from app.event.facts import event_facts
from app.floor.crowd import Turnout
from app.floor.day import FloorDay, Participant
from app.floor.deeds import LatenessAnnounced
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.ids import new_id

_CALLS_BEFORE = timedelta(minutes=8)
"""Whoever comes late lets us know so long before their first meeting."""
_AT_ONCE = 40
"""So many are written in one transaction, so that what a person does waits for none longer."""


class What(StrEnum):
    """What somebody does."""

    COMES = "comes"
    CALLS = "calls"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class Happening:
    """Somebody does something. ``comes_at`` is what they say when they call."""

    at: datetime
    what: What
    who: Participant
    comes_at: datetime | None = None


def happenings(turnout: Turnout) -> tuple[Happening, ...]:
    """Give all that people will do on a day, in the order of time."""
    found = (each for who in turnout.day.people.values() for each in _of(turnout.day, who))
    return tuple(sorted(found, key=lambda each: (each.at, each.who.who.badge_number)))


def _of(day: FloorDay, who: Participant) -> Iterator[Happening]:
    meetings = day.of_person.get(who.who.id, ())
    if who.comes_at is not None and meetings:
        calls = min(meetings[0].starts_at, who.comes_at) - _CALLS_BEFORE
        yield Happening(calls, What.CALLS, who, who.comes_at)
    for stay in who.stays:
        yield Happening(stay.since, What.COMES, who)
        if stay.until is not None:
            yield Happening(stay.until, What.LEAVES, who)


class Cast:
    """Does what is due, each thing once, as a desk of its own: nobody's undo takes it back."""

    def __init__(self, journal: Journal, happenings: Sequence[Happening]) -> None:
        self._journal = journal
        self._left = list(happenings)

    @property
    def is_due_at(self) -> datetime | None:
        """Give when something happens next; nothing if all has happened."""
        return self._left[0].at if self._left else None

    def act(self, now: datetime) -> tuple[Happening, ...]:
        """Do what is due, and give it; what a person did by hand before is passed over.

        If there is much, some of it: ask again.

        Raises:
            StorageRefused: It can't be written; it is due still.
        """
        due = [each for each in self._left[:_AT_ONCE] if each.at <= now]
        done = []
        for at, group in groupby(due, key=attrgetter("at")):
            together = list(group)
            with self._journal.writing(Unit(uuid4(), at=at)) as pen:
                deeds = [(each, _deed(pen.session, each)) for each in together]
                pen.write_all([deed for _, deed in deeds if deed is not None])
            done += [each for each, deed in deeds if deed is not None]
            del self._left[: len(together)]
        return tuple(done)


def _deed(session: Session, happening: Happening) -> Deed | None:
    whom, at = happening.who.who.id, happening.at
    if happening.what is What.CALLS:
        return _call(session, happening, whom)
    if happening.what is What.COMES:
        try:
            return decide(session, whom, at)[0]
        except NotAdmitted:
            return None
    day = event_facts(session).day_of(at)
    before = presence(session, whom, day)
    return CheckedOut(whom, day, "name") if before is not None and before.here else None


def _call(session: Session, happening: Happening, whom: UUID) -> Deed | None:
    before = presence(session, whom, event_facts(session).day_of(happening.at))
    if happening.comes_at is None or (before is not None and before.here):
        return None
    return LatenessAnnounced(new_id(), whom, happening.comes_at)
