"""Two desks set up one event while they are cut off from each other; then their logs meet."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.deeds import all_kinds
from app.desks import Desks, OpenEvent
from app.event.clashes import BlockClash, LabelClash, clashes
from app.event.closures import ClosureOrder, Closures, Places
from app.event.editing import Editing
from app.event.making import BlockOrder, Cut
from app.event.overview import all_closures, all_zones
from app.event.slots import StandingSlot, standing_slots
from app.event.tables import Tables
from app.event.zones import Zones
from app.journal.deeds import Entry
from app.journal.drafts import apply
from app.journal.log import all_entries
from app.meetings.standing import StandingMeetings
from db.models import Block
from db.scratch import scratch_session
from tests.building import DESK_1, DESK_2, FIRST_DAY, MovableClock, copy_event

KINDS = all_kinds()
Change = Callable[[OpenEvent], object]


class Apart:
    """Two desks with a copy of one event each."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock()
        made = copy_event(folder / "one.matchdesk", self.clock)
        Tables(made.journal, StandingMeetings()).set_zone(["1"], "North")
        Tables(made.journal, StandingMeetings()).set_zone(["2"], "South")
        made.close()
        shutil.copy(folder / "one.matchdesk", folder / "other.matchdesk")
        self._files = (folder / "one.matchdesk", folder / "other.matchdesk")

    def meet(self, one: Change, other: Change) -> list[Entry[Any]]:
        """Let each do something, the second a minute later, and give all that both did."""
        entries: dict[Any, Entry[Any]] = {}
        for file, desk, change in zip(self._files, (DESK_1, DESK_2), (one, other), strict=True):
            self.clock.passes(minutes=1)
            event = Desks(desk, clock=self.clock).open(file)
            change(event)
            with event.journal.reading() as session:
                entries |= {each.id: each for each in all_entries(session, KINDS)}
            event.close()
        return list(entries.values())


@pytest.fixture
def apart(tmp_path: Path) -> Apart:
    return Apart(tmp_path)


@pytest.fixture(scope="module")
def scratch() -> Iterator[Session]:
    with scratch_session() as session:
        yield session


def cut(to: time, minutes: int, gap: int) -> Change:
    def change(event: OpenEvent) -> None:
        setup = Editing(event.journal, StandingMeetings())
        block = setup.overview().days[0].blocks[0].id
        setup.change_block(block, BlockOrder(time(10, 15), to), Cut(minutes, gap))

    return change


def close(*tables: str) -> Change:
    return lambda event: Closures(event.journal, StandingMeetings()).close(
        ClosureOrder(Places(tables))
    )


def slots_of_first_block(session: Session) -> Sequence[StandingSlot]:
    slots = standing_slots(session)
    return [slot for slot in slots if slot.block_id == slots[0].block_id]


cuts = st.tuples(
    st.sampled_from([time(11), time(12, 40), time(15)]),
    st.sampled_from([20, 30]),
    st.integers(0, 5),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(one=cuts, other=cuts, data=st.data())
def test_a_block_that_two_desks_cut_is_cut_as_the_later_said(
    scratch: Session, tmp_path_factory: pytest.TempPathFactory, one: Any, other: Any, data: Any
) -> None:
    both = Apart(tmp_path_factory.mktemp("apart")).meet(cut(*one), cut(*other))

    apply(scratch, KINDS, data.draw(st.permutations(both)))
    slots = slots_of_first_block(scratch)
    block = scratch.get_one(Block, slots[0].block_id)
    said = (block.slot_minutes, block.gap_minutes)
    scratch.rollback()

    assert said == other[1:]
    assert all(before.ends_at <= after.starts_at for before, after in pairwise(slots))
    assert {round((each.ends_at - each.starts_at).total_seconds() / 60) for each in slots} == {
        said[0]
    }


def test_slots_that_both_desks_planned_are_the_same_ones(apart: Apart, scratch: Session) -> None:
    both = apart.meet(cut(time(15), 20, 5), cut(time(15), 20, 5))

    apply(scratch, KINDS, both)
    slots = slots_of_first_block(scratch)
    scratch.rollback()

    assert len(slots) == 11


def test_what_either_desk_closed_is_closed(apart: Apart, scratch: Session) -> None:
    both = apart.meet(close("1", "2"), close("2", "3"))

    apply(scratch, KINDS, both)
    closed = [closure.table for closure in all_closures(scratch)]
    scratch.rollback()

    assert closed == ["1", "2", "2", "3"]


def test_two_zones_are_one_pair_whichever_desk_named_it(apart: Apart, scratch: Session) -> None:
    both = apart.meet(
        lambda event: Zones(event.journal).set_far("North", "South"),
        lambda event: Zones(event.journal).set_far("South", "North"),
    )

    apply(scratch, KINDS, both)
    far = [zone.far for zone in all_zones(scratch)]
    scratch.rollback()

    assert far == [("South",), ("North",)]


def test_what_two_desks_set_up_against_each_other_is_told(apart: Apart, tmp_path: Path) -> None:
    def add(starts: time) -> Change:
        def change(event: OpenEvent) -> None:
            Tables(event.journal, StandingMeetings()).add(1)
            order = BlockOrder(starts, time(16), FIRST_DAY)
            Editing(event.journal, StandingMeetings()).add_block(order, Cut())

        return change

    both = apart.meet(add(time(14)), add(time(15)))
    apart.clock.passes(minutes=1)
    event = Desks(DESK_1, clock=apart.clock).open(tmp_path / "one.matchdesk")
    with event.database.writing() as session:
        apply(session, KINDS, both)
    setup = Editing(event.journal, StandingMeetings())
    labels, blocks = clashes(setup.overview())
    Tables(event.journal, StandingMeetings()).rename("11", "12")
    left = clashes(setup.overview())
    event.close()

    assert labels == LabelClash("11", 2)
    assert isinstance(blocks, BlockClash)
    assert (blocks.starts_at.hour, blocks.other_starts_at.hour) == (12, 13)
    assert left == (blocks,)
