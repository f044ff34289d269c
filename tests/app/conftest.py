from __future__ import annotations

import pytest

from app.desks import OpenEvent
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder, MovableClock


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(open_event, event), clock)
