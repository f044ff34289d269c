"""Recording what came of meetings, by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.floor.states import MeetingState, Missing
from app.journal.undo import undo
from app.outcomes.answers import Answers, Preset
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from app.outcomes.results import Result, Results
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY
from tests.ui.outcomes.robot import OutcomeRobot
from ui.outcomes.columns import At

EVENT, LEAD = frozenset({OutcomeKind.JOINT_EVENT}), frozenset({OutcomeKind.LEAD})
PROPOSAL = frozenset({OutcomeKind.JOINT_PROPOSAL})


@pytest.fixture
def three(day: RunningDay) -> tuple[UUID, UUID, UUID]:
    """Meetings of which two have begun."""
    found = (
        day.meets("Ada", "Bo", "10:15", "3"),
        day.meets("Cleo", "Dov", "10:15", "4"),
        day.meets("Eva", "Finn", "11:55", "1"),
    )
    day.comes("Ada", "Bo", "Cleo", "Dov")
    day.is_now("10:50")
    return found


def result(day: RunningDay, meeting: UUID) -> Result:
    return Results(day.journal).of_day(FIRST_DAY).of_meeting[meeting]


def said(day: RunningDay, meeting: UUID) -> Mapping[Side, Outcome]:
    return {each.side: each.outcome for each in result(day, meeting).told}


def test_an_ordinary_meeting_takes_three_keys_and_the_next_is_open_at_once(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])

    desk.strikes("E", "4", "Enter")
    assert desk.page.table.open_row is desk.row(three[1])
    desk.strikes("L", "3", "Enter")

    desk.has_saved()
    assert said(day, three[0]) == {Side.TOGETHER: Outcome(EVENT, interest=4)}
    assert said(day, three[1]) == {Side.TOGETHER: Outcome(LEAD, interest=3)}
    desk.reads_of(three[0], "Joint event")
    assert desk.told == [
        f"{desk.row(three[0]).pair}: Joint event; interest 4.",
        f"{desk.row(three[1]).pair}: Business lead; interest 3.",
    ]
    desk.has_open(None)
    desk.reads("All 2 that have begun are recorded. 1 is still to come.")


def test_everything_can_be_said_by_keyboard(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])

    desk.strikes("J", "P", "Horizon Europe", "Esc", "5", "C", "F", "30.3", "Tab", "Ada", "Tab")
    assert desk.field == "Note"
    desk.strikes("jel45: draft by June", "Enter")

    desk.has_saved()
    whole = Outcome(
        PROPOSAL,
        Answer.POSSIBLE,
        "Horizon Europe",
        5,
        date(2027, 3, 30),
        "Ada",
        "jel45: draft by June",
    )
    assert said(day, three[0]) == {Side.TOGETHER: whole}
    desk.reads_of(three[0], "Joint proposal (Horizon Europe)")
    desk.reads_of(three[0], "30 Mar", At.FOLLOW_UP)
    desk.reads_of(three[0], "5 of 5", At.INTEREST)
    desk.reads_of(three[0], "jel45: draft by June", At.NOTE)


def test_letters_in_a_field_are_text_and_act_again_once_it_is_left(
    desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("T", "lean 5", "Esc")

    assert desk.page.card.form.outcome == Outcome(note="lean 5")
    desk.strikes("L", "5", "5", "3")

    assert desk.page.card.form.outcome == Outcome(LEAD, interest=3, note="lean 5")
    assert desk.page.card.fields.interest.accessibleName() == "Interest: 3 of 5"


def test_nothing_came_of_it_or_something_did_and_no_number_beyond_five(
    desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("J", "L", "N", "6", "0")
    assert desk.page.card.form.outcome == Outcome(frozenset({OutcomeKind.NONE}))

    desk.strikes("A")
    assert desk.page.card.form.outcome == Outcome(frozenset({OutcomeKind.AGREEMENT}))
    desk.strikes("A")
    assert desk.page.card.form.outcome == Outcome()


def test_what_was_typed_waits_unsaved_while_others_are_looked_at(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E", "T", "half a sen", Qt.Key.Key_Down)

    desk.has_open(three[1])
    desk.reads_of(three[0], "Not saved: Joint event")
    desk.may_press("1 not saved")
    assert desk.page.unsaved
    assert said(day, three[0]) == {}

    desk.strikes(Qt.Key.Key_Up)
    desk.has_open(three[0])
    assert desk.page.card.fields.note.text() == "half a sen"
    desk.strikes("Enter")
    desk.has_saved()
    assert said(day, three[0])[Side.TOGETHER].note == "half a sen"


def test_who_leaves_is_asked_about_all_that_is_unsaved(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    left: list[str] = []
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E", Qt.Key.Key_Down, "4")

    desk.page.leave(lambda: left.append("gone"))
    desk.reads("Outcomes of 2 meetings are not saved.")
    assert left == []
    desk.presses("Save")

    desk.waits(lambda: left == ["gone"], "gone")
    assert not desk.page.unsaved
    assert [said(day, each)[Side.TOGETHER] for each in three[:2]] == [
        Outcome(EVENT),
        Outcome(interest=4),
    ]


def test_what_is_dropped_is_nowhere_any_more(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    left: list[str] = []
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E")

    desk.page.leave(lambda: left.append("gone"))
    desk.presses("Discard")

    assert (left, desk.page.unsaved, said(day, three[0])) == (["gone"], False, {})


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (1, (Missing.HOST, "Host did not come")),
        (2, (Missing.GUEST, "Guest did not come")),
        (3, (Missing.BOTH, "Nobody came")),
    ],
)
def test_which_side_did_not_come_is_a_key_as_well(
    day: RunningDay,
    desk: OutcomeRobot,
    three: tuple[UUID, ...],
    times: int,
    expected: tuple[Missing, str],
) -> None:
    missing, words = expected
    desk.comes()
    desk.has_open(three[0])
    desk.strikes(*["X"] * times, "Enter")

    desk.has_saved()
    stands = result(day, three[0]).stands
    assert (stands.state, stands.missing, stands.is_said) == (MeetingState.NO_SHOW, missing, True)
    desk.reads_of(three[0], words)
    desk.has_open(three[1])

    desk.strikes("X", "X", "X", "X", "Enter")
    desk.has_open(three[1])
    assert not result(day, three[1]).is_recorded


def test_a_day_that_is_none_is_not_saved(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E", "F", "somewhen", "Enter")

    desk.has_open(three[0])
    assert desk.field == "Follow-up, day"
    desk.notes("“somewhen” is no day.")
    assert said(day, three[0]) == {}

    desk.page.card.fields.day.selectAll()
    desk.strikes("+2w", "Enter")
    desk.has_saved()
    assert said(day, three[0])[Side.TOGETHER].follow_up_on == date(2027, 3, 30)


def test_both_sides_are_kept_and_shown_where_they_differ(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("S", "L", "4", "S", "N", "2", "T", "too early", "Enter")
    desk.has_saved()

    host = Outcome(LEAD, interest=4)
    guest = Outcome(frozenset({OutcomeKind.NONE}), interest=2, note="too early")
    assert said(day, three[0]) == {Side.HOST: host, Side.GUEST: guest}
    desk.reads_of(three[0], "Business lead The sides differ in the outcome and interest.")
    desk.reads_of(three[0], "4 of 5, 2 of 5", At.INTEREST)

    desk.page.show_meeting(three[0])
    desk.has_open(three[0])
    desk.notes("Guest: None; interest 2; “too early”")
    desk.notes("The sides differ in the outcome and interest. Both are kept.")
    desk.strikes("S")
    assert desk.page.card.form.outcome == guest
    Recording(day.journal).record(three[1], Outcome(interest=3))
    desk.reads_of(three[1], "3 of 5", At.INTEREST)
    day.acts.lock(three[0], locked=True)
    desk.waits(lambda: desk.row(three[0]).result.meeting.locked, "read again")
    assert desk.page.card.form.outcome == guest
    desk.notes("Host: Business lead; interest 4")


def test_what_was_recorded_can_be_taken_back_and_taken_out(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E", "Enter", "X", "Enter")
    desk.has_saved()
    desk.reads_of(three[1], "Host did not come")

    undo(day.journal)
    desk.reads_of(three[1], "Not recorded")
    desk.page.show_meeting(three[0])
    desk.has_open(three[0])
    desk.strikes(Qt.Key.Key_Delete)

    desk.reads_of(three[0], "Not recorded")
    assert said(day, three[0]) == {}
    assert desk.told[-1] == f"{desk.row(three[0]).pair}: taken out."


def test_a_no_show_that_was_none_is_taken_out_or_told_of(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    Recording(day.journal).missed(three[0], Missing.HOST)
    Recording(day.journal).missed(three[1], Missing.GUEST)
    desk.comes()

    desk.page.show_meeting(three[0])
    desk.has_open(three[0])
    desk.presses("Take out")
    desk.reads_of(three[0], "Not recorded")
    desk.page.show_meeting(three[1])
    desk.has_open(three[1])
    desk.strikes("E", "Enter")
    desk.has_saved()

    assert result(day, three[1]).stands.state is MeetingState.HELD


def test_of_what_has_not_begun_nothing_can_be_said(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.page.show_meeting(three[2])
    desk.has_open(three[2])
    desk.strikes("E", "4", "X")

    assert not desk.page.unsaved
    desk.notes("It begins at 11:55.")
    desk.reads_of(three[2], "Not begun")


def test_what_is_refused_comes_back_as_it_was_typed(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    desk.comes()
    desk.has_open(three[0])
    desk.strikes("E", "4")
    # Another desk was faster, and this one has not heard of it yet.
    desk.page.reader.made.disconnect()
    day.acts.cancel(three[0])
    pair = desk.row(three[0]).pair
    desk.strikes("Enter")

    desk.waits(lambda: f"{pair} was not saved." in desk.page.strip.problem(), "refused")
    assert desk.page.drafts.typed[three[0]].said[Side.TOGETHER] == Outcome(EVENT, interest=4)
    assert desk.page.unsaved


def test_what_cannot_be_taken_out_leaves_nothing_unsaved(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    Recording(day.journal).record(three[0], Outcome(EVENT))
    desk.comes()
    desk.page.show_meeting(three[0])
    desk.has_open(three[0])
    # Another desk was faster, and this one has not heard of it yet.
    desk.page.reader.made.disconnect()
    Recording(day.journal).take_out(three[0])
    desk.strikes(Qt.Key.Key_Delete)

    desk.waits(lambda: "so there is nothing to take out" in desk.page.strip.problem(), "refused")
    assert not desk.page.unsaved


def test_the_platforms_answers_have_keys_of_their_own(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...], opened: OpenEvent
) -> None:
    Answers(opened.journal).choose(Preset.PLATFORM)
    desk.comes()
    desk.has_open(three[0])
    desk.may_not_press("Joint event (E)")
    desk.strikes("E", "O", "Enter")

    desk.has_saved()
    assert said(day, three[0]) == {Side.TOGETHER: Outcome(answer=Answer.INFORMATIVE)}
    desk.reads_of(three[0], "Informative, no cooperation planned")


def test_the_history_says_who_said_what(
    day: RunningDay, desk: OutcomeRobot, three: tuple[UUID, ...]
) -> None:
    recording = Recording(day.journal)
    recording.record(three[0], Outcome(EVENT, interest=4, note="Spring fair"))
    recording.record(three[0], Outcome(EVENT, interest=5, note="Spring fair"))
    desk.comes()
    desk.page.show_meeting(three[0])
    desk.has_open(three[0])

    desk.presses("History")

    desk.waits(lambda: "Outcome recorded: Joint event; interest 4; “Spring fair”" in desk.notices)
    desk.notes("10:50  Desk 1, Rasa: Outcome corrected: interest 5")
