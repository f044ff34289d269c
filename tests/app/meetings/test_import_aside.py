"""Lists are imported beside the window as they are in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.aside import Aside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.aside import MeetingImportsAside
from app.meetings.importing.imports import What
from app.meetings.reading.entries import NoSidesFound
from app.progress import Cancelled, Progress
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.building import DESK_1


@pytest.fixture
def imports(open_event: OpenEvent) -> MeetingImportsAside:
    return MeetingImportsAside(Aside(open_event.journal, DESK_1))


@pytest.fixture
def wishes(floor: Floor, tmp_path: Path) -> Path:
    for name in ("Ada", "Ben", "Cleo"):
        floor.who(name)
    return write_lines(tmp_path / "requests.csv", "Guest,Host", "A-1,A-2", "A-2,A-1", "A-1,A-3")


def test_a_list_is_rehearsed_and_imported_beside(
    imports: MeetingImportsAside, floor: Floor, wishes: Path
) -> None:
    rehearsed = imports.rehearse(What.REQUESTS, wishes, ImportOrder())
    before = floor.requests()
    imported = imports.run(What.REQUESTS, wishes, ImportOrder())

    assert before == ()
    assert (rehearsed.created, rehearsed.mutual, rehearsed.unit) == (3, 1, None)
    assert (imported.created, imported.unit is not None) == (3, True)
    assert len(floor.requests()) == 2


def test_a_refusal_comes_back(imports: MeetingImportsAside, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "list.csv", "Name,City", "Ada,Vilnius")

    with pytest.raises(NoSidesFound):
        imports.rehearse(What.REQUESTS, file, ImportOrder())


def test_an_import_beside_can_be_stopped(
    imports: MeetingImportsAside, floor: Floor, wishes: Path
) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        imports.run(What.REQUESTS, wishes, ImportOrder(), stop)

    assert floor.requests() == ()
