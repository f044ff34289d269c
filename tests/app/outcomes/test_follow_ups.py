"""What is left to do names who could not come, and what was agreed, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from app.checkin.scanning import Scanning
from app.delegates.registration import Status
from app.floor.states import Missing
from app.outcomes.follow_up_reader import FollowUpReader
from app.outcomes.follow_ups import Absent, FollowUps
from app.outcomes.outcome import Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder


def left(day: RunningDay) -> FollowUps:
    return FollowUpReader(day.journal).of_event()


def in_words(absent: Absent) -> tuple[str, list[tuple[str, bool]]]:
    met = [(each.party.name, each.was_arranged) for each in absent.would_have_met]
    return absent.party.name, met


@pytest.fixture
def hall(day: RunningDay, event: EventBuilder) -> RunningDay:
    """Ada and Bo of Engines, Cy of Timber, Di of Sails."""
    for name, of in (("Ada", "Engines"), ("Bo", "Engines"), ("Cy", "Timber"), ("Di", "Sails")):
        who = event.delegate(name, "Of", badge=False, organisation=of, country="LT")
        day.floor.knows(name, who)
    return day


def test_who_could_not_come_is_named_with_whom_they_would_have_met(hall: RunningDay) -> None:
    hall.meets("Cy", "Ada", "10:15", "1")
    hall.asks("Cy", "Di")
    hall.comes("Ada", "Di")
    hall.withdraws("Cy")
    hall.is_now("13:00")

    found = left(hall)

    assert [in_words(each) for each in found.absent] == [
        ("Timber", [("Engines", True), ("Sails", False)])
    ]
    assert found.absent[0].party.status is Status.WITHDRAWN
    assert [each.name for each in found.parties] == ["Engines", "Sails", "Timber"]


def test_who_was_declined_or_is_waiting_is_not_told_as_one_who_could_not_come(
    hall: RunningDay, event: EventBuilder
) -> None:
    for name, status in (("Eli", "declined"), ("Flo", "waiting"), ("Gil", "received")):
        hall.floor.knows(name, event.delegate(name, "Of", status=status, badge=False))
    event.delegate("Hal", "Of", organisation="Engines", status="declined", badge=False)
    hall.asks("Ada", "Flo")
    hall.comes("Ada", "Cy")

    found = left(hall)

    assert [each.party.name for each in found.absent] == ["Sails"]
    assert [(*in_words(each), each.party.status) for each in found.without_place] == [
        ("Eli Of", [], Status.DECLINED),
        ("Flo Of", [("Engines", False)], Status.WAITING),
        ("Gil Of", [], Status.RECEIVED),
    ]


def test_an_organisation_of_which_one_came_took_part(hall: RunningDay) -> None:
    hall.comes("Bo")

    assert [each.party.name for each in left(hall).absent] == ["Sails", "Timber"]


def test_whoever_met_somebody_took_part_though_nobody_scanned_them(hall: RunningDay) -> None:
    meeting = hall.meets("Cy", "Ada", "10:15", "1")
    hall.is_now("11:00")
    Recording(hall.journal).record(meeting, Outcome(interest=3))

    assert [each.party.name for each in left(hall).absent] == ["Sails"]


def test_who_is_expected_on_another_day_is_not_missed_on_this_one(
    day: RunningDay, event: EventBuilder
) -> None:
    event.delegate("Eve", badge=False, organisation="Later", days=[SECOND_DAY.isoformat()])
    event.delegate("Flo", badge=False, organisation="Always")

    reader = FollowUpReader(day.journal)

    assert [each.party.name for each in reader.of_day(FIRST_DAY).absent] == ["Always"]
    assert [each.party.name for each in reader.of_day(SECOND_DAY).absent] == ["Always", "Later"]
    assert [each.party.name for each in reader.of_event().absent] == ["Always", "Later"]


def test_who_came_on_one_day_is_missed_on_the_other_alone(hall: RunningDay) -> None:
    Scanning(hall.journal).check_in(hall.floor.who("Di"))

    reader = FollowUpReader(hall.journal)

    assert "Sails" not in {each.party.name for each in reader.of_day(FIRST_DAY).absent}
    assert "Sails" in {each.party.name for each in reader.of_day(SECOND_DAY).absent}


def test_one_who_stands_for_nobody_is_a_party_alone(hall: RunningDay) -> None:
    hall.meets("Gus", "Ada", "10:15", "1")

    absent = {each.party.name: each for each in left(hall).absent}

    assert in_words(absent["Gus Of"]) == ("Gus Of", [("Engines", True)])


def test_next_steps_stand_by_date_and_say_who_and_what(hall: RunningDay) -> None:
    first = hall.meets("Cy", "Ada", "10:15", "1")
    second = hall.meets("Di", "Bo", "10:15", "2")
    third = hall.meets("Cy", "Di", "10:40", "3")
    hall.is_now("13:00")
    recording = Recording(hall.journal)
    proposal = frozenset({OutcomeKind.JOINT_PROPOSAL})
    soon, late = date(2027, 3, 20), date(2027, 4, 2)
    recording.record(first, Outcome(proposal, programme="Interreg", follow_up_on=late))
    recording.record(second, Outcome(follow_up_on=soon, follow_up_by="Di", note="Draft"))
    recording.record(third, Outcome(follow_up_by="Cy"))

    steps = left(hall).steps

    assert [(each.on, each.by) for each in steps] == [(soon, "Di"), (late, ""), (None, "Cy")]
    assert steps[1].programmes == ("Interreg",)
    assert steps[1].kinds == (OutcomeKind.JOINT_PROPOSAL,)
    assert [each.organisation for each in steps[1].guests] == ["Timber"]
    assert steps[0].notes == ("Draft",)


def test_both_sides_who_agreed_on_the_same_make_one_step(hall: RunningDay) -> None:
    meeting = hall.meets("Cy", "Ada", "10:15", "1")
    hall.is_now("13:00")
    recording, soon = Recording(hall.journal), date(2027, 3, 20)
    recording.record(meeting, Outcome(follow_up_on=soon, note="Call"), Side.HOST)
    recording.record(meeting, Outcome(follow_up_on=soon, note="Write"), Side.GUEST)

    (step,) = left(hall).steps

    assert step.notes == ("Call", "Write")
    recording.record(meeting, Outcome(follow_up_on=date(2027, 4, 1)), Side.GUEST)
    assert len(left(hall).steps) == 2


def test_a_meeting_that_was_not_held_leaves_nothing_to_do(hall: RunningDay) -> None:
    meeting = hall.meets("Cy", "Ada", "10:15", "1")
    hall.is_now("13:00")
    Recording(hall.journal).record(meeting, Outcome(follow_up_by="Ada"))
    Recording(hall.journal).missed(meeting, Missing.GUEST)

    assert left(hall).steps == ()
