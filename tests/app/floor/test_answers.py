"""What a person says of a preview before it is carried out: another place, or none."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.floor.answers import Answer, Instead
from app.floor.attention import Need
from app.floor.changes import Change, ClosePlaces, Leave, Repair
from app.floor.consequences import Preview, PreviewOutdated
from app.floor.moving import CannotMove, Spot, UnknownPlace
from app.floor.states import MeetingState
from app.floor.targets import Bar
from app.journal.undo import undo
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import FIRST_DAY


def closing(day: RunningDay, *tables: str) -> ClosePlaces:
    return ClosePlaces(tuple(map(day.table, tables)), starts_at=day.clock.now)


def preview(day: RunningDay, change: Change, *answers: Answer) -> Preview:
    return day.consequences.preview(FIRST_DAY, change, answers)


def spots(told: Preview) -> dict[UUID, Spot | None]:
    return {each.meeting: each.to for each in told.lost}


def test_a_meeting_goes_where_it_is_said_to_and_the_others_around_it(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "11:05", "9"), day.meets("Cy", "Di", "12:20", "9")
    day.is_now("10:20")
    close = closing(day, "9")
    wanted = day.spot("11:55", "4")

    told = preview(day, close, Answer(one, wanted))
    assert spots(told)[one] == wanted
    assert spots(told)[other] is not None
    day.consequences.carry_out(FIRST_DAY, told)

    assert day.place(one) == (at("11:55"), "4")
    assert day.place(other)[0] == at("12:20")


def test_where_a_meeting_that_had_no_table_goes_is_taken_for_others(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "11:05", "9"), day.meets("Cy", "Di", "11:05", "8")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:20")
    day.takes_out_table("9")
    day.takes_out_table("8")
    wanted = day.spot("11:05", "4")

    told = preview(day, Repair(), Answer(one, wanted))
    assert spots(told)[one] == wanted
    assert spots(told)[other] not in {wanted, None}
    with pytest.raises(CannotMove) as refused:
        preview(day, Repair(), Answer(one, wanted), Answer(other, wanted))
    assert refused.value.bar is Bar.TABLE_TAKEN
    day.consequences.carry_out(FIRST_DAY, told)

    assert day.place(one) == (at("11:05"), "4")
    assert day.read().lost == ()


def test_a_meeting_may_be_cancelled_or_left_where_it_is(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "11:05", "9"), day.meets("Cy", "Di", "11:05", "8")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:50")
    before = day.read()
    answers = Answer(one, Instead.CANCEL), Answer(other, Instead.LEAVE)

    told = preview(day, closing(day, "8", "9"), *answers)
    assert told.homeless == (other,)
    day.consequences.carry_out(FIRST_DAY, told)

    assert day.state(one) is MeetingState.CANCELLED
    assert day.place(other) == (at("11:05"), "8")
    assert Need.TABLE_CLOSED in day.needs()
    undo(day.journal)
    assert day.read() == before


def test_every_other_place_that_is_offered_can_be_taken(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "11:05", "9"), day.meets("Ada", "Cy", "11:30", "9")
    day.is_now("10:20")
    close = closing(day, "9")
    told = preview(day, close)

    offered = day.consequences.places(FIRST_DAY, told, one)

    assert offered
    assert spots(told)[one] not in offered
    for place in offered:
        now = preview(day, close, Answer(one, place))
        assert spots(now)[one] == place
        assert spots(now)[other] is not None


def test_a_place_that_can_not_be_had_is_refused(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.meets("Cy", "Di", "11:05", "4")
    day.is_now("10:20")
    close = closing(day, "9")

    with pytest.raises(CannotMove) as refused:
        preview(day, close, Answer(meeting, day.spot("11:05", "4")))
    assert refused.value.bar is Bar.TABLE_TAKEN
    with pytest.raises(CannotMove) as closed:
        preview(day, close, Answer(meeting, day.spot("11:05", "9")))
    assert closed.value.bar is Bar.TABLE_CLOSED
    with pytest.raises(UnknownPlace):
        preview(day, close, Answer(meeting, Spot(new_id(), day.table("4"))))


def test_a_place_that_somebody_takes_meanwhile_is_not_forced(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:20")
    told = preview(day, closing(day, "9"), Answer(meeting, day.spot("11:55", "4")))
    day.meets("Cy", "Di", "11:55", "4")
    before = day.read()

    with pytest.raises(CannotMove):
        day.consequences.carry_out(FIRST_DAY, told)

    assert day.read() == before


def test_a_new_meeting_that_is_not_wanted_is_not_arranged(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "11:05", "1")
    day.meets("Ada", "Cy", "11:30", "1")
    wish = day.asks("Bo", "Cy")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("10:50")
    leave = Leave(day.floor.who("Ada"))
    assert len(preview(day, leave).new) == 1

    assert preview(day, leave, Answer(wish, Instead.CANCEL)).new == ()


def test_somebody_who_checks_in_meanwhile_does_not_hold_it_up(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.meets("Cy", "Di", "11:05", "8")
    day.is_now("10:20")
    told = preview(day, closing(day, "9"))
    day.comes("Cy")

    day.consequences.carry_out(FIRST_DAY, told)

    assert day.place(meeting)[1] != "9"


def test_what_changes_the_consequences_is_told_again_first(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:20")
    told = preview(day, closing(day, "9"))
    place = spots(told)[meeting]
    assert place is not None
    day.meets("Cy", "Di", "11:05", day.read().table[place.table].label)
    before = day.read()

    with pytest.raises(PreviewOutdated):
        day.consequences.carry_out(FIRST_DAY, told)

    assert day.read() == before


def test_an_answer_about_what_keeps_its_place_means_nothing(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:20")

    told = preview(day, Repair(), Answer(meeting, Instead.LEAVE))

    assert (told.lost, told.answers) == ((), ())
