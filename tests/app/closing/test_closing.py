"""A day is closed once all of it is seen to, or somebody says so all the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.closing.closing import (
    ClosedBefore,
    Closing,
    NotClosedYet,
    Open,
    StillOpen,
    StillToDo,
)
from app.event.editing import UnknownDay
from app.journal.undo import redo, undo
from app.journal.verify import verify
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY

LEAD = Outcome(frozenset({OutcomeKind.LEAD}))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


def opened(day: RunningDay) -> dict[Open, int]:
    return {each.what: each.number for each in Closing(day.journal).look(FIRST_DAY).open}


def test_what_is_open_is_named_with_its_number_and_goes_as_it_is_seen_to(day: RunningDay) -> None:
    first = day.meets("Ada", "Bo", "10:15", "3")
    day.meets("Cy", "Bo", "10:40", "3")
    day.meets("Cy", "Ada", "11:05", "3")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("10:50")
    assert opened(day) == {Open.RUNNING: 2, Open.NOT_RECORDED: 1}

    Recording(day.journal).record(first, LEAD)

    assert opened(day) == {Open.RUNNING: 2}


def test_a_day_with_something_open_is_closed_only_if_somebody_says_so(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("18:04")
    closing = Closing(day.journal)

    with pytest.raises(StillToDo) as refusal:
        closing.close(FIRST_DAY)
    assert refusal.value.open == (StillOpen(Open.NOT_RECORDED, 1, ("M-A1",)),)

    end = closing.close(FIRST_DAY, anyway=True)

    assert (end.closed_at, end.desk, end.changes) == (day.clock.now, "Desk 1", 0)
    with pytest.raises(ClosedBefore):
        closing.close(FIRST_DAY, anyway=True)


def test_a_closed_day_takes_what_comes_late_and_counts_it(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("18:04")
    closing = Closing(day.journal)
    closing.close(FIRST_DAY, anyway=True)

    Recording(day.journal).record(meeting, LEAD)
    day.comes("Ada")

    assert closing.look(FIRST_DAY).changes >= 2
    assert closing.look(FIRST_DAY).open == ()


def test_closing_is_taken_back_and_done_again(day: RunningDay) -> None:
    day.is_now("18:04")
    closing = Closing(day.journal)
    closed = closing.close(FIRST_DAY)

    undo(day.journal)
    assert closing.look(FIRST_DAY).closed_at is None
    redo(day.journal)
    assert closing.look(FIRST_DAY).closed_at == closed.closed_at

    assert closing.reopen(FIRST_DAY).closed_at is None
    with pytest.raises(NotClosedYet):
        closing.reopen(FIRST_DAY)
    assert verify(day.journal).ok


def test_only_days_of_the_event_are_closed(day: RunningDay) -> None:
    with pytest.raises(UnknownDay):
        Closing(day.journal).close(date(2027, 3, 20))
