"""Facts about an event, said in a line each, and kept by the real journal in a real file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from app.checkin.badges import active_badges, new_badges
from app.delegates.deeds import DelegateAdded, DelegateImported
from app.delegates.groups import Groups
from app.delegates.numbers import free_numbers
from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.journal.journal import Unit
from app.settings import Settings

FIRST_DAY = date(2027, 3, 16)
SECOND_DAY = date(2027, 3, 17)
MORNING = datetime(2027, 3, 16, 8, 30, tzinfo=UTC)

DESK_1 = Settings("d0000000-0000-4000-8000-000000000001", "Desk 1", "A", "Rasa")
DESK_2 = Settings("d0000000-0000-4000-8000-000000000002", "Desk 2", "B", "Jonas")


class MovableClock:
    """Says what a test wants the time to be; ``MORNING`` at first."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **by: float) -> None:
        """Move on by ``minutes=``, ``hours=``, ``days=``…"""
        self.now += timedelta(**by)


class EventBuilder:
    """Says facts about an open event. Everybody is accepted and has a badge unless told not to."""

    def __init__(self, event: OpenEvent) -> None:
        self.event = event

    def delegate(self, given: str, family: str = "", *, badge: bool = True, **columns: Any) -> UUID:
        """Add one person. ``columns`` are those of ``Delegate``, as JSON says them.

        ``organisation=`` and ``delegation=`` are names; ``ticket=`` is what a ticket's code says.
        """
        return self.delegates((given, family), badge=badge, **columns)[0]

    def delegates(
        self, *names: tuple[str, str], badge: bool = True, ticket: str = "", **columns: Any
    ) -> list[UUID]:
        """Add several people who have all but their names in common, in one transaction."""
        ids = [uuid4() for _name in names]
        with self.event.journal.writing(Unit(uuid4())) as pen:
            numbers = free_numbers(pen.session, self.event.letters)
            groups = Groups(pen.session)
            for group, find in (
                ("organisation", groups.organisation),
                ("delegation", groups.delegation),
            ):
                if group in columns:
                    columns[f"{group}_id"] = str(find(columns.pop(group)))
            added = [
                DelegateAdded(
                    delegate,
                    {
                        "given_name": given,
                        "family_name": family,
                        "badge_number": next(numbers),
                        "status": "accepted",
                        **columns,
                    },
                )
                for delegate, (given, family) in zip(ids, names, strict=True)
            ]
            badges = new_badges(pen.session, ids) if badge else []
            tickets = [
                DelegateImported(delegate, "test", new=False, keys=(f"ticket:{ticket}",))
                for delegate in ids
                if ticket
            ]
            pen.write_all([*groups.take_new(), *added, *badges, *tickets])
        return ids

    def crowd(self, size: int) -> list[UUID]:
        """Add that many people with names of their own."""
        ids: list[UUID] = []
        for start in range(0, size, 500):
            names = [(f"Given{n}", f"Family{n}") for n in range(start, min(start + 500, size))]
            ids += self.delegates(*names)
        return ids

    def badge_of(self, delegate: UUID) -> str:
        """Give the letters that a scanner types for a delegate's badge."""
        return self.badges_of([delegate])[0]

    def badges_of(self, delegates: list[UUID]) -> list[str]:
        """Give the letters on the badges of delegates, in their order."""
        with self.event.journal.reading() as session:
            badges = active_badges(session, delegates)
        return [badges[delegate].code for delegate in delegates]


def make_event(file: Path, clock: MovableClock, settings: Settings = DESK_1) -> OpenEvent:
    """Make a two-day event in Vilnius with ten tables, as a desk has it open."""
    order = EventOrder(
        "Cluster days",
        "Europe/Vilnius",
        (FIRST_DAY, SECOND_DAY),
        (BlockOrder(time(10, 15), time(12, 40)),),
        tables=10,
    )
    return Desks(settings, clock=clock).make(file, order)


def copy_event(file: Path, clock: MovableClock) -> OpenEvent:
    """Give what ``make_event`` gives at a tenth of its price: a copy, opened by "Desk 1".

    Keys and ids are those of every copy; who needs another event makes one.
    """
    return Desks(DESK_1, clock=clock).open(copy_event_file(file))


def copy_event_file(file: Path) -> Path:
    """Put a new event there that nobody has open."""
    file.write_bytes(_made_event())
    return file


@cache
def _made_event() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "event.matchdesk"
        make_event(file, MovableClock()).close()
        return file.read_bytes()
