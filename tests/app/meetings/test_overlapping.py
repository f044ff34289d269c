"""Two blocks at one time: two desks apart from each other can plan them; nobody can be in both."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select

from app.cli.sentences import sentence
from app.desks import OpenEvent
from app.event.deeds import BlockPlanned, SlotPlanned
from app.meetings.planning import PlanContradicts, Planning, PlanOrder
from db.models import Day
from tests.app.meetings.asking import VILNIUS, Floor, at


def test_blocks_that_overlap_are_refused_by_their_times(
    open_event: OpenEvent, floor: Floor
) -> None:
    floor.asks("Ada", "Ben")
    day = floor.hall().slots[0]
    block = uuid4()
    with floor.journal.reading() as session:
        day_id = session.scalars(select(Day.id).order_by(Day.date)).first()
    assert day_id is not None
    floor.does(
        BlockPlanned(block, day_id, at("10:20"), at("10:40"), 20, 5),
        SlotPlanned(uuid4(), block, at("10:20"), at("10:40")),
    )

    with pytest.raises(PlanContradicts) as refused:
        Planning(open_event.journal, open_event.letters).make(PlanOrder())

    assert refused.value.why == "slots_overlap"
    assert refused.value.named.slots == (day.starts_at, at("10:20"))
    assert "10:15 and 10:20" in sentence(
        refused.value, lambda instant: f"{instant.astimezone(VILNIUS):%H:%M}"
    )
