"""How long the closing report of a big event takes, and how many pages it has.

    python -m tests.benchmarks.bench_report [DELEGATES TABLES MEETINGS]

The event is that of ``bench_figures``; a hundred withdrew, and five hundred meetings agreed
on a next step. Told is each paper from a file that was just opened, in every language; then what
the parts of one take. Targets: 3 s at 10,000 meetings, and at most six pages. Times are of the
processor.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import process_time
from typing import TypeVar
from uuid import UUID

from app.desks import Desks, OpenEvent
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from app.outcomes.report.maker import report_document
from app.outcomes.report.office import Paper, ReportOffice
from app.outcomes.report.reading import report_facts
from app.outcomes.report.wishes import Language, ReportWish
from app.printing.press import press
from tests.benchmarks.bench_figures import EVENING, SIZE, told
from tests.benchmarks.big_floor import asked_floor
from tests.building import DESK_1, EventBuilder, MovableClock

T = TypeVar("T")
_WITHDRAWN, _AGREED = 100, 500


def main(arguments: list[str]) -> None:
    """Print the times of half an event and of a whole one."""
    people, tables, meetings = (int(each) for each in arguments) if arguments else SIZE
    for part in (2, 1):
        _measure((people // part, tables // part, meetings // part))


def _measure(size: tuple[int, int, int]) -> None:
    clock = MovableClock()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "event.matchdesk"
        event = asked_floor(file, clock, size, 0)
        recorded = told(event)
        _agree(event, recorded)
        event.close()
        clock.now = EVENING
        print(f"{size[0]:,} delegates, {size[2]:,} meetings, {len(recorded):,} recorded")
        for language in Language:
            for paper in Paper:
                event = Desks(DESK_1, clock=clock).open(file)
                office = ReportOffice(event.journal, paper)
                wish = ReportWish(language=language)
                seconds, drawn = _timed(lambda: office.draw(wish))  # noqa: B023 - called at once
                print(
                    f"  {paper.value:10} {language.value}  {seconds:5.2f} s, {drawn.pages:,} pages"
                )
                event.close()
        event = Desks(DESK_1, clock=clock).open(file)
        reading, facts = _timed(lambda: report_facts(event.journal, None))
        laying, document = _timed(lambda: report_document(event.journal, facts, ReportWish()))
        drawing, _drawn = _timed(lambda: press(document))
        print(f"  reading {reading:.2f} s, laying out {laying:.2f} s, drawing {drawing:.2f} s")
        event.close()


def _agree(event: OpenEvent, recorded: Sequence[UUID]) -> None:
    """Let some withdraw, and some agree on what is to be done."""
    names = [(f"Given{n}", f"Gone{n}") for n in range(_WITHDRAWN)]
    for name in names:
        said = {"status": "withdrawn", "organisation": f"Gone {name[0]}", "country": "LT"}
        EventBuilder(event).delegates(name, badge=False, **said)
    recording, rng = Recording(event.journal), random.Random(3)
    event.journal.said_at = EVENING
    for number, meeting in enumerate(rng.sample(recorded, _AGREED)):
        day = EVENING.date() + timedelta(days=number % 40)
        kinds = frozenset({OutcomeKind.JOINT_PROPOSAL})
        said_so = Outcome(kinds, programme=f"Programme {number % 30}", follow_up_on=day)
        recording.record(meeting, replace(said_so, note="Draft of the call, two pilot sites"))
    event.journal.said_at = None


def _timed(ask: Callable[[], T]) -> tuple[float, T]:
    began = process_time()
    answer = ask()
    return process_time() - began, answer


if __name__ == "__main__":
    main(sys.argv[1:])
