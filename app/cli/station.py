"""What every command is given: who asks, which event, when it happened."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from threading import Event
from types import FrameType
from uuid import UUID
from zoneinfo import ZoneInfo

from app.cli.reasons import SCARCE_ROOM
from app.delegates.person import Person, person, resolve
from app.desks import Desks, OpenEvent
from app.errors import DeskError
from app.event.facts import EventFacts, event_facts
from app.progress import Progress, Report, unheard
from app.settings import load_settings


@dataclass(eq=False)
class TimeUnreadable(DeskError):
    """A time was not written as ISO 8601, such as ``2027-03-16T08:55``."""

    time: str


@dataclass(eq=False)
class EnvironmentFailed(DeskError):
    """The system refused something that no part of the desk expects it to refuse."""

    detail: str
    file: str


@dataclass(frozen=True, slots=True)
class Shown:
    """How instants are shown: in this zone, as seen from ``now``."""

    zone: tzinfo = UTC
    now: datetime | None = None

    def clock(self, instant: datetime) -> str:
        """Give the time of day, and the day if it is not today."""
        local = instant.astimezone(self.zone)
        today = self.now.astimezone(self.zone).date() if self.now else None
        return f"{local:%H:%M}" if local.date() == today else f"{local:%d %B, %H:%M}"


@dataclass(frozen=True, slots=True)
class Station:
    """An event that is open for one command."""

    event: OpenEvent
    facts: EventFacts
    at: datetime | None

    @property
    def now(self) -> datetime:
        """When it happens: as said with ``--at``, or at this moment."""
        return self.at or self.event.journal.clock()

    def delegate(self, named: str) -> UUID:
        """Find the delegate that was named by badge number, e-mail or id."""
        with self.event.journal.reading() as session:
            return resolve(session, named)

    def person(self, delegate: UUID) -> Person:
        """Give a delegate's facts."""
        with self.event.journal.reading() as session:
            return person(session, delegate)

    def clock(self, instant: datetime) -> str:
        """Give the time of day at the venue, and the day if it is not today."""
        return Shown(self.facts.zone, self.now).clock(instant)


def desks(args: argparse.Namespace) -> Desks:
    """Give the desk that a command works as: this computer's own, or the one it names."""
    settings = load_settings()
    if args.desk:
        settings = settings.named(args.desk)
    if args.on_duty is not None:
        settings = replace(settings, on_duty=args.on_duty)
    return Desks(settings)


@contextmanager
def station(args: argparse.Namespace) -> Generator[Station]:
    """Open the event that a command names, and close it after."""
    event = desks(args).open(Path(args.event))
    warn(event)
    try:
        with event.journal.reading() as session:
            facts = event_facts(session)
        here = Station(event, facts, instant(args.at, facts.zone) if args.at else None)
        event.journal.said_at = here.at
        # Answers and refusals show times at the venue, also after the event is closed.
        args.shown = Shown(facts.zone, here.now)
        yield here
    finally:
        event.close()


def progress(args: argparse.Namespace) -> Report:
    """Show progress on standard error, where it does not mix with the answer."""
    if args.json or not sys.stderr.isatty():
        return unheard

    def report(told: Progress) -> None:
        if told.total:
            end = "\n" if told.done >= told.total else ""
            sys.stderr.write(f"\r{told.done} of {told.total}{end}")

    return report


@contextmanager
def stopping() -> Iterator[Event]:
    """Take Ctrl+C for a wish to stop."""
    stopped = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def warn(event: OpenEvent) -> None:
    """Tell on standard error what stands in no answer: that room on the disk is scarce."""
    if event.scarce_room is not None:
        print(SCARCE_ROOM.format(free=event.scarce_room / 1e6), file=sys.stderr)


def instant(text: str, zone: ZoneInfo) -> datetime:
    """Read a time; without an offset it is the venue's.

    Raises:
        TimeUnreadable: It is not ISO 8601.
    """
    try:
        read = datetime.fromisoformat(text)
        aware = read if read.tzinfo is not None else read.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise TimeUnreadable(text) from error
