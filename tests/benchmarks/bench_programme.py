"""How soon the sessions of a day are shown and moved, in a big event, and where the window stalls.

    python -m tests.benchmarks.bench_programme [DELEGATES SESSIONS MEETINGS]

Sessions fall on one day, in twenty rooms; one is for everybody, the others have twenty booked.
Target at 10,000 delegates and 300 sessions: no turn of the window over 50 ms. Stalls are told by
the clock, and so depend on what else the machine does; times of the window's thread stand beside
them.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.delegates.roster import everybody
from app.desks import Desks, OpenEvent
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.programme.deeds import BookingSet, SessionAdded
from app.programme.engaged import BOOKED
from db.ids import new_id
from tests.benchmarks.bench_outcomes_page import BETWEEN_MS, Stalls, say, wait, wait_until
from tests.benchmarks.big_floor import big_floor
from tests.building import DESK_1, FIRST_DAY, MovableClock
from tests.ui.at_work import Heard
from ui.application import make_application
from ui.common.jobs import Jobs
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.common.times import Times
from ui.programme.page import ProgrammePage
from ui.programme.part import PartEntry
from ui.programme.services import programme_services
from ui.programme.sessions_part import SessionsPart

SIZE = (10_000, 300, 10_000)
ROOMS, BOOKED_EACH, TABLES = 20, 20, 450
MORNING = datetime(2027, 3, 16, 6, 0, tzinfo=UTC)
NOON = datetime(2027, 3, 16, 10, 0, tzinfo=UTC)
STEPS, SETTLES_MS = 40, 600
_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down)


def main(arguments: list[str]) -> None:
    application = make_application()
    look = Look(ThemeName.LIGHT)
    look.dress()
    look.style(application)
    size = tuple(int(each) for each in arguments) or SIZE
    clock, heard = MovableClock(), Heard()
    clock.now = MORNING
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "event.matchdesk"
        event = big_floor(file, clock, (size[0], TABLES, size[2]))
        hold(event, size[1])
        event.close()
        clock.now = NOON
        event = Desks(DESK_1, clock, heard.changed.emit).open(file)
        measure(look, event, clock, heard)
        event.close()
    application.quit()


def hold(event: OpenEvent, sessions: int) -> None:
    """Add sessions and their bookings, as an import and a registration would."""
    rng = random.Random(8)
    people = [each.id for each in everybody(event.journal)]
    deeds: list[Deed] = []
    for number in range(sessions):
        starts = MORNING + timedelta(minutes=30 * (number // ROOMS))
        times = starts, starts + timedelta(minutes=25)
        values = {"title": f"Session {number} on membranes", "kind": "talk", "places": 40}
        added = SessionAdded(
            new_id(), f"S-A{number + 1}", *times, f"Room {number % ROOMS + 1:02}",
            values | ({"everybody": True, "places": None} if number == 40 else {}), (), (),
        )  # fmt: skip
        deeds.append(added)
        booked = rng.sample(people, BOOKED_EACH) if number != 40 else []
        deeds += [BookingSet(added.id, each, BOOKED, "") for each in booked]
    for part in chunks(deeds):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(part)


def measure(look: Look, event: OpenEvent, clock: MovableClock, heard: Heard) -> None:
    queues = [Jobs(name) for name in ("quick", "reads", "slow")]
    tools = Tools(look, queues[0], queues[1], queues[2], Times(ZoneInfo("Europe/Vilnius"), clock))
    part = SessionsPart(programme_services(event), tools, FIRST_DAY)
    page = ProgrammePage(
        tools, FIRST_DAY, [PartEntry("sessions", "Sessions", "list", lambda: part)]
    )
    stalls = Stalls()
    heard.changed.connect(page.learn)
    page.resize(1364, 844)
    began = perf_counter()
    page.show()
    page.activateWindow()
    page.arrive()
    wait_until(lambda: part.timeline.sheet is not None)
    page.repaint()
    sheet = part.timeline.sheet
    shown = len(sheet.of_session) if sheet is not None else 0
    print(f"{shown:,} sessions shown after {(perf_counter() - began) * 1_000:.0f} ms,")
    wait(SETTLES_MS)
    stalls.say("while they came")
    walking(part, stalls)
    for what, number in (("a session for 20", 41), ("a session for everybody", 40)):
        carrying(part, stalls, what, _id(part, number))
    panel(part, stalls)
    for each in queues:
        each.close()
    page.deleteLater()


def walking(part: SessionsPart, stalls: Stalls) -> None:
    stalls.begin()
    taken = [struck(part, _KEYS[at % 2]) for at in range(STEPS)]
    wait(SETTLES_MS)
    say("from an arrow until the next session is painted", taken)
    stalls.say("going from session to session")


def carrying(part: SessionsPart, stalls: Stalls, what: str, session: UUID) -> None:
    stalls.begin()
    part.timeline.choose(session)
    began = perf_counter()
    part.carrying.pick_up(session)
    wait_until(lambda: part.carrying.carry is not None)
    print(f"  {what} is in hand after {(perf_counter() - began) * 1_000:.0f} ms")
    taken = [struck(part, _KEYS[at % 2]) for at in range(STEPS)]
    wait(SETTLES_MS)
    part.carrying.put_back()
    say("from an arrow until the place and its effect are painted", taken)
    stalls.say("carrying it")


def panel(part: SessionsPart, stalls: Stalls) -> None:
    stalls.begin()
    began = perf_counter()
    part.opened.open(_id(part, 41))
    wait_until(lambda: bool(part.side.session.people.listed))
    print(f"  a session and its list are open after {(perf_counter() - began) * 1_000:.0f} ms")
    calls = part.opened.doing
    session = part.side.session.session
    assert session is not None
    began = perf_counter()
    before = session.figures.here
    calls.check_in(session, part.side.session.people.listed[0].who)
    wait_until(lambda: _here(part) > before)
    print(f"  a check-in is shown after {(perf_counter() - began) * 1_000:.0f} ms")
    wait(SETTLES_MS)
    stalls.say("opening, checking in and reading again")


def struck(part: SessionsPart, key: Qt.Key) -> float:
    """Strike a key; give the milliseconds until the day and its side are painted."""
    began = perf_counter()
    QTest.keyClick(part.timeline, key)
    part.timeline.viewport().repaint()
    part.side.repaint()
    taken = (perf_counter() - began) * 1_000
    wait(BETWEEN_MS)
    return taken


def _here(part: SessionsPart) -> int:
    session = part.side.session.session
    return session.figures.here if session is not None else 0


def _id(part: SessionsPart, number: int) -> UUID:
    sheet = part.timeline.sheet
    found = sheet.day.sessions if sheet is not None else ()
    return next(each.id for each in found if each.number == f"S-A{number + 1}")


if __name__ == "__main__":
    main(sys.argv[1:])
