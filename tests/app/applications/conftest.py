from __future__ import annotations

import pytest

from app.applications.accepting import Accepting
from app.applications.next_in import WaitingList
from app.applications.places import Places
from app.applications.terms import Deadlines
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.applications.applying import Applicants
from tests.building import EventBuilder


@pytest.fixture
def people(open_event: OpenEvent, event: EventBuilder) -> Applicants:
    return Applicants(open_event, event)


@pytest.fixture
def places(open_event: OpenEvent) -> Places:
    return Places(open_event.journal)


@pytest.fixture
def deadlines(open_event: OpenEvent) -> Deadlines:
    return Deadlines(open_event.journal)


@pytest.fixture
def accepting(open_event: OpenEvent) -> Accepting:
    return Accepting(open_event.journal)


@pytest.fixture
def waiting_list(open_event: OpenEvent) -> WaitingList:
    return WaitingList(open_event.journal)


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)
