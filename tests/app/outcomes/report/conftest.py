from __future__ import annotations

import pytest

from tests.app.floor.running import RunningDay
from tests.app.outcomes.report.evening import told
from tests.building import EventBuilder


@pytest.fixture
def evening(day: RunningDay, event: EventBuilder) -> RunningDay:
    """The evening of a day on which six organisations were to meet, and five did."""
    return told(day, event)
