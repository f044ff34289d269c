"""How soon there is something to propose on a big running day.

    python -m tests.benchmarks.bench_proposing [DELEGATES TABLES MEETINGS]

Asked as the window asks: what needs somebody, then proposals for its first cards; for the first
time, once more, and after changes of all sorts. Meetings fall on two days, all were asked for, and
a few thousand requests more are open. Targets at 2,000 delegates, 250 tables and 10,000 meetings:
the first list within 100 ms, and 99 of 100 within 300 ms, the first after a change as well. Times
are of the processor, all threads, with the collector that the window has.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import process_time
from typing import TypeVar
from uuid import uuid4

from app.checkin.scanning import Scanning
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.closures import ClosureOrder, Closures, Places
from app.event.tables import Tables
from app.floor.attention import Need
from app.floor.change_deeds import deeds_of
from app.floor.changes import Change, Delay, Shorten
from app.floor.manager import FloorManager
from app.floor.states import Missing, Word
from app.garbage import OneThreadCollector
from app.journal.journal import Unit
from app.meetings.deeds import RequestAdded
from app.meetings.standing import StandingMeetings
from db.ids import new_id
from tests.benchmarks.big_floor import asked_floor
from tests.building import FIRST_DAY, MovableClock

T = TypeVar("T")

SIZE = (2_000, 250, 10_000)
OPEN = 0.4
"""Requests that have no meeting, for each that has one."""
MORNING = datetime(2027, 3, 16, 6, 0, tzinfo=UTC)
NOW = datetime(2027, 3, 16, 8, 42, 30, tzinfo=UTC)
CARDS, REQUESTS = 3, 300
ROUNDS = 5
OF_MEETINGS = frozenset({*Need} - {Need.TO_CALL, Need.PAPER, Need.IDLE})


def main(arguments: list[str]) -> None:
    """Print the times of each change, and of all lists together."""
    OneThreadCollector()
    size = tuple(int(each) for each in arguments) or SIZE
    clock = MovableClock()
    clock.now = MORNING
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "event.matchdesk"
        event = asked_floor(file, clock, (size[0], size[1], size[2]), int(OPEN * size[2]))
        zones = Tables(event.journal, StandingMeetings())
        zones.set_zone([str(each) for each in range(1, size[1] // 10 + 1)], "Gallery")
        clock.now = NOW
        _Asking(event, clock).tell()
        event.close()


class _Asking:
    """Asks what needs somebody, and what could be done about it."""

    def __init__(self, event: OpenEvent, clock: MovableClock) -> None:
        self._event, self._clock, self._rng = event, clock, random.Random(1)
        self._floor = FloorManager(event.journal, event.letters)
        self._all: list[float] = []

    def tell(self) -> None:
        self._say("opened, libraries as well", [self._looked()])
        again = []
        for _ in range(ROUNDS):
            self._floor = FloorManager(self._event.journal, self._event.letters)
            again.append(self._looked())
        self._say("opened", again)
        for what, change in self._changes().items():
            taken = []
            for _ in range(ROUNDS):
                change()
                taken.append(self._looked())
            self._say(what, taken)
        cuts = quantiles(self._all, n=100)
        print(f"{len(self._all)} lists: p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms", flush=True)

    def _looked(self) -> tuple[float, float, float]:
        """Give the milliseconds of the look, of the first list, and of each list after it."""
        gc.collect()
        look, looked = _timed(lambda: self._floor.look(FIRST_DAY))
        cards = [each.meetings[0] for each in look.items if each.need in OF_MEETINGS]
        lists = [
            _timed(lambda: self._floor.proposals.about(FIRST_DAY, about))[1]  # noqa: B023
            for about in [*cards[:CARDS], *self._rng.sample(cards[CARDS:], CARDS)]
        ]
        self._all += lists
        return looked, lists[0], sum(lists[1:]) / len(lists[1:])

    @staticmethod
    def _say(what: str, taken: list[tuple[float, float, float]]) -> None:
        looked, first, others = (median(each) for each in zip(*taken, strict=True))
        print(
            f"{what:28} look {looked:6.0f} ms, first list {first:5.0f} ms"
            f" (at most {max(each[1] for each in taken):.0f}), others {others:4.0f} ms",
            flush=True,
        )

    def _changes(self) -> dict[str, Callable[[], None]]:
        return {
            "somebody did not come": self._no_show,
            "somebody came": self._comes,
            "a proposal was taken": self._accepts,
            "half a minute later": lambda: self._passes(30),
            "the next slot": lambda: self._passes(25 * 60),
            "a table was closed": self._closes_table,
            "a zone was closed, opened": self._closes_zone,
            "the day was delayed": self._delays,
            "a block ends earlier": self._shortens,
            "a delegate was withdrawn": self._withdraws,
            "300 requests came in": self._imports,
        }

    def _no_show(self) -> None:
        look = self._floor.look(FIRST_DAY)
        late = next(each for each in look.items if each.need is Need.ONE_MISSING)
        side = (
            Missing.GUEST if late.missing[0] in look.day.meeting[late.meetings[0]].guests else None
        )
        self._floor.acts.say(late.meetings[0], Word.NO_SHOW, side or Missing.HOST)

    def _comes(self) -> None:
        day = self._floor.reader.read(FIRST_DAY)
        away = [each for each, who in day.people.items() if not who.stays and who.is_coming]
        Scanning(self._event.journal).check_in(self._rng.choice(away))

    def _accepts(self) -> None:
        look = self._floor.look(FIRST_DAY)
        for item in look.items:
            if item.need in OF_MEETINGS and (
                found := self._floor.proposals.about(FIRST_DAY, item.meetings[0])
            ):
                self._floor.accepting.accept(FIRST_DAY, found[0])
                return

    def _passes(self, seconds: int) -> None:
        self._clock.passes(seconds=seconds)

    def _closes_table(self) -> None:
        tables = self._floor.reader.read(FIRST_DAY).tables
        self._close(Places((self._rng.choice(tables[len(tables) // 2 :]).label,)))

    def _closes_zone(self) -> None:
        closures = Closures(self._event.journal, StandingMeetings())
        if any(each.zone for each in closures.all()):
            closures.reopen(Places(zone="Gallery"))
        else:
            self._close(Places(zone="Gallery"))

    def _close(self, places: Places) -> None:
        order = ClosureOrder(places, self._soon)
        Closures(self._event.journal, StandingMeetings()).close(order, losing=sys.maxsize)

    def _delays(self) -> None:
        self._change(Delay(1, self._soon))

    def _shortens(self) -> None:
        last = self._floor.reader.read(FIRST_DAY).slots[-1]
        self._change(Shorten(last.block, last.starts_at))

    def _change(self, change: Change) -> None:
        day = self._floor.reader.read(FIRST_DAY)
        with self._event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(list(deeds_of(pen.session, day, change, self._clock.now)))

    @property
    def _soon(self) -> datetime:
        slots = self._floor.reader.read(FIRST_DAY).slots
        return next(each.starts_at for each in slots if each.starts_at > self._clock.now)

    def _withdraws(self) -> None:
        day = self._floor.reader.read(FIRST_DAY)
        leaves = self._rng.choice([each for each, who in day.people.items() if who.is_coming])
        Roster(self._event.journal, "A").set_status(leaves, Status.WITHDRAWN)

    def _imports(self) -> None:
        people = [*self._floor.reader.read(FIRST_DAY).people]
        pairs = (self._rng.sample(people, 2) for _ in range(REQUESTS))
        with self._event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(
                [
                    RequestAdded(new_id(), f"I-{new_id()}", {"hosts": [str(a)], "guests": [str(b)]})
                    for a, b in pairs
                ]
            )


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = process_time()
    found = work()
    return found, (process_time() - began) * 1_000


if __name__ == "__main__":
    main(sys.argv[1:])
