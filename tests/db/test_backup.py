from __future__ import annotations

import builtins
import io
import os
import random
import time
from collections.abc import Callable
from multiprocessing.context import SpawnContext
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.checkin.scanning import Scan, Scanning
from app.desks import Desks, OpenEvent
from app.journal.verify import verify
from db.backup import copy_event
from db.errors import NotAnEventFile, StorageFailed
from db.models import LogRow
from db.opening import open_event_file
from tests.building import DESK_2, EventBuilder, MovableClock, make_event
from tests.processes import processes
from tests.reliability.worker import desk


@pytest.fixture(scope="session")
def others() -> SpawnContext:
    return processes()


def deeds(event: OpenEvent) -> int:
    with event.journal.reading() as session:
        return session.scalar(select(func.count()).select_from(LogRow)) or 0


def test_a_copy_holds_every_deed_and_opens(event: EventBuilder, tmp_path: Path) -> None:
    event.crowd(20)

    copied = copy_event(event.event.database, tmp_path / "copy.matchdesk")
    copy = desk(copied.file, 2)
    found = verify(copy.journal)
    copy.close()

    assert copied.deeds == deeds(event.event)
    assert copied.size == copied.file.stat().st_size
    assert found.ok


def test_a_copy_is_one_file(event: EventBuilder, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    copy_event(event.event.database, folder / "copy.matchdesk")

    assert [file.name for file in folder.iterdir()] == ["copy.matchdesk"]


def test_a_copy_replaces_an_older_one(event: EventBuilder, tmp_path: Path) -> None:
    target = tmp_path / "copy.matchdesk"
    older = copy_event(event.event.database, target)
    event.crowd(5)

    assert copy_event(event.event.database, target).deeds > older.deeds


def test_a_copy_replaces_neither_a_list_nor_another_event(
    event: EventBuilder, tmp_path: Path, clock: MovableClock
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Given name,Family name", encoding="utf-8")
    other = make_event(tmp_path / "other.matchdesk", clock)
    EventBuilder(other).delegate("Ada")
    other.close()

    for target in (people, tmp_path / "other.matchdesk"):
        before = target.read_bytes()
        with pytest.raises(NotAnEventFile) as refused:
            copy_event(event.event.database, target)
        assert (refused.value.reason, target.read_bytes()) == ("exists", before)


def test_a_copy_replaces_one_that_is_damaged(event: EventBuilder, tmp_path: Path) -> None:
    target = tmp_path / "copy.matchdesk"
    copied = copy_event(event.event.database, target)
    with target.open("r+b") as broken:
        broken.seek(4_096)
        broken.write(b"\xff" * 200_000)

    assert copy_event(event.event.database, target).deeds == copied.deeds


def test_the_event_goes_on_while_it_was_copied(event: EventBuilder, tmp_path: Path) -> None:
    ada = event.delegate("Ada")
    copy_event(event.event.database, tmp_path / "copy.matchdesk")

    assert Scanning(event.event.journal).check_in(ada).decision == "checked_in"


def test_an_event_is_not_copied_onto_itself(event: EventBuilder) -> None:
    file = event.event.database.file
    before = deeds(event.event)

    with pytest.raises(NotAnEventFile) as refused:
        copy_event(event.event.database, file.parent / "." / file.name)

    assert refused.value.reason == "exists"
    assert deeds(event.event) == before


def test_an_event_that_is_open_is_not_copied_over(
    event: EventBuilder, tmp_path: Path, clock: MovableClock
) -> None:
    other = make_event(tmp_path / "other.matchdesk", clock)

    with pytest.raises(StorageFailed) as refused:
        copy_event(event.event.database, other.database.file)

    assert refused.value.reason == "busy"
    EventBuilder(other).delegate("Ada")
    assert verify(other.journal).ok
    other.close()


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_changes_that_a_crash_left_are_not_mixed_into_a_copy(
    event: EventBuilder, tmp_path: Path, end: str
) -> None:
    target = tmp_path / "copy.matchdesk"
    copy_event(event.event.database, target)
    before = target.read_bytes()
    target.with_name(target.name + end).write_bytes(b"left")
    event.crowd(5)

    with pytest.raises(StorageFailed) as refused:
        copy_event(event.event.database, target)

    assert refused.value.reason == "busy"
    assert target.read_bytes() == before


def test_a_copy_that_cannot_be_written_leaves_nothing(event: EventBuilder, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        copy_event(event.event.database, tmp_path / "nowhere" / "copy.matchdesk")

    assert not (tmp_path / "nowhere").exists()


def copy_for_ever(file: Path, target: Path) -> None:
    database = open_event_file(file)
    while True:
        copy_event(database, target)


def test_a_copy_that_is_killed_leaves_the_last_good_one(
    event: EventBuilder, tmp_path: Path, others: SpawnContext
) -> None:
    event.crowd(1_000)
    target = tmp_path / "copy.matchdesk"
    good = copy_event(event.event.database, target)

    for _ in range(10):
        process = others.Process(target=copy_for_ever, args=(event.event.database.file, target))
        process.start()
        time.sleep(random.uniform(0.05, 0.4))
        process.kill()
        process.join()
        copy = open_event_file(target)
        with copy.reading() as session:
            assert session.scalar(select(func.count()).select_from(LogRow)) == good.deeds
        copy.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every path that Python itself opens, in the order they are opened."""
    paths: list[str] = []

    def noting(real: Callable[..., Any]) -> Callable[..., Any]:
        def open_and_note(file: Any, *args: Any, **kwargs: Any) -> Any:
            paths.append(str(file))
            return real(file, *args, **kwargs)

        return open_and_note

    for module in (builtins, io, os):
        monkeypatch.setattr(module, "open", noting(module.open))
    return paths


def test_python_never_opens_an_event_file_itself(
    event: EventBuilder, tmp_path: Path, clock: MovableClock, opened: list[str]
) -> None:
    # Closing any handle of the file drops SQLite's locks on it, and changes may be lost.
    live = event.event.database.file
    badge = event.badge_of(event.delegate("Ada"))
    again = Desks(DESK_2, clock=clock).open(live)
    Scanning(again.journal).scan(Scan(badge, uuid4()))
    copy_event(again.database, tmp_path / "copy.matchdesk")
    verify(again.journal)
    again.close()

    touched = {Path(path).name for path in opened}
    assert any(name.startswith("copy.matchdesk.unfinished") for name in touched)
    assert touched.isdisjoint(f"{live.name}{end}" for end in ("", "-wal", "-shm"))
