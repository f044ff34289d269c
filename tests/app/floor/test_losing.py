"""Meetings whose slot or table was taken out of the event, and what becomes of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import DeskError
from app.floor.attention import Need
from app.floor.changes import Repair
from app.floor.moving import CannotMove, CannotRestore
from app.floor.proposer import NothingToPropose
from app.floor.proposing import Kind
from app.floor.states import MeetingState, Missing, Word
from app.floor.targets import Bar
from app.journal.undo import undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock, make_event


def test_a_meeting_whose_table_was_taken_out_is_told_of_until_it_has_another(
    day: RunningDay,
) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:20")
    day.comes("Ada", "Bo")
    day.takes_out_table("4")

    (item,) = day.attention()
    assert (item.need, item.meetings, item.starts_at) == (Need.NO_PLACE, (lost,), at("11:05"))
    assert set(item.waiting) == {day.floor.who("Ada"), day.floor.who("Bo")}
    before = day.read()
    first = day.proposed(lost)[0]
    assert day.in_words(first)[:3] == ("other_table", "Ada Bo", "11:05")

    day.accepts(first)

    assert day.needs() == []
    assert day.place(lost)[0] == at("11:05")
    undo(day.journal)
    assert day.read() == before


def test_a_meeting_whose_slot_was_taken_out_is_proposed_at_other_times(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    day.meets("Cy", "Bo", "11:30", "5")
    day.is_now("10:20")
    day.comes("Ada", "Bo", "Cy")
    day.takes_out_slot("11:05")
    assert day.needs() == [Need.NO_PLACE]
    before = day.read()

    found = day.proposed(lost)
    kinds = {day.in_words(each)[2]: each.kind for each in found}
    assert kinds["10:40"] is Kind.SAME_PAIR_EARLIER
    assert kinds["11:55"] is Kind.SAME_PAIR_LATER
    assert all(each.moves for each in found if day.in_words(each)[2] == "11:30")
    day.accepts(found[0])

    assert day.needs() == []
    undo(day.journal)
    assert day.read() == before


def test_all_that_was_taken_out_is_repaired_together(day: RunningDay) -> None:
    lost = [day.meets("Ada", "Bo", "11:05", "4"), day.meets("Cy", "Di", "11:30", "5")]
    day.is_now("10:20")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.takes_out_slot("11:05")
    day.takes_out_table("5")
    before = day.read()

    preview = day.carries_out(Repair())

    assert [each.meeting for each in preview.lost] == lost
    assert day.read().lost == ()
    assert day.place(lost[1])[0] == at("11:30")
    undo(day.journal)
    assert day.read() == before


def test_what_has_no_place_is_moved_by_hand_or_cancelled(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    other = day.meets("Cy", "Di", "11:30", "5")
    day.is_now("10:20")
    day.takes_out_slot("11:05")

    with pytest.raises(CannotMove) as refused:
        day.moving.swap(FIRST_DAY, lost, other)
    assert refused.value.bar is Bar.TAKEN_OUT
    day.acts.cancel(lost)
    assert day.needs() == []
    with pytest.raises(CannotRestore) as gone:
        day.moving.restore(FIRST_DAY, lost)
    assert gone.value.bar is Bar.TAKEN_OUT
    day.moves(lost, "10:40", "4")
    assert (day.place(lost), day.state(lost)) == ((at("10:40"), "4"), MeetingState.PLANNED)


def test_it_stays_on_the_list_after_its_time_unless_somebody_says_what_became_of_it(
    day: RunningDay,
) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.takes_out_slot("11:05")
    day.is_now("11:10")
    day.acts.say(lost, Word.LATE, Missing.BOTH)
    assert {each.kind for each in day.proposed(lost)} == {Kind.SAME_PAIR_LATER}
    day.acts.say(lost, Word.RUNNING)
    assert day.needs() == []
    with pytest.raises(NothingToPropose):
        day.proposed(lost)
    day.acts.say(lost, Word.NOTHING)
    day.is_now("12:00")
    assert day.needs() == [Need.NO_PLACE]

    day.acts.say(lost, Word.HELD)
    assert day.needs() == []
    day.acts.say(lost, Word.NO_SHOW, Missing.BOTH)
    assert day.needs() == []


def test_what_was_over_before_its_table_went_needs_nobody(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("11:10")
    day.takes_out_table("4")

    assert day.needs() == []


def test_a_lost_meeting_keeps_its_request_from_being_met_a_second_time(day: RunningDay) -> None:
    wish = day.asks("Ada", "Bo")
    day.meets("Ada", "Bo", "11:05", "4", request_id=str(wish))
    waits = day.meets("Ada", "Cy", "10:40", "5")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    day.takes_out_slot("11:05")

    assert all(each.kind is Kind.SAME_PAIR_LATER for each in day.proposed(waits))


SLOTS = ("10:15", "10:40", "11:05", "11:30")
TABLES = ("1", "2", "3")
spots = st.tuples(st.sampled_from(SLOTS), st.sampled_from(TABLES), st.integers(1, 2))
taken_out = st.lists(
    st.one_of(
        st.tuples(st.just("slot"), st.sampled_from(SLOTS)),
        st.tuples(st.just("table"), st.sampled_from(TABLES)),
        st.tuples(st.just("accept"), st.sampled_from(SLOTS)),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spots, min_size=1, max_size=5, unique_by=lambda spot: spot[:2]), taken_out)
def test_every_meeting_that_was_planned_is_somewhere_or_on_the_list_of_losses(
    meetings: list[tuple[str, str, int]], done: list[tuple[str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        clock = MovableClock()
        event = make_event(Path(folder) / "event.matchdesk", clock)
        day = RunningDay(Floor(event, EventBuilder(event)), clock)
        planned = {
            day.meets(f"G{at}", f"H{at}", slot, table, length=length)
            for at, (slot, table, length) in enumerate(meetings)
        }
        day.is_now("10:05")
        for kind, what in done:
            _do(day, kind, what)
            read = day.read()
            listed = {item.meetings[0] for item in day.attention() if item.need is Need.NO_PLACE}
            standing = {each.id for each in read.meetings if each.table in read.table}
            assert standing | listed == planned
            assert standing.isdisjoint(listed)
        event.close()


def _do(day: RunningDay, kind: str, what: str) -> None:
    try:
        if kind == "slot":
            day.takes_out_slot(what)
        elif kind == "table":
            day.takes_out_table(what)
        else:
            lost = [item for item in day.attention() if item.need is Need.NO_PLACE]
            for item in lost[:1]:
                for proposal in day.proposed(item.meetings[0])[:1]:
                    day.accepts(proposal)
    except (DeskError, StopIteration):
        # It was taken out before.
        return
