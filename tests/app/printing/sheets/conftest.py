from __future__ import annotations

import pytest

from app.desks import OpenEvent
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Says who meets whom."""
    return Floor(open_event, event)
