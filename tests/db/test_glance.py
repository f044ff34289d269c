from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from db.errors import EventFileDamaged, NotAnEventFile, StorageFailed
from db.glance import Glance, glance
from db.opening import create_event_file
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock, make_event

COVER = Glance("Cluster days", "", "", (FIRST_DAY, SECOND_DAY), contact_days=30)


def cover(file: Path) -> Glance:
    """Give what stands on the cover, but for the event's id, which is another each time."""
    return replace(glance(file), id="")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    file = tmp_path / "event.matchdesk"
    make_event(file, MovableClock()).close()
    return file


def test_a_glance_reads_the_cover_and_leaves_no_trace(closed: Path) -> None:
    before = closed.read_bytes()

    assert cover(closed) == COVER

    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_a_glance_at_an_event_that_is_open_sees_what_is_not_in_its_file_yet(
    tmp_path: Path,
) -> None:
    event = make_event(tmp_path / "event.matchdesk", MovableClock())
    files = sorted(tmp_path.iterdir())

    assert cover(tmp_path / "event.matchdesk") == COVER

    assert sorted(tmp_path.iterdir()) == files
    event.close()


def test_a_glance_at_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAnEventFile) as problem:
        glance(tmp_path / "gone.matchdesk")

    assert problem.value.reason == "missing"


@pytest.mark.parametrize("content", [b"", b"A letter to nobody. " * 500])
def test_a_glance_at_what_is_no_event(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.matchdesk"
    file.write_bytes(content)

    with pytest.raises(NotAnEventFile) as problem:
        glance(file)

    assert problem.value.reason == "foreign"
    assert list(tmp_path.iterdir()) == [file]


def test_a_glance_at_a_file_without_its_event(tmp_path: Path) -> None:
    file = tmp_path / "event.matchdesk"
    create_event_file(file).close()

    with pytest.raises(EventFileDamaged):
        glance(file)


def test_a_glance_at_a_torn_file(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(EventFileDamaged):
        glance(closed)


def test_a_glance_at_a_file_that_somebody_keeps_for_himself(closed: Path) -> None:
    selfish = sqlcipher3.dbapi2.connect(str(closed), isolation_level=None)
    selfish.execute("PRAGMA locking_mode=EXCLUSIVE")
    selfish.execute("BEGIN EXCLUSIVE")
    selfish.execute("CREATE TABLE note (text)")
    selfish.execute("COMMIT")

    with pytest.raises(StorageFailed) as problem:
        glance(closed)

    assert problem.value.reason == "busy"
    selfish.close()
