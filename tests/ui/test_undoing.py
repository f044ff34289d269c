from __future__ import annotations

import pytest

from app.deeds import all_kinds
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.tables import Tables
from app.floor.changes import ClosePlaces, Delay, Shorten
from app.meetings.standing import StandingMeetings
from app.outcomes.outcome import Outcome
from app.outcomes.recording import Recording
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.undoing import ALONG, NAMES, UNDOES, redone, undone


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)


def test_whatever_can_be_taken_back_is_named_once() -> None:
    known = [*NAMES, *ALONG, *UNDOES]

    assert sorted(known) == sorted(name for name, kind in all_kinds().items() if kind.undo)


def test_who_was_registered_is_named_though_they_are_off_the_list(
    open_event: OpenEvent, roster: Roster
) -> None:
    roster.register(PersonOrder("Ugne", "Zemaite", organisation="A new one"))

    said = undone(open_event.journal), redone(open_event.journal), undone(open_event.journal)

    name = "The registration on site of Ugne Zemaite"
    assert said == (f"{name} is taken back.", f"{name} stands again.", f"{name} is taken back.")


def test_a_decision_on_several_counts_the_others(
    event: EventBuilder, open_event: OpenEvent, roster: Roster
) -> None:
    people = [event.delegate("Ada"), event.delegate("Ben"), event.delegate("Cy")]
    roster.set_status_of_many(people, Status.WAITING)

    said = undone(open_event.journal)

    assert "The decision on the application of " in said
    assert " and 2 others is taken back." in said


def test_what_was_done_to_the_hall_is_named_as_well(open_event: OpenEvent) -> None:
    journal = open_event.journal
    (label,) = Tables(journal, StandingMeetings()).add(1)

    said = undone(journal), redone(journal)

    name = f"The new table {label}"
    assert said == (f"{name} is taken back.", f"{name} stands again.")


def test_what_was_done_on_the_floor_names_both_sides(
    event: EventBuilder, open_event: OpenEvent, clock: MovableClock
) -> None:
    day = RunningDay(Floor(open_event, event), clock)
    one, other = day.meets("Ada", "Bo", "11:05", "4"), day.meets("Cy", "Di Ed", "11:05", "5")
    journal = day.journal

    def taken_back() -> str:
        return undone(journal).removesuffix(" is taken back.")

    day.moves(one, "11:30", "4")
    assert undone(journal) == "The move of Bo Of and Ada Of is taken back."
    assert redone(journal) == "The move of Bo Of and Ada Of stands again."
    day.moving.swap(FIRST_DAY, one, other)
    assert taken_back() == "The move of Bo Of and Ada Of and 1 other meeting"
    day.acts.call([other])
    assert taken_back() == "The call of Di Of, Ed Of and Cy Of"
    day.acts.cancel(one)
    assert taken_back() == "The cancelled meeting of Bo Of and Ada Of"
    day.acts.comes_at(day.floor.who("Bo"), at("11:00"))
    assert taken_back() == "The announced arrival of Bo Of"
    assert taken_back() == "The move of Bo Of and Ada Of"
    assert taken_back() == "The new meeting of Di Of, Ed Of and Cy Of"


def test_a_meeting_that_makes_room_is_not_what_was_done(
    event: EventBuilder, open_event: OpenEvent, clock: MovableClock
) -> None:
    day = RunningDay(Floor(open_event, event), clock)
    lost = day.meets("Ada", "Bo", "11:05", "4")
    other = day.meets("Cy", "Di", "11:05", "5")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy", "Di")
    day.is_now("10:53")
    makes_room = next(each for each in day.proposed(lost) if each.moves)
    assert makes_room.moves[0].meeting == other

    day.accepts(makes_room)

    assert "The new meeting of" in undone(day.journal)


def test_a_closed_table_is_named_and_so_is_a_zone(
    event: EventBuilder, open_event: OpenEvent, clock: MovableClock
) -> None:
    day = RunningDay(Floor(open_event, event), clock)
    day.closes("4", "11:00")

    said = undone(day.journal), redone(day.journal)

    name = "The closure of table 4"
    assert said == (f"{name} is taken back.", f"{name} stands again.")
    closed = day.carries_out(ClosePlaces(tuple(map(day.table, ("5", "6"))), starts_at=at("11:00")))
    assert not closed.lost
    assert undone(day.journal) == "The closure of table 5 and 1 other is taken back."


def test_a_later_start_and_an_earlier_end_say_when_it_is_again(
    event: EventBuilder, open_event: OpenEvent, clock: MovableClock
) -> None:
    day = RunningDay(Floor(open_event, event), clock)
    journal = day.journal
    day.is_now("10:30")
    day.carries_out(Delay(20, at("11:05")))

    assert undone(journal) == "What was to start at 11:25 starts at 11:05 again."
    assert redone(journal) == "What was to start at 11:05 starts at 11:25 again."
    assert undone(journal) == "What was to start at 11:25 starts at 11:05 again."

    last = day.read().slots[-1]
    day.carries_out(Shorten(last.block, last.starts_at))

    assert undone(journal) == "The block is 10:15–12:40 again."
    assert redone(journal) == "The block is 10:15–12:20 again."


def test_an_outcome_is_what_was_done_and_not_that_the_meeting_was_held(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    day = RunningDay(Floor(open_event, EventBuilder(open_event)), clock)
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    Recording(day.journal).record(meeting, Outcome(interest=4))

    assert undone(day.journal) == "The outcome of Bo Of and Ada Of is taken back."
    assert redone(day.journal) == "The outcome of Bo Of and Ada Of stands again."
