"""What the page of outcomes asks, and does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from app.floor.acts import FloorActs
from app.floor.history import history_of
from app.floor.states import Missing, Word
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.journal.log import Line
from app.outcomes.answers import Answers, AnswerSet
from app.outcomes.figures import Figures
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Outcome, Side
from app.outcomes.programme_figures import ProgrammeFigures, programme_figures
from app.outcomes.recording import Recording
from app.outcomes.results import DayResults, Results
from app.outcomes.slips import ScannedSlip, Slips


class RecordingCalls(Protocol):
    """What notes outcomes: ``app.outcomes.recording.Recording``."""

    def record(self, meeting: UUID, outcome: Outcome, side: Side = ...) -> None: ...
    def missed(self, meeting: UUID, missing: Missing) -> None: ...
    def take_out(self, meeting: UUID, side: Side | None = None) -> None: ...


class ActCalls(Protocol):
    """What is said of meetings: ``app.floor.acts.FloorActs``."""

    def say(self, meeting: UUID, word: Word, missing: Missing | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class OutcomeServices:
    """``read`` gives a day with the answers that are asked for; ``words`` say a deed.

    ``history`` is what was done with a meeting, newest first; ``slip`` whose slip a code is. None
    of it is for the window's thread, but for the words.
    """

    read: Callable[[date], tuple[DayResults, AnswerSet]]
    figures: Callable[[date], Figures]
    around: Callable[[date], ProgrammeFigures]
    recording: RecordingCalls
    acts: ActCalls
    history: Callable[[UUID], Sequence[Line]]
    words: Callable[[Line], str]
    slip: Callable[[str], ScannedSlip]


def outcome_services(
    journal: Journal, reader: DayReader, words: Callable[[Line], str]
) -> OutcomeServices:
    """Give what the page asks of an open event; ``reader`` is shared with whoever reads days."""
    results, asked = Results(journal, reader), Answers(journal)

    def read(day: date) -> tuple[DayResults, AnswerSet]:
        return results.of_day(day), asked.asked()

    return OutcomeServices(
        read,
        FiguresReader(journal, reader).of_day,
        lambda day: programme_figures(journal, (day,)),
        Recording(journal),
        FloorActs(journal),
        partial(history_of, journal),
        words,
        Slips(journal).read,
    )
