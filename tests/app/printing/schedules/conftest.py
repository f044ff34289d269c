from __future__ import annotations

import pytest

from app.desks import OpenEvent
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Says who meets whom."""
    return Floor(open_event, event)


@pytest.fixture
def prints(open_event: OpenEvent) -> ScheduleOffice:
    """What prints schedules, on an event in a real file."""
    return ScheduleOffice(open_event.journal)


@pytest.fixture
def schedules(open_event: OpenEvent) -> Schedules:
    """What tells how schedules stand."""
    return Schedules(open_event.journal)
