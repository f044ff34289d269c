"""What holds whatever is done on the floor, in whatever order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.errors import DeskError
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Spot
from app.floor.seating import Seating
from app.floor.states import MeetingState, Missing, Word, standing
from app.journal.undo import redo, undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock, copy_event

PEOPLE = [f"P{number}" for number in range(8)]
SLOTS = ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")
TABLES = ("1", "2", "3")
UNDER_WAY = {MeetingState.RUNNING, MeetingState.HELD}

pairs = st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True)
planned = st.lists(
    st.tuples(pairs, st.sampled_from(SLOTS), st.sampled_from(TABLES)), min_size=3, max_size=9
)
here = st.sets(st.sampled_from(PEOPLE))
deeds = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("accept", "cancel", "comes", "later", "leaves"),
                *("move", "no_show", "restore", "sits", "swap"),
            ]
        ),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    min_size=4,
    max_size=10,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(planned, st.lists(pairs, max_size=6), here, deeds)
@example(  # Another meeting makes room by going where this one is, which then does not take place.
    meetings=[
        (["P0", "P1"], "11:05", "3"),
        (["P0", "P1"], "10:15", "1"),
        (["P0", "P1"], "10:40", "1"),
        (["P2", "P3"], "11:30", "3"),
        (["P0", "P1"], "12:20", "1"),
        (["P0", "P1"], "11:55", "1"),
    ],
    wishes=[["P0", "P1"], ["P2", "P4"], ["P2", "P0"]],
    came={"P0", "P1", "P2", "P3", "P4", "P5"},
    done=[("accept", 20, 28)],
)
def test_whatever_is_done_the_day_holds_together(
    meetings: list[tuple[list[str], str, str]],
    wishes: list[list[str]],
    came: set[str],
    done: list[tuple[str, int, int]],
) -> None:
    with _running_day(meetings, wishes, came) as day:
        known = {meeting.id for meeting in day.read().meetings}
        for kind, one, other in done:
            before = day.read()
            try:
                is_undoable = _DEEDS[kind](day, one, other)
            except DeskError:
                assert day.read() == before
                continue
            after = day.read()
            assert _doubled(after, day) == []
            assert known <= {meeting.id for meeting in after.meetings}
            assert _moved_under_way(before, after, day) == []
            known |= {meeting.id for meeting in after.meetings}
            if is_undoable and after != before:
                undo(day.journal)
                assert day.read() == before
                redo(day.journal)
                assert day.read() == after


def test_moving_without_looking_would_double_people() -> None:
    meetings = [(["P0", "P1"], "11:05", "1"), (["P0", "P2"], "11:30", "2")]
    with _running_day(meetings, [], set()) as day:
        read = day.read()
        one, other = read.meetings
        overlapping = FloorDay(
            **{name: getattr(read, name) for name in ("date", "zone", "slots", "tables", "people")},
            meetings=(_placed(one, other), other),
        )

        assert _doubled(overlapping, day)


@contextmanager
def _running_day(
    meetings: list[tuple[list[str], str, str]], wishes: list[list[str]], came: set[str]
) -> Iterator[RunningDay]:
    """Make a day of these meetings, but for those that would double somebody."""
    clock = MovableClock()
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", clock)
        day = RunningDay(Floor(event, EventBuilder(event)), clock)
        taken: set[tuple[str, str]] = set()
        for (guest, host), slot, table in meetings:
            wanted = {(slot, guest), (slot, host), (slot, f"table {table}")}
            if wanted.isdisjoint(taken):
                taken |= wanted
                day.meets(guest, host, slot, table)
        for guest, host in {tuple(sorted(each)) for each in wishes}:
            day.asks(guest, host)
        day.comes(*sorted(came))
        day.is_now("10:30")
        yield day
        event.close()


def _pick(day: RunningDay, number: int) -> DayMeeting:
    meetings = day.read().meetings
    return meetings[number % len(meetings)]


def _later(day: RunningDay, one: int, _other: int) -> bool:
    day.clock.passes(minutes=one % 14)
    return False


def _no_show(day: RunningDay, one: int, other: int) -> bool:
    side = list(Missing)[other % 3]
    day.acts.say(_pick(day, one).id, Word.NO_SHOW, side)
    return True


def _accept(day: RunningDay, one: int, other: int) -> bool:
    found = day.proposed(_pick(day, one).id)
    if found:
        day.accepts(found[other % len(found)])
    return bool(found)


def _move(day: RunningDay, one: int, other: int) -> bool:
    slot, table = SLOTS[other % len(SLOTS)], TABLES[other % len(TABLES)]
    spot = day.spot(slot, table)
    day.moving.move(FIRST_DAY, _pick(day, one).id, Spot(spot.slot, spot.table), anyway=True)
    return True


def _swap(day: RunningDay, one: int, other: int) -> bool:
    pair = _pick(day, one).id, _pick(day, other).id
    if pair[0] == pair[1]:
        return False
    day.moving.swap(FIRST_DAY, *pair, anyway=True)
    return True


def _comes(day: RunningDay, one: int, _other: int) -> bool:
    day.comes(PEOPLE[one % len(PEOPLE)])
    return True


def _leaves(day: RunningDay, one: int, _other: int) -> bool:
    day.leaves(PEOPLE[one % len(PEOPLE)])
    return True


def _cancel(day: RunningDay, one: int, _other: int) -> bool:
    day.acts.cancel(_pick(day, one).id)
    return True


def _restore(day: RunningDay, one: int, _other: int) -> bool:
    day.moving.restore(FIRST_DAY, _pick(day, one).id)
    return True


def _sits(day: RunningDay, one: int, other: int) -> bool:
    meeting = _pick(day, one)
    table = day.read().table[meeting.table].label
    who = meeting.people[other % len(meeting.people)]
    Seating(day.journal).sits(FIRST_DAY, table, str(who))
    return True


_DEEDS: Mapping[str, Callable[[RunningDay, int, int], bool]] = {
    "accept": _accept,
    "cancel": _cancel,
    "comes": _comes,
    "later": _later,
    "leaves": _leaves,
    "move": _move,
    "no_show": _no_show,
    "restore": _restore,
    "sits": _sits,
    "swap": _swap,
}


def _doubled(read: FloorDay, day: RunningDay) -> list[object]:
    """Give who and what is at two meetings in one slot; a no-show takes nobody and no table."""
    taken: Counter[object] = Counter()
    for meeting in read.meetings:
        gone = {MeetingState.CANCELLED, MeetingState.NO_SHOW}
        if standing(read, meeting, day.clock.now).state not in gone:
            for place in meeting.places:
                taken.update((place, person) for person in meeting.people)
                taken[(place, meeting.table)] += 1
    return [each for each, times in taken.items() if times > 1]


def _moved_under_way(before: FloorDay, after: FloorDay, day: RunningDay) -> list[UUID]:
    return [
        meeting.id
        for meeting in before.meetings
        if standing(before, meeting, day.clock.now).state in UNDER_WAY
        and (after.meeting[meeting.id].place, after.meeting[meeting.id].table)
        != (meeting.place, meeting.table)
    ]


def _placed(meeting: DayMeeting, where: DayMeeting) -> DayMeeting:
    values = {name: getattr(meeting, name) for name in DayMeeting.__dataclass_fields__}
    return DayMeeting(**{**values, "place": where.place})
