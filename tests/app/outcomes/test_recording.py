"""Outcomes are kept by side, corrected field by field, and taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.floor.acts import MeetingIsCancelled, NotBegun, UnknownMeeting
from app.floor.history import history_of
from app.floor.states import MeetingState, Missing
from app.journal.undo import redo, undo
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side, Told, differing, kinds_of
from app.outcomes.recording import LONGEST, NothingRecorded, OutcomeNotPossible, Recording
from app.outcomes.results import Result, Results
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock, copy_event

LEAD = Outcome(frozenset({OutcomeKind.LEAD}), interest=3)


def result(day: RunningDay) -> Result:
    """What is known of the only meeting."""
    (found,) = Results(day.journal).of_day(FIRST_DAY).results
    return found


def said(day: RunningDay) -> dict[Side, Outcome]:
    return {each.side: each.outcome for each in result(day).told}


def test_an_outcome_is_kept_whole_and_says_that_the_meeting_was_held(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    whole = Outcome(
        frozenset({OutcomeKind.JOINT_PROPOSAL, OutcomeKind.LEAD}),
        Answer.POSSIBLE,
        "Horizon Europe",
        5,
        date(2027, 3, 30),
        "Ada and Bo",
        "Draft the call text",
    )
    assert (result(day).stands.state, result(day).is_recorded) == (MeetingState.NO_SHOW, False)

    Recording(day.journal).record(meeting, whole)

    assert said(day) == {Side.TOGETHER: whole}
    assert (result(day).stands.state, result(day).is_recorded) == (MeetingState.HELD, True)


def test_both_sides_are_kept_and_shown_where_they_differ(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    recording = Recording(day.journal)
    recording.record(meeting, LEAD, Side.HOST)
    recording.record(meeting, replace(LEAD, interest=5, note="Great"), Side.GUEST)

    assert said(day)[Side.HOST].interest == 3
    assert said(day)[Side.GUEST].interest == 5
    assert differing(result(day).told) == ("interest",)


def test_saying_it_again_corrects_only_what_is_otherwise(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    recording = Recording(day.journal)
    recording.record(meeting, LEAD)
    recording.record(meeting, LEAD)
    recording.record(meeting, replace(LEAD, interest=4))
    recording.record(meeting, replace(LEAD, interest=4, note="Prices by e-mail"))

    kinds = [line.kind for line in history_of(day.journal, meeting)]
    assert kinds == [
        *("OutcomeNoted", "OutcomeChanged", "OutcomeRecorded", "MeetingSaid", "MeetingAdded")
    ]
    assert said(day) == {Side.TOGETHER: replace(LEAD, interest=4, note="Prices by e-mail")}


def test_an_outcome_is_undone_with_the_word_that_it_was_held(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    before = result(day)
    Recording(day.journal).record(meeting, LEAD)
    after = result(day)

    undo(day.journal)
    assert result(day) == before
    redo(day.journal)
    assert result(day) == after


def test_a_no_show_takes_the_outcome_out(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    recording = Recording(day.journal)
    recording.record(meeting, LEAD)
    recording.missed(meeting, Missing.GUEST)

    stands = result(day).stands
    assert (stands.state, stands.missing, result(day).told) == (
        *(MeetingState.NO_SHOW, Missing.GUEST),
        (),
    )
    assert result(day).is_recorded
    undo(day.journal)
    assert said(day) == {Side.TOGETHER: LEAD}


def test_one_side_can_be_taken_out_alone(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    recording = Recording(day.journal)
    for side in Side:
        recording.record(meeting, LEAD, side)
    recording.take_out(meeting, Side.GUEST)

    assert set(said(day)) == {Side.TOGETHER, Side.HOST}
    recording.take_out(meeting)
    assert said(day) == {}
    with pytest.raises(NothingRecorded):
        recording.take_out(meeting)


def test_what_two_desks_said_of_one_side_is_kept_and_the_last_is_corrected(
    day: RunningDay,
) -> None:
    first, last = (Told(new_id(), new_id(), Side.TOGETHER, LEAD) for _ in range(2))
    assert differing((first, last)) == ()
    other = replace(last, outcome=Outcome(frozenset({OutcomeKind.NONE}), interest=3))
    assert differing((first, other)) == ("kinds",)
    assert kinds_of((first, other)) == {OutcomeKind.LEAD}


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Outcome(), "nothing"),
        (Outcome(interest=0), "interest"),
        (Outcome(interest=6), "interest"),
        (Outcome(frozenset({OutcomeKind.NONE, OutcomeKind.LEAD})), "none_and_more"),
        (Outcome(note="x" * (LONGEST + 1)), "too_long"),
    ],
)
def test_what_makes_no_sense_is_refused(day: RunningDay, outcome: Outcome, reason: str) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    with pytest.raises(OutcomeNotPossible) as refused:
        Recording(day.journal).record(meeting, outcome)
    assert refused.value.reason == reason
    assert result(day).told == ()


def test_nothing_can_have_come_of_what_lies_ahead_or_does_not_take_place(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "3")
    day.is_now("10:50")
    recording = Recording(day.journal)
    with pytest.raises(NotBegun):
        recording.record(meeting, LEAD)
    with pytest.raises(NotBegun):
        recording.missed(meeting, Missing.HOST)
    day.acts.cancel(meeting)
    with pytest.raises(MeetingIsCancelled):
        recording.record(meeting, LEAD)
    with pytest.raises(UnknownMeeting):
        recording.record(new_id(), LEAD)


def test_only_what_has_begun_is_left_to_ask(day: RunningDay) -> None:
    over, ahead = (
        day.meets("Ada", "Bo", "10:15", "3"),
        day.meets("Cy", "Di", "12:20", "4"),
    )
    gone = day.meets("Eli", "Flo", "10:15", "5")
    day.acts.cancel(gone)
    day.is_now("10:50")

    results = Results(day.journal).of_day(FIRST_DAY)

    assert [each.meeting.id for each in results.left] == [over]
    assert [each.meeting.id for each in results.wanted] == [over, ahead]


_TEXTS = st.text(max_size=12)
_OUTCOMES = st.builds(
    Outcome,
    st.frozensets(st.sampled_from([kind for kind in OutcomeKind if kind is not OutcomeKind.NONE])),
    st.sampled_from(Answer),
    _TEXTS,
    st.none() | st.integers(1, 5),
    st.none() | st.dates(date(2027, 1, 1), date(2028, 1, 1)),
    _TEXTS,
    _TEXTS,
).filter(lambda outcome: not outcome.says_nothing)
_SAID = st.lists(st.tuples(_OUTCOMES, st.sampled_from(Side)), min_size=1, max_size=6)


@settings(max_examples=15, deadline=None)
@given(_SAID)
def test_the_last_word_of_each_side_stands_and_undo_gives_back_each_state(
    words: list[tuple[Outcome, Side]],
) -> None:
    clock = MovableClock()
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", clock)
        day = RunningDay(Floor(event, EventBuilder(event)), clock)
        meeting = day.meets("Ada", "Bo", "10:15", "3")
        day.is_now("10:50")
        states = [result(day)]
        for outcome, side in words:
            Recording(day.journal).record(meeting, outcome, side)
            if result(day) != states[-1]:
                states.append(result(day))

        assert said(day) == {side: outcome for outcome, side in words}
        for before in reversed(states[:-1]):
            undo(day.journal)
            assert result(day) == before
        event.close()
