"""How long the figures of a big event take.

    python -m tests.benchmarks.bench_figures [DELEGATES TABLES MEETINGS]

Everybody was checked in, meetings fall on two days and were all asked for; on the evening of the
second day one in twenty is a no-show, and of nine in ten others an outcome is recorded. Told are
the first figures of all days, those after an outcome, and those of one day; then the same for half
the event. Target: 200 ms at 10,000 meetings, libraries and first reading aside. Times are of the
processor.
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time
from uuid import UUID, uuid4

from sqlalchemy import select

from app.checkin.deeds import CheckedIn
from app.desks import OpenEvent
from app.floor.deeds import MeetingSaid
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.outcomes.deeds import OutcomeRecorded
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from db.ids import new_id
from db.models import Delegate, Meeting
from tests.benchmarks.big_floor import asked_floor
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock

SIZE = (2_000, 250, 10_000)
EVENING = datetime(2027, 3, 17, 18, 0, tzinfo=UTC)
ROUNDS = 7


def main(arguments: list[str]) -> None:
    """Print the times of half an event and of a whole one."""
    people, tables, meetings = (int(each) for each in arguments) if arguments else SIZE
    for part in (2, 1):
        _measure((people // part, tables // part, meetings // part))


def _measure(size: tuple[int, int, int]) -> None:
    clock = MovableClock()
    with tempfile.TemporaryDirectory() as folder:
        event = asked_floor(Path(folder) / "event.matchdesk", clock, size, 0)
        recorded = told(event)
        clock.now = EVENING
        print(f"{size[0]:,} delegates, {size[2]:,} meetings, {len(recorded):,} recorded")
        reader, rng = FiguresReader(event.journal), random.Random(2)
        print(f"  first            {_timed(reader.of_event):6.0f} ms")
        after = []
        for _ in range(ROUNDS):
            outcome = Outcome(frozenset({OutcomeKind.LEAD}), interest=rng.randint(1, 5))
            Recording(event.journal).record(rng.choice(recorded), outcome)
            after.append(_timed(reader.of_event))
        print(f"  after an outcome {median(after):6.0f} ms, at most {max(after):.0f}")
        days = [_timed(lambda: reader.of_day(FIRST_DAY)) for _ in range(ROUNDS)]
        print(f"  of one day       {median(days):6.0f} ms", flush=True)
        event.close()


def _timed(ask: object) -> float:
    began = process_time()
    ask()  # type: ignore[operator] # a call without arguments
    return (process_time() - began) * 1000


def told(event: OpenEvent) -> list[UUID]:
    """Let everybody come, some stay away from a meeting, and outcomes be recorded."""
    rng, kinds = random.Random(1), list(OutcomeKind)
    with event.journal.reading() as session:
        people = list(session.scalars(select(Delegate.id)))
        meetings = list(session.scalars(select(Meeting.id)))
    deeds: list[Deed] = [
        CheckedIn(each, day, "badge") for day in (FIRST_DAY, SECOND_DAY) for each in people
    ]
    recorded = []
    for meeting in meetings:
        if rng.random() < 0.05:
            deeds.append(MeetingSaid(meeting, "no_show", rng.choice(("host", "guest")), "", ""))
        elif rng.random() < 0.9:
            values = {"kinds": [rng.choice(kinds)], "interest": rng.randint(1, 5)}
            deeds += [
                MeetingSaid(meeting, "held", "", "", ""),
                OutcomeRecorded(new_id(), meeting, "", values, "", "Prices by e-mail"),
            ]
            recorded.append(meeting)
    for part in chunks(deeds):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(part)
    return recorded


if __name__ == "__main__":
    main(sys.argv[1:])
