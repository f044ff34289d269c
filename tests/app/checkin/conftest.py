from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.delegates.roster import Roster
from app.desks import OpenEvent


@pytest.fixture
def scanning(open_event: OpenEvent) -> Scanning:
    return Scanning(open_event.journal)


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)
