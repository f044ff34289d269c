"""Lists are imported beside the window as they are in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.aside import Aside
from app.delegates.importing.aside import ImportsAside
from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.meetings.importing.aside import meeting_imports_aside
from app.meetings.importing.imports import ListImported, What
from app.meetings.reading.entries import NoSidesFound
from app.progress import Cancelled, Progress
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.building import DESK_1


@pytest.fixture
def imports(open_event: OpenEvent) -> ImportsAside[ListImported]:
    return meeting_imports_aside(Aside(open_event.journal, DESK_1), What.REQUESTS)


@pytest.fixture
def wishes(floor: Floor, tmp_path: Path) -> Path:
    for name in ("Ada", "Ben", "Cleo"):
        floor.who(name)
    return write_lines(tmp_path / "requests.csv", "Guest,Host", "A-1,A-2", "A-2,A-1", "A-1,A-3")


def test_a_list_is_rehearsed_and_imported_beside(
    imports: ImportsAside[ListImported], floor: Floor, wishes: Path
) -> None:
    rehearsed = imports.rehearse(wishes, ImportOrder())
    before = floor.requests()
    imported = imports.run(wishes, ImportOrder())

    assert before == ()
    assert (rehearsed.created, rehearsed.mutual, rehearsed.unit) == (3, 1, None)
    assert (imported.created, imported.unit is not None) == (3, True)
    assert len(floor.requests()) == 2


def test_a_refusal_comes_back(imports: ImportsAside[ListImported], tmp_path: Path) -> None:
    file = write_lines(tmp_path / "list.csv", "Name,City", "Ada,Vilnius")

    with pytest.raises(NoSidesFound):
        imports.rehearse(file, ImportOrder())


def test_an_import_beside_can_be_stopped(
    imports: ImportsAside[ListImported], floor: Floor, wishes: Path
) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        imports.run(wishes, ImportOrder(), stop)

    assert floor.requests() == ()
