from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.delegates.importing.imports import ImportOrder
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.running import ListImported
from app.outcomes.importing.imports import OutcomeImports
from app.outcomes.outcome import Outcome, Side
from app.outcomes.results import Result, Results
from tests.app.floor.running import RunningDay
from tests.app.meetings.lists import write_lines
from tests.building import FIRST_DAY

ImportForms = Callable[..., ListImported]
"""Imports lines of CSV, the header first; ``mapping`` matches columns by hand."""


@dataclass(frozen=True)
class Evening:
    """The evening of a day with two meetings: M-A1 of Ada with Bo at 10:15 at table 3, and M-A2
    of Cy with Di at 10:40 at table 4, in which nobody was checked in."""

    day: RunningDay

    def result(self, number: str) -> Result:
        """What became of a meeting."""
        results = Results(self.day.journal).of_day(FIRST_DAY).results
        return next(each for each in results if each.meeting.number == number)

    def said(self, number: str) -> dict[Side, Outcome]:
        """What each side said of it."""
        return {each.side: each.outcome for each in self.result(number).told}

    def became(self, number: str) -> tuple[str, str | None]:
        """How it stands with it, and who was missing."""
        stands = self.result(number).stands
        return str(stands.state), stands.missing and str(stands.missing)


@pytest.fixture
def evening(day: RunningDay) -> Evening:
    day.meets("Ada", "Bo", "10:15", "3")
    day.meets("Cy", "Di", "10:40", "4")
    day.is_now("18:00")
    return Evening(day)


@pytest.fixture
def import_forms(evening: Evening, tmp_path: Path) -> ImportForms:
    def run(*lines: str, mapping: dict[str, str] | None = None) -> ListImported:
        file = write_lines(tmp_path / "forms.csv", *lines)
        order = ImportOrder(ReadingOrder(mapping=mapping or {}))
        return OutcomeImports(evening.day.journal).run(file, order)

    return run
