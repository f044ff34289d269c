from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.recents import MOST, Found, recent_events, with_opened, without
from app.settings import Settings
from tests.building import DESK_1, FIRST_DAY, MORNING, SECOND_DAY, MovableClock, make_event


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    file = tmp_path / "two words.matchdesk"
    make_event(file, MovableClock()).close()
    return file


def opened(*files: Path) -> Settings:
    settings = DESK_1
    for hours, file in enumerate(files):
        settings = with_opened(settings, file, MORNING + timedelta(hours=hours))
    return settings


def test_an_event_that_was_open_says_what_it_is_and_when_it_was_open(event_file: Path) -> None:
    (recent,) = recent_events(opened(event_file))

    assert (recent.file, recent.opened_at) == (event_file, MORNING)
    assert (recent.found, recent.name) == (Found.READABLE, "Cluster days")
    assert recent.days == (FIRST_DAY, SECOND_DAY)


def test_the_latest_stands_first_and_each_once(event_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "gone.matchdesk"

    recents = recent_events(opened(event_file, other, event_file))

    assert [(each.file, each.found) for each in recents] == [
        (event_file, Found.READABLE),
        (other, Found.MISSING),
    ]
    assert recents[0].opened_at == MORNING + timedelta(hours=2)


def test_what_is_no_event_any_more_is_said(tmp_path: Path) -> None:
    letter = tmp_path / "letter.matchdesk"
    letter.write_text("Dear all")

    (recent,) = recent_events(opened(letter))

    assert recent.found == Found.FOREIGN


def test_a_torn_event_is_said(event_file: Path) -> None:
    whole = event_file.read_bytes()
    event_file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    (recent,) = recent_events(opened(event_file))

    assert recent.found == Found.DAMAGED


def test_one_taken_off_the_list_is_off_it_and_its_file_stays(
    event_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.matchdesk"

    settings = without(opened(event_file, other), event_file)

    assert [each.file for each in recent_events(settings)] == [other]
    assert event_file.exists()


def test_the_list_has_an_end(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.matchdesk" for number in range(MOST + 3)]

    assert [each.file for each in recent_events(opened(*files))] == files[:2:-1]


@pytest.mark.parametrize("entry", ["", "nonsense", "2027-03-16T08:30:00 /naive", "yesterday /a"])
def test_an_entry_that_makes_no_sense_is_passed_over(entry: str) -> None:
    assert recent_events(Settings(DESK_1.desk_id, recent=(entry,))) == ()


def test_times_survive_the_settings(event_file: Path) -> None:
    late = datetime(2027, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)

    (recent,) = recent_events(with_opened(DESK_1, event_file, late))

    assert recent.opened_at == late
