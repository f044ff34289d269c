"""Two desks that know nothing of each other put badges into boxes; then their logs are joined."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.checkin.boxes import BOX_HOLDS, PRINTS, BoxPlace, box_place
from app.desks import Desks, OpenEvent
from app.journal.journal import Unit
from app.printing.boxing import in_boxes
from app.printing.deeds import BadgePrinted
from app.settings import Settings
from db.backup import copy_event
from tests.building import DESK_1, DESK_2, EventBuilder, MovableClock

runs = st.lists(st.tuples(st.sampled_from([0, 1]), st.integers(12, 230)), min_size=2, max_size=5)


class Apart:
    """Each desk has a copy of the event; a third file gets what both wrote."""

    def __init__(self, event: OpenEvent, folder: Path, clock: MovableClock) -> None:
        self._ending = ExitStack()

        def opened(name: str, settings: Settings) -> OpenEvent:
            file = folder / f"{name}.matchdesk"
            if not file.exists():
                copy_event(event.database, file)
            desk = Desks(settings, clock=clock).open(file)
            self._ending.callback(desk.close)
            return desk

        self.alone = [opened("one", DESK_1), opened("two", DESK_2)]
        self.joined = [opened("joined", DESK_1), opened("joined", DESK_2)]

    def prints(self, desk: int, badges: int) -> None:
        """Note a run in the desk's own copy."""
        drawn = [BadgePrinted(uuid4(), uuid4(), "a6", "", place) for place in range(1, badges + 1)]
        ids = [uuid4() for _ in drawn]
        with self.alone[desk].journal.writing(Unit(uuid4())) as pen:
            placed = in_boxes(pen.session, drawn, (DESK_1, DESK_2)[desk].desk)
            pen.write_all(placed, ids)
        with self.joined[desk].journal.writing(Unit(uuid4())) as pen:
            pen.write_all(placed, ids)

    def lying(self, event: OpenEvent) -> dict[UUID, BoxPlace]:
        """Say of each delegate where their badge lies."""
        with event.journal.reading() as session:
            rows = session.execute(PRINTS).all()
        found = {row.delegate_id: box_place(row.letters, row.place) for row in rows}
        return {who: lies for who, lies in found.items() if lies is not None}

    def close(self) -> None:
        self._ending.close()


@pytest.fixture
def apart(open_event: OpenEvent, tmp_path: Path, clock: MovableClock) -> Iterator[Apart]:
    EventBuilder(open_event)
    desks = Apart(open_event, tmp_path, clock)
    yield desks
    desks.close()


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(runs=runs)
def test_no_two_badges_lie_in_one_place_and_each_desk_says_what_both_say_together(
    apart: Apart, runs: list[tuple[int, int]]
) -> None:
    # What earlier examples printed stays, and must stay apart too.
    for desk, badges in runs:
        apart.prints(desk, badges)

    together = apart.lying(apart.joined[0])

    assert len(set(together.values())) == len(together)
    assert all(1 <= lies.place <= BOX_HOLDS for lies in together.values())
    for event, letters in zip(apart.alone, "AB", strict=True):
        own = apart.lying(event)
        assert own.items() <= together.items()
        assert {lies.letters for lies in own.values()} <= {letters}
