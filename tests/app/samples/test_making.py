"""Samples as if they began on another day: all there is moves with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.applications.reading import Applications
from app.delegates.registration import Status
from app.desks import Desks, OpenEvent
from app.event.sample import SAMPLES, read_sample, sample_names
from app.icebreaking.keeping import Icebreaking
from app.meetings.views import meetings_of_event
from app.places import events_folder
from app.programme.session import standing_sessions
from app.progress import Cancelled, Progress, Step, StepProgress
from app.samples.making import make_sample
from app.samples.moved import moved
from app.settings import HOME, load_settings
from app.speeches.speaking import Speaking
from app.visits.visits import Visits
from tests.building import MovableClock

FIRST, SECOND = date(2030, 1, 8), date(2030, 1, 9)
AFTERNOON = datetime(2030, 1, 8, 14, 40, tzinfo=UTC)
"""In winter, when most of a first day is over."""
ZONE = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def made(
    request: pytest.FixtureRequest,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenEvent]:
    """A sample that was made in the afternoon of its first day."""
    monkeypatch.setenv(HOME, str(tmp_path))
    clock.now = AFTERNOON
    desks = Desks(load_settings(), clock)
    event = desks.open(make_sample(desks, request.param, lambda _progress: None))
    yield event
    event.close()


def test_a_sample_that_is_stopped_while_it_is_written_leaves_nothing(
    clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))

    def stop(progress: Progress) -> None:
        if isinstance(progress, StepProgress) and progress.step is Step.WRITING:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(Desks(load_settings(), clock), "hannover-messe-2015", stop)

    assert [*events_folder().iterdir()] == []


@pytest.mark.parametrize("name", sample_names())
def test_no_date_of_a_sample_stays_behind(name: str, tmp_path: Path) -> None:
    sample = read_sample(SAMPLES / name)
    later = moved(sample, date(2030, 1, 8), tmp_path)

    before = {day.isoformat() for day in sample.order.days}
    assert later.order.days[0] == FIRST
    assert len(later.order.days) == len(sample.order.days)
    for each in (*tmp_path.glob("*.xml"), *tmp_path.glob("*.csv")):
        assert not any(day in each.read_text("utf-8") for day in before), each.name
    told = {each.day for each in later.rounds} | {each.day for each in later.speeches}
    assert told <= set(later.order.days)
    assert all(block.day in later.order.days for block in later.order.blocks)


@pytest.mark.parametrize("made", ["eu-us-2018"], indirect=True)
def test_the_roundtable_is_ready_though_half_a_day_is_over(made: OpenEvent) -> None:
    standing = Applications(made.journal).standing()
    until = standing.terms.apply_until

    assert until is not None
    assert until.astimezone(ZONE).time() == time(14)
    assert (standing.in_all.taken, standing.late) == (43, 2)
    assert standing.counts[Status.DECLINED] == 2
    speeches = Speaking(made.journal)
    starts = [speeches.of_day(day)[0].starts_at.astimezone(ZONE) for day in (FIRST, SECOND)]
    assert [each.time() for each in starts] == [time(10, 30), time(9)]
    told = meetings_of_event(made.journal).meetings
    days = Counter(each.starts_at.date() for each in told if each.starts_at)
    assert days == {SECOND: 65}
    with made.journal.reading() as session:
        first = min(standing_sessions(session), key=lambda each: each.starts_at)
    assert first.starts_at.astimezone(ZONE) == datetime(2030, 1, 8, 9, tzinfo=ZONE)


@pytest.mark.parametrize("made", ["malmo-2023"], indirect=True)
def test_sessions_and_visits_are_at_the_hours_that_clocks_show_also_in_winter(
    made: OpenEvent,
) -> None:
    with made.journal.reading() as session:
        sessions = {each.title: each for each in standing_sessions(session)}
    visits = Visits(made.journal).all()

    evening = sessions["Evening by the canal"].starts_at.astimezone(ZONE)
    assert evening == datetime(2030, 1, 8, 19, tzinfo=ZONE)
    assert {each.starts_at.astimezone(ZONE).time() for each in visits} == {time(14, 15)}
    assert all(each.taken == each.places for each in visits)


@pytest.mark.parametrize("made", ["copenhagen-workshop"], indirect=True)
def test_the_workshop_has_its_rounds_and_meetings_though_the_day_has_begun(
    made: OpenEvent,
) -> None:
    kept = Icebreaking(made.journal).of_day(FIRST)
    told = meetings_of_event(made.journal)

    assert kept.timetable.starts_at.astimezone(ZONE).time() == time(10, 15)
    assert Counter(each.state for each in told.requests) == {"planned": 80}
