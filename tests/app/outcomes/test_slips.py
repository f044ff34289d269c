"""Scanned slips lead to their meetings, and say when they are out of date."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.checkin.codes import DELEGATE, MEETING, claimed_kind
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.journal.undo import undo
from app.meetings.deeds import MeetingTakenOut
from app.outcomes.results import meeting_named
from app.outcomes.slips import NoSlip, Slips, Spot
from db.models import Meeting
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY, EventBuilder


def code_of(day: RunningDay, meeting: UUID) -> str:
    """Give what stands on a slip that is printed now."""
    with day.journal.reading() as session:
        row, (key, *_) = session.get_one(Meeting, meeting), signing_keys(session).values()
        return key.code(MEETING, code_id_of(row.id, row.slot_id, row.table_id))


def test_a_slip_leads_to_its_meeting(day: RunningDay) -> None:
    day.meets("Cleo", "Dov", "10:15", "4")
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    code = code_of(day, meeting)

    slip = Slips(day.journal).read(f" {code.lower()}")

    assert (slip.meeting, slip.now) == (meeting, Spot(FIRST_DAY, "10:15", "3"))
    assert (slip.said, slip.is_cancelled) == (None, False)
    with day.journal.reading() as session:
        assert meeting_named(session, code) == meeting


def test_a_slip_from_before_a_move_leads_there_and_tells_what_it_says(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    first = code_of(day, meeting)
    day.moves(meeting, "11:05", "7")
    second = code_of(day, meeting)
    day.moves(meeting, "11:30", "2")

    slips = [Slips(day.journal).read(each) for each in (first, second, code_of(day, meeting))]

    assert {each.meeting for each in slips} == {meeting}
    assert {each.now for each in slips} == {Spot(FIRST_DAY, "11:30", "2")}
    assert [each.said for each in slips] == [
        Spot(FIRST_DAY, "10:15", "3"),
        Spot(FIRST_DAY, "11:05", "7"),
        None,
    ]


def test_an_undone_move_makes_the_slip_of_meanwhile_old(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.moves(meeting, "11:05", "7")
    meanwhile = code_of(day, meeting)
    undo(day.journal)

    assert Slips(day.journal).read(meanwhile).said == Spot(FIRST_DAY, "11:05", "7")


def test_a_slip_of_a_cancelled_meeting_says_so(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    code = code_of(day, meeting)
    day.acts.cancel(meeting)

    assert Slips(day.journal).read(code).is_cancelled


@pytest.mark.parametrize("reason", ["unknown", "wrong_kind", "incomplete", "forged_or_damaged"])
def test_what_is_no_slip_is_refused(day: RunningDay, reason: str, event: EventBuilder) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    code = code_of(day, meeting)
    scanned = {
        "unknown": code,
        "wrong_kind": event.badge_of(event.delegate("Rasa")),
        "incomplete": code[:-4],
        "forged_or_damaged": code[:-1] + ("C" if code[-1] == "B" else "B"),
    }[reason]
    day.floor.does(MeetingTakenOut(meeting))

    with pytest.raises(NoSlip) as refusal:
        Slips(day.journal).read(scanned)
    assert refusal.value.reason == reason


def test_the_beginning_of_a_code_says_who_is_to_look_at_it(
    day: RunningDay, event: EventBuilder
) -> None:
    code = code_of(day, day.meets("Ada", "Bo", "10:15", "3"))

    assert claimed_kind(f"\n{code}") == claimed_kind(code[:6].lower()) == MEETING
    assert claimed_kind(event.badge_of(event.delegate("Rasa"))) == DELEGATE
    assert [claimed_kind(each) for each in ("", "BDG", "BDGB", "Hello, world")] == [""] * 4
