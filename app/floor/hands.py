"""Two ways to replace what is lost: by the floor's proposals, and by whatever fits first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

from app.floor.applying import applied, arranged
from app.floor.attention import OpenWish
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import ProblemOfDay
from app.floor.moving import Pairing, Spot
from app.floor.playing import Sight, Step
from app.floor.proposing import Kind, Proposal, is_hope, proposed
from app.floor.states import Word, people_of, standing
from app.floor.targets import Bar, Latitude, Targets

Ask = Callable[[ProblemOfDay, FloorDay, DayMeeting, datetime], Sequence[Proposal]]

_OF_THE_TABLE = frozenset({Bar.TABLE_CLOSED, Bar.NOT_THEIRS, Bar.TABLE_TAKEN, Bar.TOO_FAR})


class _Problems:
    """Puts a day's problem together once for as long as nothing changes."""

    def __init__(self) -> None:
        self._put: tuple[FloorDay, ProblemOfDay] | None = None

    def of(self, sight: Sight) -> ProblemOfDay:
        if (
            self._put is None
            or self._put[0] is not sight.day
            or not self._put[1].holds_at(sight.now)
        ):
            floor, before = sight.floor, self._put and self._put[1]
            problem = ProblemOfDay(sight.day, floor.beside, sight.now, floor.rules, before)
            self._put = sight.day, problem
        return self._put[1]


class FirstProposal:
    """Takes the first proposal for each meeting that rests on nobody of whom nothing is known.

    ``ask``: how proposals are come by.
    """

    def __init__(self, ask: Ask = proposed) -> None:
        self._problems, self._ask = _Problems(), ask

    def __call__(self, sight: Sight, about: DayMeeting) -> Step | None:
        """Take it.

        Raises:
            CannotMove: It can't be accepted.
        """
        day, now = sight.day, sight.now
        proposals = self._ask(self._problems.of(sight), day, about, now)
        first = next((each for each in proposals if not is_hope(day, about, each, now)), None)
        if first is None:
            return None
        pairing = first.pairing
        new = sight.new(pairing.request, pairing.hosts, pairing.guests)
        return Step(applied(day, first, now, sight.floor.rules, new), first.told)


class FirstFit:
    """Takes the first open request that fits, in the order they came, and the first free table.

    Of whoever waits, now; of others, now; of whoever waits, later.
    """

    def __init__(self) -> None:
        self._problems = _Problems()

    def __call__(self, sight: Sight, about: DayMeeting) -> Step | None:
        """Take it."""
        day = sight.day
        missing = people_of(about, standing(day, about, sight.now).missing)
        waiting = {
            each
            for each in about.people
            if each not in missing and day.people[each].is_here(sight.now)
        }
        wishes = self._problems.of(sight).open_wishes()
        mine = [each for each in wishes if not waiting.isdisjoint(each.people)]
        others = [each for each in wishes if waiting.isdisjoint(each.people)]
        later = [slot.place for slot in day.slots if slot.place > about.place]
        tries = chain(
            ((wish, about.place) for wish in (*mine, *others)),
            ((wish, place) for place in later for wish in mine),
        )
        steps = (self._placed(sight, about, wish, place) for wish, place in tries)
        return next((step for step in steps if step is not None), None)

    def _placed(
        self, sight: Sight, about: DayMeeting, open_wish: OpenWish, place: int
    ) -> Step | None:
        if not open_wish.places >> place & 1 or _is_busy(sight, about, open_wish, place):
            return None
        wish = sight.floor.beside.wishes.all[open_wish.id]
        pairing = Pairing(wish.hosts, wish.guests, wish.id, wish.length)
        slot = sight.day.slot[place].id
        for table in _tables(sight.day, about, place):
            found = _proposal(about, pairing, Spot(slot, table))
            new = sight.new(wish.id, wish.hosts, wish.guests)
            if place + wish.length - 1 not in sight.day.slot:
                return None
            latitude = Latitude(leaving=(about.id,), is_new=True)
            there = arranged(sight.day, found, new)
            target = Targets(sight.day, there, sight.now, sight.floor.rules, latitude)
            bar = target.at(place, table).bar
            if bar is None:
                after = applied(sight.day, found, sight.now, sight.floor.rules, new)
                return Step(after, wish.people)
            if bar not in _OF_THE_TABLE:
                return None
        return None


def _is_busy(sight: Sight, about: DayMeeting, wish: OpenWish, place: int) -> bool:
    """Tell at once what the rules of moving say at length."""
    return any(
        place in meeting.places and meeting.id != about.id and meeting.said != Word.NO_SHOW
        for person in wish.people
        for meeting in sight.day.of_person.get(person, ())
    )


def _tables(day: FloorDay, about: DayMeeting, place: int) -> Iterator[UUID]:
    """Yield the tables that nobody has then, that of the meeting first."""
    if about.table in day.table:
        yield about.table
    for table in day.tables:
        there = day.at.get((table.id, place), ())
        if table.id != about.table and all(
            each.cancelled or each.said == Word.NO_SHOW for each in there
        ):
            yield table.id


def _proposal(about: DayMeeting, pairing: Pairing, to: Spot) -> Proposal:
    people = tuple(dict.fromkeys((*pairing.hosts, *pairing.guests)))
    kind = Kind.NEW_PARTNER_NOW
    return Proposal("", kind, about.id, pairing, to, False, 0, (), people, ())
