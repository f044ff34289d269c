"""Speed presentations: who speaks when, and what the day makes of it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.journal.undo import redo, undo
from app.meetings.attendees import Someone
from app.speeches.running import NoSpeeches, Order, Phase, SpeechesNotPossible, in_order
from app.speeches.speaking import Speaking, SpeechOrder
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock

START = MORNING + timedelta(minutes=30)
FIVE_AND_FIVE = SpeechOrder(START, 5, 5, Order.DELEGATION)


@pytest.fixture
def people(event: EventBuilder) -> dict[str, UUID]:
    """Two of an American delegation, two of a Baltic one, one of none; one is not accepted."""
    found = {}
    for name, delegation in (("Ada", "US"), ("Bo", "US"), ("Cy", "Baltic"), ("Di", "Baltic")):
        found[name] = event.delegate(name, delegation=delegation)
    event.delegate("Fay", delegation="US", status="received")
    return found | {"Eli": event.delegate("Eli")}


@pytest.fixture
def speaking(open_event: OpenEvent, people: dict[str, UUID]) -> Speaking:
    """They speak in half an hour, delegation after delegation."""
    assert people
    speaking = Speaking(open_event.journal)
    speaking.set(FIRST_DAY, FIVE_AND_FIVE)
    return speaking


def names(speaking: Speaking) -> list[str]:
    return [each.who.name for each in speaking.of_day(FIRST_DAY)[1] if not each.slot.skipped]


def minutes(speaking: Speaking) -> list[int]:
    """Give when each speaks, in minutes after the planned start."""
    _speeches, told = speaking.of_day(FIRST_DAY)
    return [int((each.starts_at - START).total_seconds() // 60) for each in told]


def test_people_speak_by_delegation_or_in_turn_or_as_they_are_drawn(speaking: Speaking) -> None:
    assert names(speaking) == ["Cy", "Di", "Ada", "Bo", "Eli"]
    assert minutes(speaking) == [0, 10, 20, 30, 40]
    speaking.set(FIRST_DAY, SpeechOrder(START, 5, 5, Order.MIXED))
    assert names(speaking) == ["Cy", "Ada", "Eli", "Di", "Bo"]
    speaking.set(FIRST_DAY, SpeechOrder(START, 5, 5, Order.DRAWN, seed=4))
    drawn = names(speaking)
    assert sorted(drawn) == ["Ada", "Bo", "Cy", "Di", "Eli"]
    speaking.set(FIRST_DAY, SpeechOrder(START, 5, 5, Order.DRAWN, seed=4))
    assert names(speaking) == drawn
    speaking.set(FIRST_DAY, SpeechOrder(START, 5, 5, delegation="US"))
    assert names(speaking) == ["Ada", "Bo"]


def test_the_clock_says_what_a_speaker_is_at_and_who_is_next(
    speaking: Speaking, people: dict[str, UUID], clock: MovableClock
) -> None:
    Scanning(speaking.journal).check_in(people["Cy"])
    clock.now = START
    speaking.go_on(FIRST_DAY)
    for passed, phase, left in (
        (60, Phase.SPEAKING, 240),
        (245, Phase.LAST_MINUTE, 55),
        (310, Phase.QUESTIONS, 290),
        (660, Phase.OVER, -60),
    ):
        clock.now = START + timedelta(seconds=passed)
        now = speaking.now(FIRST_DAY)
        assert now.speech is not None
        assert now.speech.who.name == "Cy"
        assert (now.phase, now.left) == (phase, timedelta(seconds=left))
    now = speaking.now(FIRST_DAY)
    assert now.next is not None
    assert (now.next.who.name, now.next.is_here) == ("Di", False)
    assert now.next.starts_at == clock.now


def test_who_overruns_moves_all_after_them_and_who_is_quick_brings_them_forward(
    speaking: Speaking, clock: MovableClock
) -> None:
    clock.now = START
    speaking.go_on(FIRST_DAY)
    clock.passes(minutes=14)
    assert minutes(speaking) == [0, 14, 24, 34, 44]
    assert speaking.now(FIRST_DAY).late_by == timedelta(minutes=4)
    speaking.go_on(FIRST_DAY)
    clock.passes(minutes=2)
    speaking.go_on(FIRST_DAY)
    assert minutes(speaking) == [0, 14, 16, 26, 36]
    assert speaking.now(FIRST_DAY).late_by == timedelta()


def test_a_late_start_is_told_before_anybody_speaks(
    speaking: Speaking, clock: MovableClock
) -> None:
    clock.now = START + timedelta(minutes=7)
    assert minutes(speaking) == [7, 17, 27, 37, 47]
    now = speaking.now(FIRST_DAY)
    assert (now.speech, now.late_by) == (None, timedelta(minutes=7))


def test_skip_swap_and_add_as_it_runs(
    speaking: Speaking, people: dict[str, UUID], clock: MovableClock
) -> None:
    clock.now = START
    speaking.go_on(FIRST_DAY)
    speaking.skip(FIRST_DAY, people["Di"])
    speaking.swap(FIRST_DAY, people["Ada"], people["Eli"])
    assert names(speaking) == ["Cy", "Eli", "Bo", "Ada"]
    speaking.add(FIRST_DAY, people["Di"])
    assert names(speaking) == ["Cy", "Eli", "Bo", "Ada", "Di"]
    undo(speaking.journal)
    assert names(speaking) == ["Cy", "Eli", "Bo", "Ada"]
    redo(speaking.journal)
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.skip(FIRST_DAY, people["Cy"])
    assert refused.value.reason == "not_waiting"
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.add(FIRST_DAY, people["Di"])
    assert refused.value.reason == "speaks_already"
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.set(FIRST_DAY, FIVE_AND_FIVE)
    assert refused.value.reason == "begun"


def test_when_everybody_has_spoken_nobody_is_next(speaking: Speaking, clock: MovableClock) -> None:
    clock.now = START
    for _each in range(6):
        speaking.go_on(FIRST_DAY)
        clock.passes(minutes=8)
    now = speaking.now(FIRST_DAY)
    assert (now.speech, now.next) == (None, None)
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.go_on(FIRST_DAY)
    assert refused.value.reason == "nobody_left"


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (SpeechOrder(START, 0), "minutes"),
        (SpeechOrder(START, 5, -1), "questions"),
        (SpeechOrder(START, 5, delegation="Mars"), "nobody"),
    ],
)
def test_nonsense_is_refused(speaking: Speaking, order: SpeechOrder, reason: str) -> None:
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.set(FIRST_DAY, order)
    assert refused.value.reason == reason


def test_dropped_speeches_are_gone_until_undo(speaking: Speaking) -> None:
    speaking.drop(FIRST_DAY)
    with pytest.raises(NoSpeeches):
        speaking.of_day(FIRST_DAY)
    undo(speaking.journal)
    assert len(names(speaking)) == 5


@given(
    st.lists(st.sampled_from(["", "US", "Baltic", "Nordic"]), max_size=30),
    st.sampled_from(list(Order)),
)
def test_everybody_speaks_once_and_mixed_delegations_take_turns(
    delegations: list[str], order: Order
) -> None:
    people = [
        (Someone(UUID(int=n), f"A-{n}", f"P{n}", "", ""), delegation)
        for n, delegation in enumerate(delegations)
    ]
    found = in_order(people, order)
    assert sorted(each.id for each in found) == [who.id for who, _delegation in people]
    if order is Order.MIXED:
        of = {who.id: delegation for who, delegation in people}
        spoken: Counter[str] = Counter()
        for each in found:
            waiting = Counter(delegations) - spoken
            # Nobody speaks again while a delegation waits that has spoken less often.
            assert spoken[of[each.id]] == min(spoken[name] for name in waiting)
            spoken[of[each.id]] += 1
