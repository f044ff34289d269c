"""How long the page of delegates takes from a key, a click or a reading to what is painted.

    python -m tests.benchmarks.bench_delegates_page [DELEGATES…]

Half of the invented delegates are here, all have a printed badge. Target at 20,000: the first
paint of what was read within 100 ms, 99 of 100 keys within 25 ms.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from app.checkin.badges import active_badges, new_badges
from app.checkin.deeds import CheckedIn
from app.delegates.deeds import DelegateAdded
from app.delegates.groups import Groups
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.printing.deeds import BadgePrinted
from tests.benchmarks.bench_search import delegates, queries
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock, make_event
from ui.common.jobs import Jobs
from ui.common.look import Look, ThemeName, load_fonts
from ui.common.page import Tools
from ui.common.times import Times
from ui.delegates.filters import Filters
from ui.delegates.page import DelegatesPage
from ui.delegates.reader import Reading
from ui.delegates.services import DelegateServices, delegate_services

SIZES = (1_000, 20_000)
DELEGATIONS = ("Baltic", "Nordic", "Germany", "France", "Iberia")
COUNTRIES = ("DE", "SE", "LT", "FR", "PL", "")
OPENED = 100
QUERIES = 40
People = list[tuple[str, str, str, str, str]]


def main(arguments: list[str]) -> None:
    application = QApplication([])
    load_fonts()
    look = Look(ThemeName.LIGHT)
    look.dress()
    look.style(application)
    for size in [int(each) for each in arguments] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(look, Path(folder), size)
    application.quit()


def measure(look: Look, folder: Path, size: int) -> None:
    clock = MovableClock()
    event = make_event(folder / "event.matchdesk", clock)
    people = delegates(size, random.Random(size))
    fill(event, people, random.Random(size))
    queues = [Jobs(name) for name in ("quick", "reads", "slow")]
    tools = Tools(look, queues[0], queues[1], queues[2], Times(ZoneInfo("Europe/Vilnius"), clock))
    services = delegate_services(event)
    page = DelegatesPage(services, tools, (FIRST_DAY, SECOND_DAY), FIRST_DAY)
    page.resize(1364, 844)
    page.show()
    while not page.windowHandle().isExposed():
        QApplication.processEvents()
    play(page, services, people)
    for each in queues:
        each.close()
    page.deleteLater()
    event.close()


def play(page: DelegatesPage, services: DelegateServices, people: People) -> None:
    rng, size = random.Random(1), len(people)

    def read() -> Reading:
        rows = services.rows(FIRST_DAY)
        return Reading(page.table.records.prepared(rows), services.doubts.open(), FIRST_DAY, None)

    def deeds(what: str, do: Callable[[Any], object], among: Iterable[Any]) -> None:
        say(size, what, [painted(page, partial(do, each)) for each in among])

    say(size, "read, off the window's thread", [timed(read) for _ in range(3)])
    deeds("first paint", page._take, [read()])
    deeds("paint of what is read again", page._take, [read(), read()])
    typed = rng.sample([query for _kind, query in queries(people, rng)], QUERIES)
    keys = [prefix for query in typed for prefix in prefixes(query)]
    deeds("key", page.head.field.setText, keys)
    page.head.field.clear()
    deeds("sort", partial(sort, page), range(page.table.model().columnCount()))
    wanted = [Filters({"state": frozenset({state})}) for state in ("here", "expected", "left")]
    wanted += [Filters({"country": frozenset({code})}) for code in COUNTRIES]
    deeds("filter", page.head.chips.ask, wanted)
    page.head.chips.clear_all()
    ids = [row.id for row in rng.sample(list(page.table.records.everybody), OPENED)]
    say(size, "open", [opened(page, delegate) for delegate in ids])


def fill(event: OpenEvent, people: People, rng: random.Random) -> None:
    for part in chunks(people):
        with event.journal.writing(Unit(uuid4())) as pen:
            groups = Groups(pen.session)
            added = [
                DelegateAdded(
                    uuid4(),
                    {
                        "given_name": given,
                        "family_name": family,
                        "organisation_id": str(groups.organisation(organisation)),
                        "delegation_id": str(groups.delegation(rng.choice(DELEGATIONS))),
                        "country": rng.choice(COUNTRIES),
                        "email": email,
                        "badge_number": number,
                        "status": "accepted",
                    },
                )
                for given, family, organisation, email, number in part
            ]
            new = [deed.id for deed in added]
            pen.write_all([*groups.take_new(), *added, *new_badges(pen.session, new)])
            badges = active_badges(pen.session, new)
            pen.write_all([BadgePrinted(badges[each].id, each, "a6", "before") for each in new])
            pen.write_all([CheckedIn(each, FIRST_DAY, "badge") for each in new[::2]])


def prefixes(query: str) -> Iterator[str]:
    return (query[:length] for length in range(1, len(query) + 1))


def sort(page: DelegatesPage, column: int) -> None:
    page.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)


def opened(page: DelegatesPage, delegate: UUID) -> float:
    """Show somebody; give the milliseconds till they are read and painted."""
    began = perf_counter()
    page.show_delegate(delegate)
    while page.pane.shown is None or page.pane.shown.person.id != delegate:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    page.repaint()
    return (perf_counter() - began) * 1000


def painted(page: DelegatesPage, change: Callable[[], object]) -> float:
    """Do something; give the milliseconds till it is painted."""

    def do() -> None:
        change()
        QApplication.sendPostedEvents()
        page.repaint()

    return timed(do)


def timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def say(size: int, what: str, taken: list[float]) -> None:
    cuts = quantiles(taken * 2, n=100)
    print(
        f"{size:6} delegates, {what:30}: p50 {cuts[49]:6.1f} ms, p99 {cuts[98]:6.1f} ms, "
        f"longest {max(taken):6.1f} ms of {len(taken)}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
