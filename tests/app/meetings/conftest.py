from __future__ import annotations

import pytest

from app.desks import OpenEvent
from app.meetings.plans import Plans
from app.meetings.requests import Requests
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder


@pytest.fixture
def requests(open_event: OpenEvent) -> Requests:
    return Requests(open_event.journal, open_event.letters)


@pytest.fixture
def plans(open_event: OpenEvent) -> Plans:
    return Plans(open_event.journal, open_event.letters)


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Says who asks whom, and reads what is wanted and arranged."""
    return Floor(open_event, event)
