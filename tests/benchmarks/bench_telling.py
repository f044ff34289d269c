"""Prints how fast it is found who must be told on a big day.

Run it as ``python -m tests.benchmarks.bench_telling``. Everybody has a schedule on paper. Times are
of the processor: the middle, the least and the most of some rounds. Targets at 2,000 delegates:
300 ms for all of them, and a few after a deed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time
from uuid import uuid4

from app.desks import OpenEvent
from app.floor.acts import FloorActs
from app.floor.tellings import Tellings
from app.floor.watching import DayReader
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.printing.deeds import SchedulePrinted
from app.printing.schedules.wanted import Wishing
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import SlipOffice
from app.printing.slips.wishes import SlipWish
from tests.benchmarks.big_floor import big_floor
from tests.building import FIRST_DAY, MovableClock

SIZE = (2_000, 250, 10_000)
MORNING = datetime(2027, 3, 16, 6, tzinfo=UTC)
NOW = datetime(2027, 3, 16, 8, 42, 30, tzinfo=UTC)
ROUNDS, DEEDS = 7, 20


def main() -> None:
    """Print a line for each thing that is done."""
    clock = MovableClock()
    clock.now = MORNING
    with tempfile.TemporaryDirectory() as folder:
        event = big_floor(Path(folder) / "event.matchdesk", clock, SIZE)
        bring_to_paper(event)
        clock.now = NOW
        measure(event)
        event.close()


def bring_to_paper(event: OpenEvent) -> None:
    """Let everybody have a schedule, without drawing it."""
    with event.journal.reading() as session:
        wishing = Wishing(session, ScheduleWish())
        issues = list(wishing.issues(wishing.wanted()))
    for part in chunks(issues):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all([*part, *(SchedulePrinted(each.id, each.delegate) for each in part)])


def measure(event: OpenEvent) -> None:
    """Look at everybody, then at what deeds changed, then print a slip."""
    journal, reader = event.journal, DayReader(event.journal)
    day = reader.read(FIRST_DAY)
    tellings = Tellings(journal)
    say("everybody", [timed(lambda: Tellings(journal).outdated(day)) for _ in range(ROUNDS)])
    tellings.outdated(day)
    acts, took = FloorActs(journal), []
    for meeting in [each for each in day.meetings if each.starts_at > NOW][:DEEDS]:
        acts.cancel(meeting.id)
        after = reader.read(FIRST_DAY)
        took.append(timed(lambda after=after: tellings.outdated(after)))  # type: ignore[misc]
    say("after a deed", took)
    office = SlipOffice(journal, reader, tellings)
    one = office.to_tell(FIRST_DAY)[0].person.who.id
    office.draw(SlipWish(FIRST_DAY, (one,)))
    say("a slip", [timed(lambda: office.draw(SlipWish(FIRST_DAY, (one,)))) for _ in range(ROUNDS)])
    say("all slips", [timed(lambda: office.draw(SlipWish(FIRST_DAY)))])


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    began = process_time()
    work()
    return (process_time() - began) * 1_000


def say(what: str, took: Sequence[float]) -> None:
    """Print a line: the middle, and the least and the most, for other programs run as well."""
    print(f"{what}: {median(took):.1f} ms, {min(took):.1f} to {max(took):.1f}")


if __name__ == "__main__":
    main()
