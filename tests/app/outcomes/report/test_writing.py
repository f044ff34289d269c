"""A report stands there whole or not at all, and is noted only once it does."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from app.files import FileNotWritten
from app.outcomes.export.written import files_written
from app.outcomes.report.office import ReportOffice
from app.outcomes.report.wishes import Language, ReportWish
from app.progress import Cancelled, Progress
from tests.app.floor.running import RunningDay
from tests.app.outcomes.report import child
from tests.processes import processes

KILLS, PATIENCE = 10, 60
OLD = b"what stood there before"


@pytest.fixture
def papers(evening: RunningDay) -> child.Papers:
    """The report in three languages."""
    office = ReportOffice(evening.journal)
    return tuple(office.draw(ReportWish(language=language)) for language in Language)


def torn(evening: RunningDay, papers: child.Papers, report: Path, way: child.Way) -> int:
    """Kill processes that write reports again and again; give how often a part stood there."""
    rng, found, others = random.Random(7), 0, processes()
    whole = {OLD, *(each.pdf for each in papers)}
    for _ in range(KILLS):
        report.write_bytes(OLD)
        ours, theirs = others.Pipe(duplex=False)
        words = (evening.journal.database.file, papers, report, theirs)
        process = others.Process(target=way, args=words)
        process.start()
        assert ours.poll(PATIENCE)
        time.sleep(rng.uniform(0.001, 0.08))
        process.kill()
        process.join()
        found += report.read_bytes() not in whole
    return found


def noted(evening: RunningDay) -> list[str]:
    with evening.journal.reading() as session:
        return [each.deed.digest for each in files_written(session)]


def test_a_killed_report_leaves_the_old_file_or_the_new_one(
    evening: RunningDay, papers: child.Papers, tmp_path: Path
) -> None:
    assert torn(evening, papers, tmp_path / "report.pdf", child.keep_for_ever) == 0
    assert noted(evening), "it was killed before it wrote anything"


def test_written_straight_into_its_place_it_would_be_torn(
    evening: RunningDay, papers: child.Papers, tmp_path: Path
) -> None:
    assert torn(evening, papers, tmp_path / "report.pdf", child.write_straight) > 0


def test_where_the_disk_is_full_the_old_file_stays_and_nothing_is_noted(
    evening: RunningDay, papers: child.Papers, tmp_path: Path
) -> None:
    report, others = tmp_path / "report.pdf", processes()
    report.write_bytes(OLD)
    ours, theirs = others.Pipe(duplex=False)

    words = (evening.journal.database.file, papers, report, theirs)
    process = others.Process(target=child.keep_once_on_a_full_disk, args=words)
    process.start()
    assert ours.poll(PATIENCE)
    said = ours.recv()
    process.join()

    assert said == "report.pdf"
    assert report.read_bytes() == OLD
    assert list(tmp_path.glob(".report*")) == []
    assert noted(evening) == []


def test_a_folder_that_is_not_there_is_said(evening: RunningDay, tmp_path: Path) -> None:
    file = tmp_path / "gone" / "report.pdf"

    with pytest.raises(FileNotWritten) as refusal:
        ReportOffice(evening.journal).run(ReportWish(), file)

    assert refusal.value.file == file
    assert noted(evening) == []


def test_no_report_takes_the_place_of_the_event(evening: RunningDay) -> None:
    event = evening.journal.database.file
    before = event.stat().st_ino

    with pytest.raises(FileNotWritten):
        ReportOffice(evening.journal).run(ReportWish(), event)

    assert (event.stat().st_ino, noted(evening)) == (before, [])


def test_stopped_it_writes_nothing(evening: RunningDay, tmp_path: Path) -> None:
    steps = 0

    def stop(_progress: Progress) -> None:
        nonlocal steps
        steps += 1
        if steps == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        ReportOffice(evening.journal).run(ReportWish(), tmp_path / "report.pdf", stop)

    assert list(tmp_path.glob("*.pdf")) == []
    assert noted(evening) == []
