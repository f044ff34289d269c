"""The door stays open while a long list comes in."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic
from uuid import uuid4

import pytest

from app.checkin.scanning import Scan, Scanning
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import Desks, OpenEvent
from app.journal.batches import WorkUnderWay
from app.journal.verify import verify
from app.progress import Progress
from tests.app.delegates.lists import everybody, everything, write_list
from tests.building import DESK_2, EventBuilder, MovableClock

ROWS = 3_000
LONGEST_WAIT_S = 5.0


class Import:
    """An import in a thread of its own, that tells when its first chunk has been written."""

    def __init__(self, imports: Imports, file: Path) -> None:
        self.has_begun = Event()
        self._pool = ThreadPoolExecutor(1)
        self.result: Future[Imported] = self._pool.submit(
            imports.run, file, ImportOrder(), self._hear
        )

    def _hear(self, progress: Progress) -> None:
        if progress.total == ROWS:  # reading reports lines, of which there is one more
            self.has_begun.set()

    def end(self) -> Imported:
        self._pool.shutdown()
        return self.result.result()


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    people = ({"Name": f"Person {place}", "E-mail": f"p{place}@x.org"} for place in range(ROWS))
    return write_list(tmp_path / "list.csv", list(people))


def test_scans_are_answered_between_the_chunks_of_an_import(
    imports: Imports, open_event: OpenEvent, event: EventBuilder, long_list: Path
) -> None:
    codes = event.badges_of(event.crowd(400))
    door = Desks(DESK_2, clock=MovableClock()).open(open_event.database.file)
    scanning = Scanning(door.journal)
    waits: list[float] = []

    under_way = Import(imports, long_list)
    under_way.has_begun.wait(60)
    while not under_way.result.done() and codes:
        begun = monotonic()
        assert scanning.scan(Scan(codes.pop(), uuid4())).decision == "checked_in"
        waits.append(monotonic() - begun)
    imported = under_way.end()
    door.close()

    assert imported.created == ROWS
    assert len(waits) > 0
    assert max(waits) < LONGEST_WAIT_S
    assert len(everything(open_event.journal)["check_in"]) == len(waits)
    assert len(everybody(open_event.journal)) == ROWS + 400
    assert verify(open_event.journal).problems == ()


def test_an_import_while_another_is_under_way_is_refused(
    imports: Imports, open_event: OpenEvent, tmp_path: Path
) -> None:
    ada = write_list(tmp_path / "ada.csv", [{"Name": "Ada Lovelace"}])
    ben = write_list(tmp_path / "ben.csv", [{"Name": "Ben Li"}])

    def import_another(_progress: Progress) -> None:
        if everybody(open_event.journal):
            with pytest.raises(WorkUnderWay):
                imports.run(ben, ImportOrder())

    imports.run(ada, ImportOrder(), import_another)

    assert [person.name for person in everybody(open_event.journal)] == ["Ada Lovelace"]


def test_a_walk_in_who_comes_during_an_import_that_brings_them_is_a_doubt(
    imports: Imports, open_event: OpenEvent, long_list: Path
) -> None:
    door = Desks(DESK_2, clock=MovableClock()).open(open_event.database.file)
    last = f"Person {ROWS - 1}"

    under_way = Import(imports, long_list)
    under_way.has_begun.wait(60)
    order = PersonOrder(given_name="Person", family_name=str(ROWS - 1), email="other@x.org")
    Roster(door.journal, door.letters).register(order, known_apart=True)
    imported = under_way.end()
    door.close()

    assert [(pair.kind, pair.subject) for pair in imported.doubtful] == [("same_person", last)]
