from __future__ import annotations

import pytest

from tests.app.floor.running import RunningDay
from tests.app.programme.holding import Holding
from tests.building import EventBuilder


@pytest.fixture
def holding(day: RunningDay, event: EventBuilder) -> Holding:
    """A programme beside the meetings of ``day``."""
    return Holding(day.floor, event)
