from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.imports import ListImported, MeetingImports, What
from app.meetings.plans import Plans
from app.meetings.requests import Requests
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import ImportLines, ImportsOf, write_lines
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


@pytest.fixture
def imports(open_event: OpenEvent) -> ImportsOf:
    return partial(MeetingImports, open_event.journal, open_event.letters)


@pytest.fixture
def import_requests(imports: ImportsOf, tmp_path: Path) -> ImportLines:
    def run(*lines: str) -> ListImported:
        file = write_lines(tmp_path / "requests.csv", *lines)
        return imports(What.REQUESTS).run(file, ImportOrder())

    return run


@pytest.fixture
def import_meetings(imports: ImportsOf, tmp_path: Path) -> ImportLines:
    def run(*lines: str) -> ListImported:
        file = write_lines(tmp_path / "meetings.csv", *lines)
        return imports(What.MEETINGS).run(file, ImportOrder())

    return run
