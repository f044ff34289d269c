from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from app.delegates.lookup import Lookup
from app.desks import Desks
from app.event.facts import event_facts
from app.event.making import BlockOrder, EventNotPossible, EventOrder
from app.event.slots import slots_of
from app.meetings.views import meetings_of_event
from app.places import events_folder, free_place, log_folder
from app.progress import Cancelled, Progress
from app.recents import Found
from app.settings import HOME, load_settings
from app.starting import Starting
from tests.building import MORNING, MovableClock

ORDER = EventOrder(
    "Baltic days", "Europe/Riga", (date(2027, 5, 4),), (BlockOrder(time(9), time(12)),), tables=4
)


@pytest.fixture
def starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: MovableClock) -> Starting:
    monkeypatch.setenv(HOME, str(tmp_path))
    return Starting(Desks(load_settings(), clock=clock))


def test_a_new_event_is_made_in_the_folder_of_this_account(starting: Starting) -> None:
    place = starting.place_for("Baltic days")

    file = starting.make(place, ORDER)

    assert file == events_folder() / "Baltic days.matchdesk"
    event = starting.desks.open(file)
    with event.journal.reading() as session:
        assert event_facts(session).name == "Baltic days"
    event.close()


def test_an_order_is_looked_at_before_anything_is_made(starting: Starting) -> None:
    with pytest.raises(EventNotPossible) as refusal:
        starting.slots(EventOrder("Baltic days", "Europe/Rigga", (date(2027, 5, 4),)))

    assert refusal.value.reason == "timezone"
    assert not events_folder().exists()


def test_the_slots_of_an_order_are_counted(starting: Starting) -> None:
    assert starting.slots(ORDER) == 7  # three hours, 25 minutes each, and 5 are left


def test_the_sample_begins_today_and_has_everybody_in_it(
    starting: Starting, clock: MovableClock
) -> None:
    clock.now = datetime(2029, 8, 1, 22, 30, tzinfo=UTC)  # after midnight in Vilnius

    file = starting.make_sample()

    event = starting.desks.open(file)
    with event.journal.reading() as session:
        facts = event_facts(session)
    slots = slots_of(event.journal)
    assert facts.days == (date(2029, 8, 2), date(2029, 8, 3))
    assert {slot.day for slot in slots} == set(facts.days)
    assert slots[0].starts_at.astimezone(facts.zone).time() == time(9)
    assert Lookup(event.journal).find("rimsaite").delegates[0].person.given_name == "Miglė"
    event.close()


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_the_sample_has_its_meetings_on_whichever_day_it_begins(
    starting: Starting, clock: MovableClock, later: int
) -> None:
    clock.passes(days=later)

    file = starting.make_sample()

    event = starting.desks.open(file)
    told = meetings_of_event(event.journal)
    event.close()
    first = MORNING.date() + timedelta(days=later)
    days = Counter(each.starts_at and each.starts_at.date() for each in told.meetings)
    assert days == {first: 290, first + timedelta(days=1): 59}
    assert Counter(each.state for each in told.requests) == {"planned": 349, "open": 14}


def test_a_second_sample_leaves_the_first_alone(starting: Starting) -> None:
    first = starting.make_sample()
    before = first.read_bytes()

    second = starting.make_sample()

    assert second != first
    assert first.read_bytes() == before


def test_a_sample_that_was_stopped_leaves_nothing(starting: Starting) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        starting.make_sample(stop)

    assert list(events_folder().iterdir()) == []


def test_what_was_open_is_remembered_till_it_is_taken_off(
    starting: Starting, clock: MovableClock
) -> None:
    file = starting.make(starting.place_for("Baltic days"), ORDER)
    starting.remember(file)
    clock.passes(days=1)
    gone = file.with_name("gone.matchdesk")
    starting.remember(gone)

    assert [(each.file, each.found) for each in starting.recents()] == [
        (gone, Found.MISSING),
        (file, Found.READABLE),
    ]
    assert starting.recents()[1].opened_at == MORNING

    starting.forget(gone)

    assert [each.file for each in starting.recents()] == [file]


def test_time_zones_are_places(starting: Starting) -> None:
    zones = starting.time_zones()

    assert {"Europe/Vilnius", "America/New_York"} <= set(zones)
    assert not {"UTC", "Etc/GMT+3", "CET"} & set(zones)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Žiema", "Žiema.matchdesk"),
        ("Days 16/17: Vilnius?", "Days 16 17 Vilnius.matchdesk"),
        ("..", "Event.matchdesk"),
        ("Con", "Event Con.matchdesk"),
        ("", "Event.matchdesk"),
        ("x" * 300, "x" * 60 + ".matchdesk"),
    ],
)
def test_a_file_is_called_as_its_event(tmp_path: Path, name: str, file: str) -> None:
    assert free_place(tmp_path, name).name == file


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Žiema.matchdesk").touch()
    (tmp_path / "Žiema 2.matchdesk").touch()

    assert free_place(tmp_path, "Žiema").name == "Žiema 3.matchdesk"


def test_reports_have_a_folder_of_their_own(
    starting: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = log_folder()
    monkeypatch.delenv(HOME)

    assert len({ours, events_folder(), log_folder()}) == 3
    assert events_folder().is_absolute()


def test_blocks_move_with_their_days(starting: Starting, clock: MovableClock) -> None:
    clock.passes(days=-400)

    file = starting.make_sample()

    event = starting.desks.open(file)
    slots = slots_of(event.journal)
    event.close()
    assert slots[-1].day - slots[0].day == timedelta(days=1)
