"""Speed presentations: who speaks when, and what the day makes of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checkin.scanning import Scanning
from app.delegates.registration import Status
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.journal.undo import redo, undo
from app.speeches.deeds import SpeakerChanged, SpeakerSet
from app.speeches.known import SpeechOrder, turn_row
from app.speeches.ordering import GAP, Order
from app.speeches.running import NoSpeeches, Phase, Slot, Speeches, SpeechesNotPossible
from app.speeches.speaking import Speaking
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


def test_who_speaks_is_chosen_by_kind_by_decision_and_by_who_is_here(
    open_event: OpenEvent, event: EventBuilder, people: dict[str, UUID]
) -> None:
    event.delegate("Gus", kind="company")
    speaking = Speaking(open_event.journal)

    def speak(order: SpeechOrder) -> list[str]:
        return sorted(each.name for each in speaking.would_speak(FIRST_DAY, order))

    assert speak(SpeechOrder(START, 5, kind="company")) == ["Gus"]
    assert speak(SpeechOrder(START, 5, status=Status.RECEIVED)) == ["Fay"]
    Scanning(speaking.journal).check_in(people["Di"])
    assert speak(SpeechOrder(START, 5, here=True)) == ["Di"]
    assert speak(SpeechOrder(START, 5, delegation="baltic")) == ["Cy", "Di"]


def test_somebody_moves_up_and_down_but_not_before_who_has_begun(
    speaking: Speaking, people: dict[str, UUID], clock: MovableClock
) -> None:
    speaking.move(FIRST_DAY, people["Eli"], 2)
    assert names(speaking) == ["Cy", "Eli", "Di", "Ada", "Bo"]
    speaking.move(FIRST_DAY, people["Eli"], 4)
    assert names(speaking) == ["Cy", "Di", "Ada", "Eli", "Bo"]
    clock.now = START
    speaking.go_on(FIRST_DAY)
    speaking.move(FIRST_DAY, people["Bo"], 1)
    assert names(speaking) == ["Cy", "Bo", "Di", "Ada", "Eli"]
    undo(speaking.journal)
    assert names(speaking) == ["Cy", "Di", "Ada", "Eli", "Bo"]
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.move(FIRST_DAY, people["Bo"], 6)
    assert (refused.value.reason, refused.value.value) == ("place", 6)


def test_who_is_taken_off_the_list_can_be_added_and_speaks_last(
    speaking: Speaking, people: dict[str, UUID], clock: MovableClock
) -> None:
    speaking.remove(FIRST_DAY, people["Cy"])
    assert names(speaking) == ["Di", "Ada", "Bo", "Eli"]
    speaking.add(FIRST_DAY, people["Cy"])
    assert names(speaking) == ["Di", "Ada", "Bo", "Eli", "Cy"]
    undo(speaking.journal)
    undo(speaking.journal)
    assert names(speaking) == ["Cy", "Di", "Ada", "Bo", "Eli"]
    clock.now = START
    speaking.go_on(FIRST_DAY)
    for who, reason in (("Cy", "not_waiting"), ("Zed", "not_on_list")):
        with pytest.raises(SpeechesNotPossible) as refused:
            speaking.remove(FIRST_DAY, people.get(who, UUID(int=5)))
        assert refused.value.reason == reason


def test_who_is_not_accepted_is_not_added(speaking: Speaking, event: EventBuilder) -> None:
    with pytest.raises(SpeechesNotPossible) as refused:
        speaking.add(FIRST_DAY, event.delegate("Hal", status="received"))
    assert refused.value.reason == "not_accepted"


def test_speeches_set_again_after_they_were_dropped_begin_afresh(
    speaking: Speaking, people: dict[str, UUID], clock: MovableClock
) -> None:
    clock.now = START
    speaking.go_on(FIRST_DAY)
    speaking.drop(FIRST_DAY)
    speaking.set(FIRST_DAY, FIVE_AND_FIVE)
    assert all(each.slot.is_open for each in speaking.of_day(FIRST_DAY)[1])
    assert len(names(speaking)) == len(people)
    undo(speaking.journal)
    undo(speaking.journal)
    assert [each.slot.runs for each in speaking.of_day(FIRST_DAY)[1]] == [True, *4 * [False]]


def test_changes_of_two_desks_that_were_not_in_step_both_stand(
    speaking: Speaking, open_event: OpenEvent, people: dict[str, UUID], event: EventBuilder
) -> None:
    late = event.delegate("Zoe")
    before = speaking.of_day(FIRST_DAY)[0]
    speaking.move(FIRST_DAY, people["Bo"], 1)
    # What another desk wrote on the list as it was: it adds somebody and skips another.
    skipped = SpeakerChanged(
        turn_row(before.id, people["Ada"]), {"skipped": True}, {"skipped": False}
    )
    joined = SpeakerSet(turn_row(before.id, late), before.id, late, 5 * GAP)
    with open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write_all([skipped, joined])
    assert names(speaking) == ["Bo", "Cy", "Di", "Eli", "Zoe"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["begun", "done", "skipped", "open"]), st.integers(0, 40)),
        max_size=8,
    ),
    st.integers(0, 90),
    st.integers(0, 60),
)
def test_time_that_passes_moves_exactly_those_who_have_not_spoken(
    turns: list[tuple[str, int]], passed: int, more: int
) -> None:
    slots, at = [], START
    for n, (state, minutes) in enumerate(turns):
        ends = at + timedelta(minutes=minutes)
        began = at if state in {"begun", "done"} else None
        slots.append(
            Slot(UUID(int=n), began, ends if state == "done" else None, state == "skipped")
        )
        at = ends if began else at
    speeches = Speeches(UUID(int=99), FIRST_DAY, START, 5, 5, tuple(slots))
    now = at + timedelta(minutes=passed)
    before, after = (speeches.times(when) for when in (now, now + timedelta(minutes=more)))
    moved = {
        later - earlier
        for slot, earlier, later in zip(slots, before, after, strict=True)
        if slot.began is None
    }
    assert len(moved) <= 1
    assert moved <= {timedelta(minutes=n) for n in range(more + 1)}
    for slot, earlier, later in zip(slots, before, after, strict=True):
        assert slot.began is None or earlier == later == slot.began
    assert speeches.ends_at(now) <= speeches.ends_at(now + timedelta(minutes=more))
