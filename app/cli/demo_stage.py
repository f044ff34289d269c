"""What all scenes of a demo play on: an event, a folder for its papers, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from app.cli.answer import described
from app.cli.station import Shown
from app.delegates.person import Person
from app.desks import OpenEvent
from app.event.facts import EventFacts, event_facts
from app.event.sample import Sample
from app.samples.filling import Filling

Figures = Iterator[tuple[str, object]]
TOLD = 3
"""So many of many are told."""


class Watch:
    """The time in a play: it stands still until it is moved on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the time."""
        return self.now

    def on(self, minutes: float) -> None:
        """Move on."""
        self.now += timedelta(minutes=minutes)

    def until(self, instant: datetime) -> None:
        """Move on to an instant; if it is over, stay."""
        self.now = max(self.now, instant)


@dataclass(frozen=True)
class Stage:
    """Where a sample is played. ``tell`` takes each line of what happens."""

    event: OpenEvent
    sample: Sample
    folder: Path
    watch: Watch
    tell: Callable[[str], None]

    @cached_property
    def facts(self) -> EventFacts:
        """What the event is."""
        with self.event.journal.reading() as session:
            return event_facts(session)

    @cached_property
    def filling(self) -> Filling:
        """The steps before the first day."""
        return Filling(self.event, self.sample)

    @property
    def today(self) -> date:
        """The day that it is in the play."""
        return self.facts.day_of(self.watch.now)

    @property
    def shown(self) -> Shown:
        """How times are shown now."""
        return Shown(self.facts.zone, self.watch.now)

    def opens(self, day: date) -> None:
        """Let it be the morning of a day."""
        opening = datetime.combine(day, datetime.min.time(), self.facts.zone)
        self.watch.now = opening.replace(hour=8)

    def say(self, what: str, whom: Person) -> None:
        """Tell what happens to somebody, and when."""
        self.tell(f"  {self.shown.clock(self.watch.now)}  {what}: {described(whom)}")

    def head(self, text: str) -> None:
        """Begin another scene."""
        self.tell(f"\n{text}")
