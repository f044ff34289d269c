"""How long it takes to decide on the applications of a big event.

    python -m tests.benchmarks.bench_applications [APPLICATIONS PLACES LETTERS]

So many apply, of 40 delegations and two kinds, of which every tenth is limited. Told are a look at
who gets in, accepting them, how long a check-in waits meanwhile, taking it back, who is next once
somebody withdrew, letting them in, what a window shows beside everybody, and so many letters; then
the same for half of it.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import TypeVar
from uuid import UUID, uuid4

from app.applications.accepting import Accepting, Choice
from app.applications.admission import Admission
from app.applications.letters.wishes import LetterWish
from app.applications.next_in import WaitingList
from app.applications.notice import notice
from app.applications.places import Limit
from app.applications.terms import Deadlines, as_received
from app.checkin.scanning import Scanning
from app.delegates.deeds import DelegateAdded
from app.delegates.group_deeds import DelegationAdded
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.journal.undo import take_back
from app.printing.letters.office import letter_prints
from db.ids import new_id
from tests.building import MovableClock, copy_event

T = TypeVar("T")
SIZE = (10_000, 2_000, 1_000)
DELEGATIONS, LIMITED = 40, 10
OPENED = datetime(2027, 1, 4, 8, tzinfo=UTC)


def main(arguments: list[str]) -> None:
    """Print the times of half of it and of all."""
    applications, places, letters = (int(each) for each in arguments) if arguments else SIZE
    for part in (2, 1):
        _measure(applications // part, places // part, letters // part)


def _measure(applications: int, places: int, letters: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = MovableClock()
        event = copy_event(Path(folder) / "event.matchdesk", clock)
        here = _apply(event, applications)
        limits = [
            Limit(applications // DELEGATIONS // 4, delegation=f"Delegation {at}")
            for at in range(0, DELEGATIONS, LIMITED)
        ]
        Admission(event.journal).set([Limit(places), *limits])
        print(f"{applications:,} applications, {places:,} places")
        accepting, rest = Accepting(event.journal), Choice(rest=Status.WAITING)
        _say("a look at who gets in", lambda: accepting.look(rest))
        with _ScanMeanwhile(event, here) as scans:
            done = _say("accept them, the others wait", lambda: accepting.carry_out(rest))
        print(f"  {scans.longest:8.0f} ms  longest check-in meanwhile, of {scans.count}")
        unit = done.unit
        assert unit is not None
        _say("take it back", lambda: take_back(event.journal, unit))
        done = accepting.carry_out(rest)
        roster, waiting = Roster(event.journal, event.letters), WaitingList(event.journal)
        roster.set_status(done.accepted[-1].person.id, Status.WITHDRAWN)
        proposal = _say("who is next", waiting.next_in).proposals[0]
        _say("what a window shows of it", lambda: notice(event.journal))
        _say("let them in", lambda: waiting.let_in(proposal.person.id))
        clock.passes(hours=1)
        Deadlines(event.journal).set(come_by=clock())
        _say("what a window shows where all but one have not come", lambda: notice(event.journal))
        wish = LetterWish(delegates=tuple(each.person.id for each in done.accepted[:letters]))
        prints = letter_prints(event.journal)
        drawn = _say(f"{letters:,} letters", lambda: prints.draw(wish))
        print(f"  {len(drawn.pdf) / drawn.pages / 1000:8.1f} kB a letter", flush=True)
        event.close()


class _ScanMeanwhile:
    """Checks somebody in and takes it back, again and again, as a desk would."""

    def __init__(self, event: OpenEvent, who: UUID) -> None:
        self._event, self._who = event, who
        self._over = Event()
        self._thread = Thread(target=self._scan)
        self.longest, self.count = 0.0, 0

    def __enter__(self) -> _ScanMeanwhile:
        self._thread.start()
        return self

    def __exit__(self, *_why: object) -> None:
        self._over.set()
        self._thread.join()

    def _scan(self) -> None:
        scanning, is_here = Scanning(self._event.journal), False
        while not self._over.is_set():
            began = perf_counter()
            (scanning.check_out if is_here else scanning.check_in)(self._who)
            is_here = not is_here
            self.longest = max(self.longest, (perf_counter() - began) * 1000)
            self.count += 1
            self._over.wait(0.05)


def _say(what: str, ask: Callable[[], T]) -> T:
    began = perf_counter()
    answer = ask()
    print(f"  {(perf_counter() - began) * 1000:8.0f} ms  {what}", flush=True)
    return answer


def _apply(event: OpenEvent, applications: int) -> UUID:
    """Let so many apply, a minute after one another, and give somebody who is here already."""
    rng = random.Random(1)
    delegations = [new_id() for _ in range(DELEGATIONS)]
    numbers = list(range(applications))
    rng.shuffle(numbers)
    people = [new_id() for _ in numbers]
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write_all(
            [DelegationAdded(each, f"Delegation {at}") for at, each in enumerate(delegations)]
        )
    for part in chunks(list(zip(people, numbers, strict=True))):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(
                [
                    DelegateAdded(
                        person,
                        {
                            "given_name": f"Given{number}",
                            "family_name": f"Family{number % 977}",
                            "badge_number": f"A-{number}",
                            "status": "received",
                            "received": as_received(OPENED + timedelta(minutes=number)),
                            "delegation_id": str(delegations[number % DELEGATIONS]),
                            "kind": "company" if number % 3 else "cluster",
                        },
                    )
                    for person, number in part
                ]
            )
    return Roster(event.journal, event.letters).set_status(people[0], Status.ACCEPTED).id


if __name__ == "__main__":
    main(sys.argv[1:])
