from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.desks import Desks, OpenEvent
from app.event.making import EventNotPossible, EventOrder
from app.settings import Settings
from app.storage import StorageRefused
from db.models import Desk, LogRow
from tests.building import DESK_1, DESK_2, MovableClock, make_event


def desks_of(event: OpenEvent) -> dict[str, str]:
    with event.journal.reading() as session:
        return {desk.letters: desk.name for desk in session.scalars(select(Desk))}


def deeds(event: OpenEvent) -> list[str]:
    with event.journal.reading() as session:
        return list(session.scalars(select(LogRow.kind).order_by(LogRow.hlc)))


def opened(file: Path, settings: Settings, clock: MovableClock) -> OpenEvent:
    return Desks(settings, clock=clock).open(file)


def test_whoever_makes_an_event_has_joined_it(open_event: OpenEvent) -> None:
    assert open_event.letters == "A"
    assert desks_of(open_event) == {"A": "Desk 1"}


def test_opening_again_writes_nothing(open_event: OpenEvent, clock: MovableClock) -> None:
    before = deeds(open_event)

    opened(open_event.database.file, DESK_1, clock).close()

    assert deeds(open_event) == before


def test_another_desk_joins_with_the_letters_it_wishes(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    opened(open_event.database.file, DESK_2, clock).close()

    assert desks_of(open_event) == {"A": "Desk 1", "B": "Desk 2"}


def test_letters_that_are_taken_are_not_given_twice(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    wishes = replace(DESK_2, letters="A")

    other = opened(open_event.database.file, wishes, clock)
    other.close()

    assert other.letters == "B"


def test_a_desk_that_wishes_no_letters_gets_the_first_free_ones(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    file = open_event.database.file
    letters = []
    for number in range(27):
        event = opened(file, DESK_1.named(f"Extra {number}"), clock)
        letters.append(event.letters)
        event.close()

    assert letters[0] == "B"
    assert letters[24:] == ["Z", "AA", "AB"]


def test_a_desk_keeps_its_letters_under_a_new_name(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    opened(open_event.database.file, replace(DESK_1, desk_name="North"), clock).close()

    assert desks_of(open_event) == {"A": "North"}


def test_an_event_that_makes_no_sense_makes_no_file(tmp_path: Path, clock: MovableClock) -> None:
    file = tmp_path / "event.matchdesk"

    with pytest.raises(EventNotPossible):
        Desks(DESK_1, clock=clock).make(file, EventOrder(" ", "UTC", (date(2027, 3, 16),)))

    assert not file.exists()


def test_a_file_that_is_no_event_is_refused_in_the_desks_words(
    tmp_path: Path, clock: MovableClock
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Dear all,\n" * 100, encoding="utf-8")

    with pytest.raises(StorageRefused) as refused:
        opened(file, DESK_1, clock)

    assert refused.value.kind == "NotAnEventFile"
    assert refused.value.problem == {"file": file, "reason": "foreign"}


@pytest.mark.parametrize(("free", "told"), [(2**30, None), (2**30 - 1, 2**30 - 1)])
def test_scarce_room_is_told_whoever_opens_or_makes_an_event(
    tmp_path: Path,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    free: int,
    told: int | None,
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    made = make_event(tmp_path / "event.matchdesk", clock)
    made.close()
    again = opened(made.database.file, DESK_1, clock)
    again.close()
    joined = opened(made.database.file, DESK_2, clock)
    joined.close()

    assert [each.scarce_room for each in (made, again, joined)] == [told] * 3
