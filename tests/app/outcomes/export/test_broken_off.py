"""Whoever is killed, or finds the disk full, leaves the old files or the new ones, whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from time import sleep

import pytest

from app.outcomes.export.written import digest_of, files_written
from tests.app.outcomes.export.child import (
    HOURS,
    export,
    export_for_ever,
    export_with_little_room,
    opened,
    write_plainly_for_ever,
)
from tests.processes import processes

KILLS = 10
PATIENCE = 60

Digests = dict[str, str]


@pytest.fixture
def file(lived_once: tuple[bytes, object], tmp_path: Path) -> Path:
    """The file of an event whose morning has passed."""
    file = tmp_path / "lived.matchdesk"
    file.write_bytes(lived_once[0])
    return file


def digests(folder: Path) -> Digests:
    """Give what stands in a folder, but for what was being written."""
    return {
        each.name: digest_of(each) for each in folder.iterdir() if not each.name.startswith(".")
    }


def both(file: Path, folder: Path) -> tuple[Path, Path]:
    """Give the folders of an export as of either hour."""
    one, other = folder / "one", folder / "other"
    export(file, one, HOURS[0])
    export(file, other, HOURS[1])
    return one, other


def killed(work: Callable[..., None], *arguments: object, chance: random.Random) -> None:
    """Let a process do something over and over, and kill it a while after one or two times."""
    ours, theirs = Pipe(duplex=False)
    child = processes().Process(target=work, args=(*arguments, theirs), daemon=True)
    child.start()
    for _ in range(chance.randint(1, 2)):
        assert ours.poll(PATIENCE), "it does not get on"
        ours.recv()
    sleep(chance.uniform(0, 0.15))
    child.kill()
    child.join()


def test_killed_it_leaves_each_file_whole_and_notes_none_that_is_not(
    file: Path, tmp_path: Path
) -> None:
    one, other = map(digests, both(file, tmp_path))
    folder, chance = tmp_path / "out", random.Random(7)
    ways = set()

    for _ in range(KILLS):
        killed(export_for_ever, file, folder, chance=chance)
        found = digests(folder)
        assert found.keys() == one.keys()
        broken = [name for name in found if found[name] not in {one[name], other[name]}]
        assert broken == []
        ways.add("one" if found == one else "other" if found == other else "some of each")

    assert ways >= {"one", "other"}
    event, _clock = opened(file)
    with event.journal.reading() as session:
        noted = files_written(session)
    event.close()
    known = {*one.values(), *other.values()}
    assert {each.deed.digest for each in noted} <= known
    for _ in range(PATIENCE):
        # What was half written goes with the next export, once the system has seen its writer end.
        export(file, folder)
        if {each.name for each in folder.iterdir()} == one.keys():
            break
        sleep(0.1)
    assert digests(folder) == one
    assert {each.name for each in folder.iterdir()} == one.keys(), "what was half written is left"


def test_a_writer_that_writes_straight_to_the_place_is_found_out(
    file: Path, tmp_path: Path
) -> None:
    folders = both(file, tmp_path)
    one, other = map(digests, folders)
    folder, chance = tmp_path / "out", random.Random(7)
    folder.mkdir()
    broken = set()

    for _ in range(KILLS):
        killed(write_plainly_for_ever, *folders, folder, chance=chance)
        found = digests(folder)
        broken |= {name for name in found if found[name] not in {one[name], other[name]}}

    assert broken


def test_a_full_disk_is_said_and_nothing_counts_as_exported(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(file, folder)
    before = digests(folder)
    ours, theirs = Pipe(duplex=False)

    child = processes().Process(
        target=export_with_little_room, args=(file, folder, 20_000, theirs), daemon=True
    )
    child.start()
    assert ours.poll(PATIENCE)
    refused, why = ours.recv()
    child.join()

    assert (refused, why) == ("event.xlsx", "File too large")
    assert digests(folder) == before
    assert {each.name for each in folder.iterdir()} == before.keys()
    event, _clock = opened(file)
    with event.journal.reading() as session:
        assert len(files_written(session)) == len(before)
    event.close()
