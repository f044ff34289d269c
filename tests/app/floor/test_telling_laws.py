"""Laws of who must be told, on days drawn at random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Participant
from app.floor.telling import By, Known, lines_of, to_tell
from app.meetings.attendees import MeetingKind, Someone

PEOPLE, TABLES, SLOTS = 6, 4, 5
NINE = datetime(2027, 3, 16, 9, tzinfo=UTC)
EARLY = NINE - timedelta(hours=1)


def person(number: int) -> UUID:
    return UUID(int=1 + number)


def starts(place: int) -> datetime:
    return NINE + timedelta(minutes=25 * place)


def meeting(number: int, drawn: tuple[int, int, int, int]) -> DayMeeting:
    host, guest, place, table = drawn
    return DayMeeting(
        id=UUID(int=1000 + number),
        number=f"M-{number}",
        request=None,
        hosts=(person(host),),
        guests=(person((host + 1 + guest) % PEOPLE),),
        place=place,
        length=1,
        table=UUID(int=100 + table),
        kind=MeetingKind.B2B,
        starts_at=starts(place),
        ends_at=starts(place) + timedelta(minutes=20),
    )


def day_of(meetings: tuple[DayMeeting, ...]) -> FloorDay:
    return FloorDay(
        date(2027, 3, 16),
        ZoneInfo("UTC"),
        tuple(
            DaySlot(UUID(int=10 + at), UUID(int=9), at, at + 1, starts(at), starts(at))
            for at in range(SLOTS)
        ),
        tuple(DayTable(UUID(int=100 + at), str(at), "") for at in range(TABLES)),
        {
            person(at): Participant(Someone(person(at), f"A-{at}", f"P{at}", "", ""))
            for at in range(PEOPLE)
        },
        meetings,
    )


drawn = st.lists(
    st.tuples(
        st.integers(0, PEOPLE - 1),
        st.integers(0, PEOPLE - 2),
        st.integers(0, SLOTS - 1),
        st.integers(0, TABLES - 1),
    ),
    max_size=10,
).map(lambda all_: day_of(tuple(meeting(at, each) for at, each in enumerate(all_))))
changes = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["move", "cancel"]), st.integers(0, SLOTS - 1)),
    max_size=6,
)


def known(day: FloorDay) -> Mapping[UUID, Known]:
    """Let everybody have on paper what the day says."""
    return {
        each: Known(By.PAPER, EARLY, partial(lines_of, day, each), holds_paper=True)
        for each in day.people
    }


def changed(day: FloorDay, by: list[tuple[int, str, int]]) -> FloorDay:
    meetings = list(day.meetings)
    for at, what, place in by:
        if at < len(meetings):
            was = meetings[at]
            times = (starts(place), starts(place) + timedelta(minutes=20))
            meetings[at] = (
                replace(was, cancelled=True)
                if what == "cancel"
                else replace(was, place=place, starts_at=times[0], ends_at=times[1])
            )
    return replace(day, meetings=tuple(meetings))


@given(day=drawn)
def test_where_nothing_changed_nobody_must_be_told(day: FloorDay) -> None:
    assert to_tell(day, EARLY, known(day)) == ()


@given(day=drawn, by=changes)
def test_whoever_is_led_elsewhere_must_be_told_and_nobody_else(
    day: FloorDay, by: list[tuple[int, str, int]]
) -> None:
    after = changed(day, by)

    found = to_tell(after, EARLY, known(day))

    def led(of: FloorDay, each: UUID) -> set[tuple[object, ...]]:
        return {(line.meeting, line.starts_at, line.table) for line in lines_of(of, each)}

    expected = {each for each in day.people if led(day, each) != led(after, each)}
    assert {each.person.who.id for each in found} == expected
    assert [each.matters_at for each in found] == sorted(each.matters_at for each in found)


@given(day=drawn, by=changes)
def test_what_is_taken_back_concerns_nobody(day: FloorDay, by: list[tuple[int, str, int]]) -> None:
    after = changed(day, by)

    assert to_tell(replace(after, meetings=day.meetings), EARLY, known(day)) == ()


@given(day=drawn, by=changes)
def test_whoever_heard_of_it_all_was_told(day: FloorDay, by: list[tuple[int, str, int]]) -> None:
    after = changed(day, by)

    found = to_tell(after, EARLY, known(day), heard=known(after))

    assert all(each.told is not None for each in found)
    assert not any(each.told for each in to_tell(after, EARLY, known(day), heard=known(day)))


@given(day=drawn, by=changes, place=st.integers(0, SLOTS))
def test_what_is_over_concerns_nobody(
    day: FloorDay, by: list[tuple[int, str, int]], place: int
) -> None:
    now = starts(place)

    found = to_tell(changed(day, by), now, known(day))

    for each in found:
        for change in each.changes:
            assert any(line.ends_at > now for line in (change.was, change.now) if line)
