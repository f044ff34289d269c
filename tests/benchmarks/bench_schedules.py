"""Prints how fast schedules are drawn, noted and looked up on an event of 10,000 delegates.

Run it as ``python -m tests.benchmarks.bench_schedules``. Times are of the processor.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID, uuid4

from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.journal.journal import Unit
from app.meetings.deeds import MeetingAdded
from app.meetings.hall import hall
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules, scanned_sheet
from app.printing.schedules.wishes import ScheduleWish
from db.ids import new_id
from tests.building import DESK_1, FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock
from tests.ends import most_memory

DELEGATES, MEETING, MEETINGS, TABLES = 10_000, 2_000, 10_000, 600
PRINTED, ASKED = 1_000, 100
_BLOCKS = (BlockOrder(time(9), time(12, 30)), BlockOrder(time(13, 30), time(17, 30)))


def main() -> None:
    """Print a line for each thing that is done."""
    with TemporaryDirectory() as folder, _opened(Path(folder)) as event:
        people = _fill(event)[:PRINTED]
        prints, schedules = ScheduleOffice(event.journal), Schedules(event.journal)
        wish = ScheduleWish(delegates=tuple(people))
        seconds = _timed(lambda: prints.draw(wish))
        print(f"{PRINTED:,} first versions made and drawn: {seconds:.1f} s")
        drawn = prints.draw(wish)
        seconds = _timed(lambda: prints.draw(wish))
        print(
            f"drawn again: {drawn.pages / seconds:,.0f} pages a second, "
            f"{len(drawn.pdf) / drawn.pages:,.0f} bytes a page, fonts included"
        )
        print(f"noted: {_timed(lambda: prints.note(drawn)):.1f} s")
        each = _timed(lambda: [schedules.standing(one) for one in people[:ASKED]]) / ASKED
        print(f"how one stands: {each * 1000:.1f} ms")
        with event.journal.reading() as session:
            now = event.journal.clock()
            sheets = [sheet.schedule for sheet in drawn.deeds[:ASKED]]
            each = _timed(lambda: [scanned_sheet(session, one, now) for one in sheets]) / ASKED
        print(f"one that is scanned: {each * 1000:.1f} ms")
        peak = most_memory() / 1024
        print(f"peak {peak:,.0f} MB")


def _timed(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return process_time() - before


@contextmanager
def _opened(folder: Path) -> Iterator[OpenEvent]:
    order = EventOrder("Big", "Europe/Vilnius", (FIRST_DAY, SECOND_DAY), _BLOCKS, tables=TABLES)
    event = Desks(DESK_1, clock=MovableClock()).make(folder / "event.matchdesk", order)
    try:
        yield event
    finally:
        event.close()


def _fill(event: OpenEvent) -> list[UUID]:
    """Let some of the delegates meet, and give those."""
    people = EventBuilder(event).crowd(DELEGATES)[:MEETING]
    chance = random.Random(1)
    with event.journal.reading() as session:
        where = hall(session)
    slots, tables = len(where.slots), len(where.tables)
    with event.journal.writing(Unit(uuid4())) as pen:
        for number in range(MEETINGS):
            guest, host = chance.sample(people, 2)
            place = {
                "slot_id": str(where.slots[number % slots].id),
                "table_id": str(where.tables[number % tables].id),
            }
            sides = {"guests": [str(guest)], "hosts": [str(host)]}
            pen.write(MeetingAdded(new_id(), f"M-{number}", sides | place))
    return people


if __name__ == "__main__":
    main()
