"""Files that were written are noted for good, and told again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import uuid4

import pytest

from app.checkin.deeds import CheckedIn
from app.desks import OpenEvent
from app.files import FileNotWritten
from app.floor.watching import DayReader
from app.journal.journal import Unit
from app.journal.undo import undo
from app.journal.verify import verify
from app.outcomes.export.deeds import FileWritten
from app.outcomes.export.written import Written, files_written, note_written
from tests.building import FIRST_DAY, MORNING, EventBuilder


def noted(event: OpenEvent) -> tuple[Written, ...]:
    with event.journal.reading() as session:
        return files_written(session)


def a_file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_files_are_noted_with_what_stood_in_them(open_event: OpenEvent, tmp_path: Path) -> None:
    report, follow_ups = a_file(tmp_path, "a.pdf", "Ada"), a_file(tmp_path, "ä.csv", "Bo")

    told = note_written(open_event.journal, "report", {report: 61, follow_ups: 6})

    digests = [hashlib.sha256(text.encode()).hexdigest() for text in ("Ada", "Bo")]
    assert told == (
        FileWritten(told[0].id, "report", str(report), digests[0], 61),
        FileWritten(told[1].id, "report", str(follow_ups), digests[1], 6),
    )
    assert noted(open_event) == tuple(Written(MORNING, "Desk 1", each) for each in told)
    assert verify(open_event.journal).ok


def test_none_is_noted_if_one_is_not_there(open_event: OpenEvent, tmp_path: Path) -> None:
    there = a_file(tmp_path, "there.csv", "")

    with pytest.raises(FileNotWritten) as refused:
        note_written(open_event.journal, "export", {there: 0, tmp_path / "gone.csv": 0})

    assert refused.value.file == tmp_path / "gone.csv"
    assert noted(open_event) == ()


def test_undo_passes_over_files(event: EventBuilder, tmp_path: Path) -> None:
    journal = event.event.journal
    ada = event.delegate("Ada")
    with journal.writing(Unit(uuid4())) as pen:
        pen.write(CheckedIn(ada, FIRST_DAY, "badge"))
    note_written(journal, "export", {a_file(tmp_path, "a.csv", ""): 0})

    taken = undo(journal)

    assert [each.kind for each in taken.did] == ["CheckedIn"]
    assert len(noted(event.event)) == 1


def test_the_running_day_is_not_read_anew_for_a_file(open_event: OpenEvent, tmp_path: Path) -> None:
    reader = DayReader(open_event.journal)
    before = reader.watched(FIRST_DAY)

    note_written(open_event.journal, "export", {a_file(tmp_path, "a.csv", ""): 0})

    after = reader.watched(FIRST_DAY)
    assert after.day is before.day
    assert after.rows == before.rows + 1
