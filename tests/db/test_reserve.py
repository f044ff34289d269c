"""R4: on a full disk the desk lives on the room that was held back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

import db.reserve
from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.verify import verify
from app.storage import StorageRefused
from db.reserve import RESERVE_BYTES, ROOM_FOR_A_WRITE, hold_room, reserve_of
from tests.building import EventBuilder, MovableClock, make_event

ENOUGH = 200


def test_room_is_held_while_the_event_is_open(open_event: OpenEvent) -> None:
    file = open_event.database.file

    open_event.hold_room()

    held = reserve_of(file).stat()
    assert held.st_size == RESERVE_BYTES
    assert sys.platform == "win32" or held.st_blocks * 512 >= RESERVE_BYTES
    assert not open_event.room_was_made
    open_event.close()
    assert not reserve_of(file).exists()


def test_what_a_crash_left_is_held_again_only_if_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "event.matchdesk"
    reserve_of(file).write_bytes(b"broken off")

    assert hold_room(file)
    assert reserve_of(file).stat().st_size == RESERVE_BYTES
    assert hold_room(file)


def test_no_room_is_held_where_there_is_little(
    open_event: OpenEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.reserve, "ROOM_TO_SPARE", 2**60)

    open_event.hold_room()

    assert not reserve_of(open_event.database.file).exists()
    assert not open_event.room_was_made


def test_whoever_finds_the_disk_full_gives_the_room_up_and_says_so(event: EventBuilder) -> None:
    opened = event.event
    opened.hold_room()
    with opened.database.writing() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar()
        session.execute(text(f"PRAGMA max_page_count={pages}"))

    told = []
    for _ in range(2):
        with pytest.raises(StorageRefused) as refused:
            Roster(opened.journal, opened.letters).register(PersonOrder("Ada", note="x" * 100_000))
        told.append(refused.value.problem)

    assert [(each["reason"], each["room_made"]) for each in told] == [
        ("full", True),
        ("full", False),
    ]
    assert opened.room_was_made
    assert not reserve_of(opened.database.file).exists()


class SmallDisk:
    """A disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._run("mount", "-t", "tmpfs", "-o", "size=1200m", "none", str(folder))

    def fills_up(self) -> None:
        """Leave no room on it."""
        used = shutil.disk_usage(self.folder).used
        self._run("mount", "-o", f"remount,size={used + 2**20}", str(self.folder))
        with pytest.raises(OSError, match="No space"):
            self._write_without_end()

    def goes(self) -> None:
        self._run("umount", str(self.folder))

    def _write_without_end(self) -> None:
        with (self.folder / "ballast").open("wb", buffering=0) as stream:
            while True:
                stream.write(bytes(4096))

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root of a Linux machine may make a small disk")
    try:
        disk = SmallDisk(folder)
    except subprocess.CalledProcessError as refused:
        pytest.skip(f"no small disk can be made here: {refused.stderr.decode().strip()}")
    yield disk
    disk.goes()


def check_ins(event: OpenEvent, people: list[UUID]) -> int:
    """Let people in, one after the other, as long as the disk lets us. Give how many it were."""
    scanning = Scanning(event.journal)
    for place, delegate in enumerate(people):
        try:
            scanning.check_in(delegate)
        except StorageRefused:
            return place
    return len(people)


@pytest.mark.parametrize(
    "room_for_a_write", [ROOM_FOR_A_WRITE, 0], ids=["foreseen", "not foreseen"]
)
def test_on_a_full_disk_hundreds_are_still_let_in(
    small_disk: SmallDisk,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    room_for_a_write: int,
) -> None:
    # A quota, or another program, can fill a disk that looked as if it had room.
    monkeypatch.setattr(db.reserve, "ROOM_FOR_A_WRITE", room_for_a_write)
    event = make_event(small_disk.folder / "event.matchdesk", clock)
    people = EventBuilder(event).crowd(2 * ENOUGH)
    event.hold_room()
    small_disk.fills_up()

    let_in = check_ins(event, people)

    assert let_in >= ENOUGH
    assert event.room_was_made
    assert verify(event.journal).ok
    event.close()


def test_on_a_full_disk_without_a_reserve_few_are_let_in(
    small_disk: SmallDisk, clock: MovableClock
) -> None:
    event = make_event(small_disk.folder / "event.matchdesk", clock)
    people = EventBuilder(event).crowd(2 * ENOUGH)
    small_disk.fills_up()

    assert check_ins(event, people) < ENOUGH
    event.close()
