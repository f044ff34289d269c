"""Prints how fast papers of every kind are drawn, how large they are, what memory that takes.

Run it as ``python -m tests.benchmarks.bench_papers``. Each line has a process of its own, and so a
peak memory of its own. Times are of the processor. Targets: 150 pages of schedules and 400 badges a
second, 6 kB a page beyond fonts, 300 MB. Beyond fonts is what is left without their files, widths
and meanings of codes, which each document has once.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any
from uuid import uuid4

from app.checkin.deeds import CheckedIn
from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.journal.journal import Journal, Unit
from app.meetings.deeds import MeetingAdded, MeetingMoved
from app.meetings.hall import hall
from app.printing import sheet_prints, sheets
from app.printing.office import PrintOffice
from app.printing.prints import Prints
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import SlipWish
from app.printing.wishes import Back, Wish
from db.ids import new_id
from tests.benchmarks.pdf_shares import bytes_of_fonts
from tests.building import DESK_1, FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock
from tests.ends import most_memory

SIZES = (500, 1_000, 2_000)
"""Delegates of an event; each has ``MEETINGS`` on its two days."""
MEETINGS = 10
MOVED_EVERY = 5
"""One meeting of so many went to another table once schedules were on paper."""
_ROOT = Path(__file__).parents[2]
_BLOCKS = (BlockOrder(time(9), time(12, 30)), BlockOrder(time(13, 30), time(17, 30)))

Asked = tuple[Prints[Any], Any]


def _of_sheet(prints: Callable[[Journal], Prints[Any]], **said: Any) -> Callable[[Journal], Asked]:
    return lambda journal: (prints(journal), sheets.SheetWish(**said))


PAPERS: Mapping[str, Callable[[Journal], Asked]] = {
    "schedules": lambda journal: (ScheduleOffice(journal), ScheduleWish()),
    "badges": lambda journal: (PrintOffice(journal), Wish()),
    "badges on rolls": lambda journal: (PrintOffice(journal), Wish("62mm-roll")),
    "badges with backs": lambda journal: (PrintOffice(journal), Wish(back=Back.DUPLEX)),
    "organisation schedules": _of_sheet(sheet_prints.organisation_prints),
    "matrix": _of_sheet(sheet_prints.matrix_prints, paper=sheets.A3),
    "agenda": _of_sheet(sheet_prints.agenda_prints),
    "booklet": _of_sheet(sheet_prints.booklet_prints),
    "table cards": _of_sheet(sheet_prints.card_prints),
    "change slips": lambda journal: (slip_office(journal), SlipWish(FIRST_DAY)),
    "meeting slips": _of_sheet(sheet_prints.outcome_slip_prints),
    "desk list": _of_sheet(sheet_prints.desk_list_prints),
    "box labels": _of_sheet(sheet_prints.box_prints),
    "certificates": _of_sheet(sheet_prints.certificate_prints),
}


def main() -> None:
    """Print a line for each paper, and how schedules and badges grow."""
    with TemporaryDirectory() as folder:
        files = {size: Path(folder) / f"{size}.matchdesk" for size in SIZES}
        for size, file in files.items():
            # Not here: what is started later would begin with the peak of this process.
            _in_own_process(file, str(size))
        for name in PAPERS:
            for size in SIZES if name in {"schedules", "badges"} else SIZES[1:2]:
                print(_line(name, size, _in_own_process(files[size], name)), flush=True)


def measure(file: Path, name: str) -> dict[str, float]:
    """Draw papers in this process, which has drawn none before."""
    event = Desks(DESK_1, clock=MovableClock()).open(file)
    try:
        prints, wish = PAPERS[name](event.journal)
        started = process_time()
        drawn = prints.draw(wish)
        seconds = process_time() - started
    finally:
        event.close()
    # Taken at once: what follows is not part of the work.
    peak_mb = most_memory() / 1024
    fonts = bytes_of_fonts(drawn.pdf)
    beyond = (len(drawn.pdf) - fonts) / drawn.pages
    return {
        "items": drawn.items,
        "pages": drawn.pages,
        "seconds": seconds,
        "beyond": beyond,
        "fonts": fonts,
        "peak_mb": peak_mb,
    }


def _line(name: str, size: int, found: Mapping[str, float]) -> str:
    seconds = found["seconds"]
    return (
        f"{name:22} {size:>5,} delegates: {found['pages']:>5,} pages,"
        f" {found['pages'] / seconds:>5,.0f} pages and {found['items'] / seconds:>5,.0f} items"
        f" a second, {found['beyond'] / 1000:.1f} kB a page"
        f" and {found['fonts'] / 1000:.0f} kB of fonts, peak {found['peak_mb']:.0f} MB"
    )


def _in_own_process(file: Path, what: str) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_papers", str(file), what],
        cwd=_ROOT,
        env=os.environ,
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(ran.stdout)
    return figures


def _fill(file: Path, size: int) -> dict[str, float]:
    """Make an event whose delegates meet, came on the first day, and have badges in boxes."""
    order = EventOrder(
        "Cluster Matchmaking Days 2027",
        "Europe/Vilnius",
        (FIRST_DAY, SECOND_DAY),
        _BLOCKS,
        tables=size // 4,
        city="Vilnius",
    )
    event = Desks(DESK_1, clock=MovableClock()).make(file, order)
    try:
        moves = _let_meet(event, _people(event, size), chance=random.Random(1))
        office, schedules = PrintOffice(event.journal), ScheduleOffice(event.journal)
        office.note(office.draw(Wish()))
        schedules.note(schedules.draw(ScheduleWish()))
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(moves)
        # The versions are made here, so that what is measured is drawing.
        schedules.draw(ScheduleWish())
    finally:
        event.close()
    return {"size": size}


def _people(event: OpenEvent, size: int) -> list[Any]:
    builder = EventBuilder(event)
    people = []
    for start in range(0, size, 20):
        names = [(f"Given{n}", f"Family{n}") for n in range(start, start + 20)]
        said: Any = {"organisation": f"Organisation {start}", "delegation": f"Region {start % 7}"}
        people += builder.delegates(*names, country="LT", sectors=["Photonics"], **said)
    return people


def _let_meet(event: OpenEvent, people: list[Any], chance: random.Random) -> list[MeetingMoved]:
    """Let people meet; give moves of some of them to other tables."""
    moves = []
    with event.journal.reading() as session:
        where = hall(session)
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write_all([CheckedIn(each, FIRST_DAY, "name") for each in people])
        for number in range(len(people) * MEETINGS // 2):
            guest, host = chance.sample(people, 2)
            meeting, slot = new_id(), where.slots[number % len(where.slots)].id
            at = number // len(where.slots) % len(where.tables)
            table, other = where.tables[at].id, where.tables[-1 - at].id
            place = {"slot_id": str(slot), "table_id": str(table)}
            sides = {"guests": [str(guest)], "hosts": [str(host)]}
            pen.write(MeetingAdded(meeting, f"M-{number}", sides | place))
            if number % MOVED_EVERY == 0 and other != table:
                moves.append(MeetingMoved(meeting, slot, other, slot, table))
    return moves


if __name__ == "__main__":
    if len(sys.argv) > 1:
        file, what = Path(sys.argv[1]), sys.argv[2]
        print(json.dumps(_fill(file, int(what)) if what.isdigit() else measure(file, what)))
    else:
        main()
