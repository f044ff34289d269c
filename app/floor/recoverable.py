"""How much of a day that was played could be recovered at most, if all were known beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.floor.crowd import Turnout
from app.floor.day import DayMeeting, DaySlot, FloorDay, Participant
from app.floor.judging import is_held
from app.floor.playing import Floor, is_enough
from app.floor.translating import Translator
from app.meetings.wishes import Wish
from app.planning import problem as p


def most_recovered(turnout: Turnout, floor: Floor) -> int:
    """Count the meetings that can be recovered at most by whoever knows who comes and when.

    What is held as planned stands, and may move; anything lost, and any open request, may be had
    whenever its people are there for half of a slot.
    """
    # They take numpy and scipy, which few commands need.
    from app.planning.disruption import Disruption, day_after  # noqa: PLC0415
    from app.planning.repair import Repairing  # noqa: PLC0415

    day = turnout.day
    start = day.slots[0].starts_at
    to = Translator(day, floor.beside, start, start)
    plan = [each for each in day.meetings if not each.cancelled]
    held = {str(each.id): each for each in plan if is_held(day, each)}
    wishes = [to.wished(str(each.id), each) for each in _open(day, floor)]
    requests = [*(to.request(str(each.id), each) for each in plan), *wishes]
    problem = p.Problem(
        slots=tuple(p.Slot(str(slot.id), str(slot.block)) for slot in day.slots),
        people=tuple(_people(day, floor, to, held.values())),
        tables=tuple(_tables(day, to)),
        # What comes after what, and what is scarce, is left out: the bound only gets higher.
        requests=tuple(replace(each, after=frozenset(), needs=frozenset()) for each in requests),
        far=day.far,
    )
    stands = [to.placed(name, meeting) for name, meeting in held.items()]
    return Repairing(day_after(problem, stands, Disruption())).at_most()[0]


def _open(day: FloorDay, floor: Floor) -> Iterator[Wish]:
    """Yield the wishes that have no meeting on any day, of people who come to this one."""
    wishes = floor.beside.wishes
    rows = {meeting.request for meeting in day.meetings} | {*day.elsewhere.values()}
    met = {wish.id for row in rows if row is not None and (wish := wishes.of_row(row))}
    for meeting in day.meetings:
        asked = wishes.of_sides(meeting.hosts, meeting.guests)
        if asked is not None:
            met.add(asked.id)
    for wish in wishes.all.values():
        if not wish.withdrawn and wish.id not in met and day.people.keys() >= {*wish.people}:
            yield wish


def _people(
    day: FloorDay, floor: Floor, to: Translator, held: Iterable[DayMeeting]
) -> Iterator[p.Person]:
    met: dict[UUID, int] = defaultdict(int)
    for meeting in held:
        for person in meeting.people:
            met[person] |= to.slots_of(meeting)
    rules = floor.beside.around.rules
    for person, someone in day.people.items():
        there = sum(1 << place for place, slot in enumerate(day.slots) if _is_there(someone, slot))
        free = (to.of_day(someone.free) & there) | met[person]
        yield p.Person(str(person), free, rules.most_meetings, rules.most_in_row)


def _is_there(someone: Participant, slot: DaySlot) -> bool:
    longest = timedelta()
    for stay in someone.stays:
        until = slot.ends_at if stay.until is None else min(stay.until, slot.ends_at)
        longest = max(longest, until - max(stay.since, slot.starts_at))
    return is_enough(longest, slot.ends_at - slot.starts_at)


def _tables(day: FloorDay, to: Translator) -> Iterator[p.Table]:
    for table in day.tables:
        owners = frozenset(str(owner) for owner in table.owners if owner in day.people)
        is_open = not table.owners or bool(owners)
        yield p.Table(str(table.id), to.of_day(table.open) if is_open else 0, table.zone, owners)
