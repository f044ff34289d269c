"""No file crashes the import, takes long or much memory; each is refused for its own reason."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import read_registrations
from app.errors import DeskError
from tests.hostile import HOSTILE, READS, Hostile

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


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_refused_for_its_own_reason(hostile: Hostile, tmp_path: Path) -> None:
    file = hostile.in_folder(tmp_path)
    started = time.monotonic()

    outcome = what_comes_of(file.path)

    assert outcome == file.expected
    assert time.monotonic() - started < MAX_SECONDS
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MAX_KIB
