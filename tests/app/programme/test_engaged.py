"""Whoever has to be in a session meets nobody then: plans and the floor know it."""

from __future__ import annotations

import pytest

from app.floor.attention import Need
from app.floor.targets import Bar
from app.meetings.planning import PlanContradicts, Planning, PlanOrder
from app.meetings.problem_of import Scope, problem_of
from app.planning.problem import Problem
from app.programme.orders import Place
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.programme.holding import Holding

FIRST = ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")


def problem(holding: Holding) -> Problem:
    with holding.journal.reading() as session:
        return problem_of(session, Scope()).problem


def free(holding: Holding, name: str) -> list[str]:
    """Give the slots of the first day that somebody can be planned in, by their starts."""
    people = {each.name: each for each in problem(holding).people}
    mask = people[str(holding.floor.who(name))].free
    return [clock for place, clock in enumerate(FIRST) if mask >> place & 1]


def test_who_is_booked_or_speaks_is_not_free_for_meetings(holding: Holding) -> None:
    holding.floor.asks("Ada", "Bo")
    holding.floor.asks("Cy", "Bo")
    holding.holds("Talk", "10:30", "11:10", speakers="Bo")
    holding.books("Talk", "Ada")

    assert free(holding, "Ada") == free(holding, "Bo") == ["11:30", "11:55", "12:20"]
    assert free(holding, "Cy") == [*FIRST]


def test_a_session_for_everybody_takes_its_slots_from_all_but_who_is_excused(
    holding: Holding,
) -> None:
    holding.floor.asks("Ada", "Bo")
    opening = holding.holds("Opening", "10:00", "11:00", everybody=True)
    holding.holds("For some", "11:00", "12:00")
    holding.bookings.excuse(opening, holding.floor.who("Ada"))

    assert free(holding, "Ada") == [*FIRST]
    assert free(holding, "Bo") == ["11:05", "11:30", "11:55", "12:20"]


def test_a_session_that_is_cancelled_or_moved_gives_its_slots_back(holding: Holding) -> None:
    holding.floor.asks("Ada", "Bo")
    talk = holding.holds("Talk", "10:15", "11:00")
    holding.books("Talk", "Ada")

    holding.sessions.move(talk, Place(at("12:20"), at("13:00")))
    assert free(holding, "Ada") == [*FIRST][:-1]
    holding.sessions.cancel(talk)
    assert free(holding, "Ada") == [*FIRST]


def test_a_meeting_of_somebody_who_is_booked_then_needs_somebody(
    holding: Holding, day: RunningDay
) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.meets("Cy", "Di", "11:05", "5")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:20")
    day.read()

    holding.holds("Talk", "11:00", "12:00")
    holding.books("Talk", "Ada")

    (item,) = day.attention()
    assert (item.need, item.meetings, item.sessions) == (Need.IN_SESSION, (meeting,), ("Talk",))
    assert item.missing == (holding.floor.who("Ada"),)
    (told,) = holding.conflicts()
    assert (told.kind, told.sessions, told.meeting) == ("meeting", ("S-A1",), "M-A1")
    assert [each.name for each in told.people] == ["Ada Of"]
    holding.unbooks("Talk", "Ada")
    assert day.needs() == []


def test_nobody_is_moved_or_proposed_into_a_session_they_have_to_be_in(
    holding: Holding, day: RunningDay
) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:20")
    holding.holds("Talk", "11:00", "12:15")
    holding.books("Talk", "Ada")

    targets, slots = day.targets(meeting), day.read().slots
    bars = [targets.at(slot.place, day.table("5")).bar for slot in slots[2:]]
    assert bars == [Bar.ELSEWHERE, Bar.ELSEWHERE, Bar.ELSEWHERE, None]


def test_a_meeting_during_a_session_is_proposed_for_another_time(
    holding: Holding, day: RunningDay
) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:20")
    holding.holds("Talk", "11:00", "12:15")
    holding.books("Talk", "Ada")

    proposed = day.proposed(meeting)

    in_talk = {day.spot(clock, "4").slot for clock in ("11:05", "11:30", "11:55")}
    assert proposed
    assert in_talk.isdisjoint(each.to.slot for each in proposed)


def test_a_plan_leaves_people_in_their_sessions(holding: Holding) -> None:
    for guest in ("Bo", "Cy", "Di", "Ed"):
        holding.floor.asks(guest, "Ada")
    holding.holds("Talk", "10:00", "11:30")
    holding.books("Talk", "Ada")
    planning = Planning(holding.journal, "A")

    planning.accept(planning.make(PlanOrder()))

    assert len(holding.floor.meetings()) == 4
    assert holding.conflicts() == ()


def test_a_meeting_that_is_to_stay_during_a_session_is_named_before_anything_is_planned(
    holding: Holding, day: RunningDay
) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    holding.floor.asks("Cy", "Ada")
    holding.holds("Talk", "11:00", "11:30")
    holding.books("Talk", "Ada")
    planning = Planning(holding.journal, "A")

    with pytest.raises(PlanContradicts) as refused:
        planning.make(PlanOrder(keeps_planned=True))

    assert (refused.value.why, refused.value.named.pairs[0].number) == ("not_free", "M-A1")


@pytest.mark.parametrize("everybody", [True, False])
def test_what_is_new_of_the_programme_is_read_as_if_all_was_read(
    holding: Holding, day: RunningDay, everybody: bool
) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.read()

    talk = holding.holds("Talk", "11:00", "12:00", everybody=everybody)
    day.read()
    holding.books("Talk", "Ada")
    day.read()
    holding.sessions.move(talk, Place(starts_at=at("12:00")))
    assert day.read().people[holding.floor.who("Ada")].engaged[0].starts_at == at("12:00")
    holding.bookings.excuse(talk, holding.floor.who("Ada"))
    assert day.read().people[holding.floor.who("Ada")].engaged == ()
    holding.sessions.cancel(talk)
    assert day.read().people[holding.floor.who("Bo")].engaged == ()
