"""No file crashes the import, takes long or much memory; each is refused for its own reason."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import read_registrations
from app.errors import DeskError
from tests.ends import most_memory
from tests.hostile import HOSTILE, READS, Hostile
from tests.processes import processes

MAX_SECONDS = 10
MAX_KIB = 512 * 1024


def what_comes_of(path: Path) -> str:
    try:
        read_registrations(path)
    except FileRefused as refusal:
        return refusal.reason
    except DeskError as refusal:
        return refusal.code
    return READS


def read_and_measure(path: Path, answer: Connection) -> None:
    """Say what comes of a file, and the most memory that this process and its child took."""
    outcome = what_comes_of(path)
    answer.send((outcome, max(most_memory(), most_memory(of_children=True))))


def measured(path: Path) -> tuple[str, int]:
    """Read a file in a process of its own.

    The system counts the memory of a process that starts another as that one's too, and tells
    the most of all children together: other tests' would count here.
    """
    others = processes()
    ours, theirs = others.Pipe(duplex=False)
    reader = others.Process(target=read_and_measure, args=(path, theirs))
    reader.start()
    theirs.close()
    with ours:
        answer: tuple[str, int] = ours.recv()
    reader.join()
    return answer


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_refused_for_its_own_reason(hostile: Hostile, tmp_path: Path) -> None:
    file = hostile.in_folder(tmp_path)
    started = time.monotonic()

    outcome, peak_kib = measured(file.path)

    assert outcome == file.expected
    assert time.monotonic() - started < MAX_SECONDS
    assert peak_kib < MAX_KIB
