"""A partner for somebody left waiting whom nobody asked to meet: of the same field, or wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.floor.profiles import Common, Known
from app.floor.rules import FloorRules
from app.floor.states import Missing, Word, people_of, standing
from app.floor.targets import Bar, Latitude, Targets
from app.floor.translating import Beside

MOST = 3

_NOT_YET = UUID(int=0)
_OF_TABLE = frozenset({Bar.TABLE_CLOSED, Bar.NOT_THEIRS, Bar.TABLE_TAKEN, Bar.TOO_FAR})


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who could come to those who wait. ``meeting`` is what would be arranged."""

    person: UUID
    waiting: tuple[UUID, ...]
    meeting: DayMeeting
    why: Common


@dataclass(frozen=True, slots=True)
class Strangers:
    """Those who are here and have not met."""

    beside: Beside
    rules: FloorRules
    known: Known

    def partners(self, day: FloorDay, about: DayMeeting, now: datetime) -> Iterator[Partner]:
        """Yield who could meet those who wait at a meeting in its slot, best first, a few.

        It is one whom they look for or who looks for them; then one in the same sector; of equals
        who has fewest meetings.
        """
        waiting = left_waiting(day, about, now)
        if not waiting or about.ends_at <= now or not about.has_slot:
            return
        if not self.rules.allow_new_in(day.slot[about.place], now):
            return
        found = 0
        for person, why in self._ranked(day, about, waiting, now):
            meeting = self._placed(day, about, (waiting, person), now)
            if meeting is not None:
                yield Partner(person, waiting, meeting, why)
                found += 1
            if found == MOST:
                return

    def _ranked(
        self, day: FloorDay, about: DayMeeting, waiting: Sequence[UUID], now: datetime
    ) -> list[tuple[UUID, Common]]:
        ranked: list[tuple[int, int, str, UUID, Common]] = []
        around = self.beside.around
        known = {*about.people, *self.known.met(around, waiting)}
        profiles = self.known.profiles(around)
        colleagues = {self._organisation(each) for each in waiting} - {None}
        for person, someone in day.people.items():
            if person in known or not (someone.is_here(now) and someone.is_coming):
                continue
            if self._organisation(person) in colleagues or self._is_busy(day, person, about.place):
                continue
            wish = self.beside.wishes.of_sides(waiting, (person,))
            if wish is not None and wish.withdrawn:
                continue
            shared = [profiles.in_common(each, person) for each in waiting]
            best = max((each for each in shared if each), key=lambda each: each[0], default=None)
            if best is not None:
                meetings = len(day.of_person.get(person, ()))
                ranked.append((-best[0], meetings, someone.who.badge_number, person, best[1]))
        return [(person, why) for *_, person, why in sorted(ranked, key=lambda each: each[:3])]

    def _organisation(self, person: UUID) -> UUID | None:
        found = self.beside.around.attendees.get(person)
        return None if found is None else found.organisation_id

    def _is_busy(self, day: FloorDay, person: UUID, place: int) -> bool:
        """Tell whether somebody meets then, or would meet more than anybody is to."""
        taken = 0
        for meeting in day.of_person.get(person, ()):
            if meeting.said != Word.NO_SHOW:
                taken |= ((1 << meeting.length) - 1) << meeting.place
        if taken >> place & 1:
            return True
        rules = self.beside.around.rules
        if rules.most_meetings is not None and taken.bit_count() >= rules.most_meetings:
            return True
        return rules.most_in_row is not None and _row(day, taken, place) > rules.most_in_row

    def _placed(
        self,
        day: FloorDay,
        about: DayMeeting,
        people: tuple[tuple[UUID, ...], UUID],
        now: datetime,
    ) -> DayMeeting | None:
        """Give the meeting at their own table, or at the nearest that can be had."""
        meeting = _arranged(day, about, *people)
        latitude = Latitude(leaving=(about.id,), is_new=True)
        targets = Targets(day, meeting, now, self.rules, latitude)
        theirs = self.beside.around.tables_of(meeting.people)
        for table in _nearest_first(day, about.table):
            if theirs and str(table) not in theirs:
                continue
            bar = targets.at(about.place, table).bar
            if bar is None:
                return replace(meeting, table=table)
            if bar not in _OF_TABLE:
                return None
        return None


def left_waiting(day: FloorDay, about: DayMeeting, now: datetime) -> tuple[UUID, ...]:
    """Give those of the one side that is there while the other is missing."""
    missing = standing(day, about, now).missing
    if missing not in {Missing.HOST, Missing.GUEST}:
        return ()
    away = people_of(about, missing)
    return tuple(
        each for each in about.people if each not in away and day.people[each].is_here(now)
    )


def _arranged(
    day: FloorDay, about: DayMeeting, waiting: tuple[UUID, ...], person: UUID
) -> DayMeeting:
    are_hosts = set(waiting) <= set(about.hosts)
    return DayMeeting(
        id=_NOT_YET,
        number="",
        request=None,
        hosts=waiting if are_hosts else (person,),
        guests=(person,) if are_hosts else waiting,
        place=about.place,
        length=1,
        table=about.table,
        kind=about.kind,
        starts_at=about.starts_at,
        ends_at=day.slot[about.place].ends_at,
    )


def _nearest_first(day: FloorDay, own: UUID) -> list[UUID]:
    order = {table.id: at for at, table in enumerate(day.tables)}
    here = order.get(own, 0)
    return sorted(order, key=lambda table: abs(order[table] - here))


def _row(day: FloorDay, taken: int, place: int) -> int:
    """Count the slots on end, of one block, that somebody would meet in."""
    block, found = day.slot[place].block, 1
    for step in (-1, 1):
        at = place + step
        while at in day.slot and day.slot[at].block == block and taken >> at & 1:
            found, at = found + 1, at + step
    return found
