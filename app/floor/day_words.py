"""What of a day is the same whichever meeting is to be helped, in the planner's words.

From one instant to the next a few of ten thousand things change. What is new is put in, and all
else taken over: looking for what is new takes a hundredth of putting all together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import reduce
from itertools import chain
from operator import or_
from typing import TypeVar
from uuid import UUID

from app.floor.asking import Asked, Asking
from app.floor.attention import OpenWish
from app.floor.carrying import unlike
from app.floor.day import DayMeeting, FloorDay
from app.floor.states import Word
from app.floor.translating import Beside, Translator
from app.floor.worded import Words
from app.planning import problem as p

K = TypeVar("K")

_FEW = 2
"""Of so many times as many wishes it takes less to put the others in."""


def words(
    day: FloorDay, beside: Beside, to: Translator, here: frozenset[UUID], before: Words | None
) -> Words:
    """Give a day in words; ``before`` is another one, of which is taken over what is the same."""
    if before is not None and _mean_the_same(before, day, beside):
        asked = Asked.since(before.beside.wishes, beside.wishes)
        if _FEW * len(asked.names) < len(beside.wishes.all):
            asking = before.asking.after(asked, beside.wishes)
            return _Changing(before, Words(day, beside, here, asking), asked, to).words()
    nothing = _nothing(before, day, beside)
    now = Words(day, beside, here, nothing.asking)
    return _Changing(nothing, now, Asked({}, {}), to).words()


def _mean_the_same(before: Words, day: FloorDay, beside: Beside) -> bool:
    """Tell whether what was said of one day may be said of another as well."""
    one, other = before.beside, beside
    return one.around is other.around or (
        one.around.rules == other.around.rules
        and one.around.seats == other.around.seats
        and one.around.hall.place_of == other.around.hall.place_of
        and _slots(before.day) == _slots(day)
    )


def _slots(day: FloorDay) -> list[tuple[UUID, int]]:
    return [(slot.id, slot.place) for slot in day.slots]


def _nothing(before: Words | None, day: FloorDay, beside: Beside) -> Words:
    asking = None if before is None else before.asking
    if asking is None or asking.wishes is not beside.wishes:
        asking = Asking(beside.wishes)
    bare = FloorDay(day.date, day.zone, day.slots, day.tables, {}, ())
    return Words(bare, beside, frozenset(), asking)


class _Changing:
    """Goes from the words for one day to those for another."""

    def __init__(self, before: Words, now: Words, asked: Asked, to: Translator) -> None:
        """Begin with ``now`` saying no more than which day it is, and who asks whom."""
        self._before, self._now, self._asked, self._to = before, now, asked, to
        self._day, self._here, self._asking = now.day, now.here, now.asking
        self._groups, self._stand = dict(before.groups), dict(before.stand)
        self._name_of, self._wishes = dict(before.name_of), dict(before.wishes)
        self._open = dict(before.open)
        self._requests, self._placed = dict(before.requests), dict(before.placed)
        self._fulfilled, self._moved = dict(before.fulfilled), dict(before.times_moved)
        self._met, self._used = dict(before.met), dict(before.used)
        self._gone, self._new = unlike(before.day.meetings, now.day.meetings)
        self._to_ask: set[str] = {*asked.names}

    def words(self) -> Words:
        self._swap_what_says_the_same()
        self._forget_what_was_asked()
        self._regroup()
        self._count()
        elsewhere = self._elsewhere()
        self._to_ask |= elsewhere ^ self._before.elsewhere
        for person in self._here ^ self._before.here:
            self._to_ask.update(self._asking.of_person.get(person, ()))
        self._ask(elsewhere)
        met_anew = self._take_up()
        return replace(
            self._now,
            groups=self._groups,
            stand=self._stand,
            name_of=self._name_of,
            wishes=self._wishes,
            open=self._open,
            requests=self._requests,
            placed=self._placed,
            fulfilled=self._fulfilled,
            elsewhere=elsewhere,
            met=self._met,
            used=self._used,
            people=self._people(met_anew),
            times_moved=self._moved,
        )

    def _swap_what_says_the_same(self) -> None:
        """Where only the clock is another, the words stay."""
        were = {meeting.id: meeting for meeting in self._gone}
        new = []
        for meeting in self._new:
            was = were.get(meeting.id)
            if was is None or _said(was) != _said(meeting):
                new.append(meeting)
                continue
            del were[meeting.id]
            if (name := self._name_of.get(meeting.id)) is not None:
                self._stand[name] = meeting
                key = _key(meeting, self._before.asking)
                group = self._groups[key]
                self._groups[key] = tuple(meeting if each is was else each for each in group)
        self._gone, self._new = [*were.values()], new

    def _forget_what_was_asked(self) -> None:
        """Take what somebody asks for otherwise, and its meetings, for new."""
        for name in self._asked.names:
            if self._wishes.pop(name, None) is not None:
                del self._open[name]
                if name not in self._stand:
                    del self._requests[name]
        new = set(map(id, self._new))
        same = [each for each in self._asked.meetings(self._day) if id(each) not in new]
        self._gone += same
        self._new += same

    def _elsewhere(self) -> frozenset[str]:
        """Give the wishes that meetings fulfil which have no place on the day."""
        before, asked = self._before, self._asked
        if not _is_same_elsewhere(before.day, self._day):
            return frozenset(self._asking.met_elsewhere(self._day))
        if not asked.names:
            return before.elsewhere
        anew = self._asking.met_elsewhere(self._day, asked.rows)
        return (before.elsewhere - asked.names).union(anew)

    def _regroup(self) -> None:
        """Say which meetings stand, and by which name."""
        gone = {id(meeting) for meeting in self._gone}
        touched: dict[str, list[DayMeeting]] = {}
        for meeting in self._gone:
            if _stands(meeting):
                key = _key(meeting, self._before.asking)
                touched[key] = [each for each in self._groups[key] if id(each) not in gone]
        place: dict[int, int] = {}
        for meeting in filter(_stands, self._new):
            key = _key(meeting, self._asking)
            touched.setdefault(key, [*self._groups.get(key, ())]).append(meeting)
        if any(len(group) > 1 for group in touched.values()):
            place = {id(meeting): at for at, meeting in enumerate(self._day.meetings)}
        for key, group in touched.items():
            for meeting in self._groups.pop(key, ()):
                name = self._name_of.pop(meeting.id)
                del self._stand[name], self._requests[name], self._placed[name]
            if group:
                self._name(key, sorted(group, key=lambda each: place.get(id(each), 0)))

    def _name(self, key: str, group: list[DayMeeting]) -> None:
        self._groups[key] = tuple(group)
        for number, meeting in enumerate(group):
            name = str(meeting.id) if number else key
            self._stand[name], self._name_of[meeting.id] = meeting, name
            self._requests[name] = self._to.request(name, meeting)
            self._placed[name] = self._to.placed(name, meeting)

    def _count(self) -> None:
        """Count what leaves nothing to wish, and who was moved."""
        before, now = self._before.asking, self._asking
        for by, meetings, asking in ((-1, self._gone, before), (1, self._new, now)):
            for meeting in meetings:
                for name in asking.met_by(meeting):
                    _add(self._fulfilled, name, by)
                    self._to_ask.add(name)
                if meeting.has_moved and not meeting.cancelled:
                    for person in meeting.people:
                        _add(self._moved, str(person), by)

    def _ask(self, elsewhere: Collection[str]) -> None:
        """Find which wishes could be had: those of people who are all here, without a meeting."""
        is_more = False
        for name in self._to_ask:
            wish = self._asking.wishes.all.get(UUID(name))
            is_met = name in self._fulfilled or name in elsewhere
            if wish is None or wish.withdrawn or is_met or not self._here.issuperset(wish.people):
                if self._wishes.pop(name, None) is not None:
                    del self._open[name]
                    if name not in self._stand:
                        del self._requests[name]
            elif name not in self._wishes:
                is_more, self._wishes[name] = True, wish
                said = self._requests[name] = self._to.wished(name, wish)
                places = self._to.of_event(said.slots)
                self._open[name] = OpenWish(wish.id, wish.people, said.worth, places)
        if is_more:
            order = sorted(self._wishes, key=lambda name: self._wishes[name].rows[0].int)
            self._wishes = {name: self._wishes[name] for name in order}
            self._open = {name: self._open[name] for name in order}

    def _take_up(self) -> set[UUID]:
        """Say which slots are taken up where something changed; give the people of it."""
        people: set[UUID] = set()
        for meeting in (*self._gone, *self._new):
            people.update(meeting.people)
            for place in meeting.places:
                self._take_up_table(meeting.table, place)
        for person in people:
            theirs = filter(_stands, self._day.of_person.get(person, ()))
            _put(self._met, person, reduce(or_, map(self._to.slots_of, theirs), 0))
        return people

    def _take_up_table(self, table: UUID, place: int) -> None:
        slot = 1 << place - self._day.slots[0].place
        is_used = any(map(_stands, self._day.at.get((table, place), ())))
        used = self._used.get(table, 0)
        _put(self._used, table, used | slot if is_used else used & ~slot)

    def _people(self, met_anew: Collection[UUID]) -> Mapping[UUID, p.Person]:
        wanted = {*self._met}
        wanted.update(
            chain.from_iterable(chain(each.hosts, each.guests) for each in self._wishes.values())
        )
        before, known, now = self._before.people, self._before.day.people, self._day.people
        people = {person: said for person, said in before.items() if person in wanted}
        anew = {*met_anew, *(wanted - people.keys())}
        if known is not now:
            anew |= {person for person in people if known[person] is not now[person]}
        for person in anew & wanted:
            people[person] = self._to.person(person, self._met.get(person, 0))
        return people


def _key(meeting: DayMeeting, asking: Asking) -> str:
    """Name a meeting by its wish."""
    row = meeting.request
    wish = None if row is None else asking.wishes.of_row(row)
    return str(meeting.id if wish is None else wish.id)


def _is_same_elsewhere(one: FloorDay, other: FloorDay) -> bool:
    is_same = one.elsewhere is other.elsewhere or one.elsewhere == other.elsewhere
    return is_same and one.lost == other.lost


def _said(meeting: DayMeeting) -> tuple[object, ...]:
    return (
        meeting.place,
        meeting.length,
        meeting.table,
        meeting.request,
        meeting.cancelled,
        meeting.said == Word.NO_SHOW,
        meeting.planned_place,
        meeting.planned_table,
        meeting.hosts,
        meeting.guests,
    )


def _stands(meeting: DayMeeting) -> bool:
    """Tell whether a meeting takes its place."""
    return not meeting.cancelled and meeting.said != Word.NO_SHOW


def _add(counts: dict[str, int], name: str, by: int) -> None:
    _put(counts, name, counts.get(name, 0) + by)


def _put(where: dict[K, int], key: K, value: int) -> None:
    """Keep nothing where there is none."""
    if value:
        where[key] = value
    else:
        where.pop(key, None)
