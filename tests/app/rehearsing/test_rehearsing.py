"""A day that is played on a copy, with people who come as they were drawn; real files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.event.facts import event_facts
from app.floor.acts import FloorActs
from app.floor.crowd import Crowd
from app.floor.day import FloorDay
from app.floor.rehearsal import NothingToRehearse
from app.floor.seating import Seating
from app.floor.states import Missing, Word
from app.journal.journal import Changes
from app.journal.undo import undo
from app.rehearsing.cast import Cast, What, happenings
from app.rehearsing.copies import days_with_meetings
from app.rehearsing.opening import Begun, LiveOrder, begin
from app.rehearsing.summing import Sum, recovered_by_proposals, summed
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import DESK_1, FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock

CALM = Crowd(no_shows=0, morning=0, late=0, leaving=0, overruns=0)
NOBODY = Crowd(no_shows=1)
LATE = Crowd(no_shows=0, morning=0, late=1, late_minutes=(15, 15), leaving=0, overruns=0)
LEAVING = Crowd(no_shows=0, morning=0, late=0, leaving=1, overruns=0)


@contextmanager
def _begun(
    day: RunningDay, crowd: Crowd, heard: list[Changes] | None = None
) -> Iterator[tuple[Begun, RunningDay]]:
    """Begin a rehearsal of the first day; give it with the running day of its copy."""
    order = LiveOrder(FIRST_DAY, 60, crowd, 1, "Rehearsal of Cluster days", "Rehearsal")
    begun = begin(day.journal, order, DESK_1, (heard if heard is not None else []).append)
    try:
        copied = Floor(begun.actors, EventBuilder(begun.actors))
        yield begun, RunningDay(copied, MovableClock())
    finally:
        begun.end()


def _acts(begun: Begun, clock: str) -> list[What]:
    """Let all happen that is due by then, and be then."""
    begun.clock.go_to(at(clock))
    done = []
    while (due := begun.cast.is_due_at) is not None and due <= begun.clock():
        done += [each.what for each in begun.cast.act(begun.clock())]
    return done


def _sum(begun: Begun) -> Sum:
    return summed(begun.actors.journal, begun.turnout, begun.since, begun.clock())


def test_the_event_is_the_same_byte_for_byte_and_the_copy_goes(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    file = day.journal.database.file
    before = _bytes(file)

    with _begun(day, CALM) as (begun, _):
        copy = begun.copy.file
        assert _acts(begun, "10:41") == [What.COMES, What.COMES]
        FloorActs(begun.actors.journal).say(lost, Word.NO_SHOW, Missing.HOST)
        assert copy.exists()

    assert not copy.parent.exists()
    assert _bytes(file) == before
    assert day.meeting(lost).said == ""


def _bytes(file: Path) -> dict[str, bytes]:
    """Give the event with all that is not yet moved into it; who reads is noted elsewhere."""
    beside = [file, file.with_name(f"{file.name}-wal")]
    return {each.name: each.read_bytes() for each in beside}


def test_the_copy_says_what_it_is_and_begins_before_anything_has_happened(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.acts.comes_at(day.floor.who("Bo"), at("10:50"))
    day.is_now("10:42")
    Seating(day.journal).sits(FIRST_DAY, "9", str(day.floor.who("Ada")))
    day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)
    day.acts.call([day.meets("Ada", "Bo", "11:05", "9")])

    with _begun(day, NOBODY) as (begun, copied):
        with begun.actors.journal.reading() as session:
            assert event_facts(session).name == "Rehearsal of Cluster days"
        assert begun.clock() == at("10:00")
        read = copied.read()
        assert all(not each.said and each.called_at is None for each in read.meetings)
        assert all(each.guests_seated_at is None for each in read.meetings)
        assert all(not who.stays and who.comes_at is None for who in read.people.values())
    assert day.meeting(meeting).said == Word.NO_SHOW
    assert day.read().meeting[meeting].guests_seated_at is not None


def test_people_come_by_the_clock_and_each_once(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    heard: list[Changes] = []

    with _begun(day, CALM, heard) as (begun, copied):
        heard.clear()
        assert _acts(begun, "10:15") == [What.COMES, What.COMES]
        assert any("CheckIn" in each.models for each in heard)
        assert _acts(begun, "12:45") == []
        assert begun.cast.is_due_at is None
        assert _stays(copied.read()) == _stays(begun.turnout.day)


def test_whoever_is_late_calls_before_and_whoever_goes_is_out(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    with _begun(day, LATE) as (begun, copied):
        assert _acts(begun, "10:31") == []
        assert _acts(begun, "10:33") == [What.CALLS, What.CALLS]
        assert {who.comes_at for who in copied.read().people.values()} == {at("10:55")}
        assert _acts(begun, "10:56") == [What.COMES, What.COMES]
    with _begun(day, LEAVING) as (begun, _):
        assert _acts(begun, "12:45")[2:] == [What.LEAVES, What.LEAVES]


def test_who_was_let_in_by_hand_is_not_let_in_twice(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    with _begun(day, LATE) as (begun, copied):
        begun.clock.go_to(at("10:20"))
        copied.floor.knows("Ada", day.floor.who("Ada"))
        copied.comes("Ada")

        assert _acts(begun, "12:45") == [What.CALLS, What.COMES]


def test_what_is_recovered_is_counted_and_beside_it_what_the_proposals_recover(
    day: RunningDay,
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.meets("Eva", "Fay", "12:20", "2")
    day.asks("Cy", "Ada", mutual=True)
    with _begun(day, CALM) as (drawn, copied):
        begun = _without(drawn, day.floor.who("Bo"))
        _acts(begun, "10:41")
        copied.acts.say(lost, Word.NO_SHOW, Missing.HOST)
        copied.clock.now = begun.clock()

        copied.accepts(copied.proposed(lost)[0])

        _acts(begun, "11:10")
        assert _sum(begun) == Sum(planned=1, alone=0, held=1)
        assert recovered_by_proposals(begun.turnout, begun.floor, begun.clock()) == 1
        begun.clock.go_to(at("12:45"))
        assert _sum(begun) == Sum(planned=2, alone=1, held=2)
        undo(begun.actors.journal)
        assert _sum(begun).recovered == 0


def _without(begun: Begun, person: UUID) -> Begun:
    """Let somebody not come."""
    drawn = begun.turnout.day
    people = {**drawn.people, person: replace(drawn.people[person], stays=())}
    turnout = replace(begun.turnout, day=replace(drawn, people=people))
    cast = Cast(begun.actors.journal, happenings(turnout))
    return replace(begun, turnout=turnout, cast=cast)


def test_days_without_meetings_are_not_rehearsed(day: RunningDay) -> None:
    assert days_with_meetings(day.journal) == ()
    with pytest.raises(NothingToRehearse), _begun(day, CALM):
        pass
    day.meets("Ada", "Bo", "10:40", "9", day=SECOND_DAY.day)

    assert days_with_meetings(day.journal) == (SECOND_DAY,)


def _stays(day: FloorDay) -> dict[UUID, list[tuple[datetime, datetime | None]]]:
    return {
        who: [(stay.since, stay.until) for stay in person.stays]
        for who, person in day.people.items()
    }
