"""What the page of the running day asks, and does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.desks import OpenEvent
from app.floor.day import FloorDay
from app.floor.manager import FloorManager, Look
from app.floor.moving import Spot
from app.floor.rules import FloorRules, floor_rules
from app.floor.states import Missing, Word


class ActCalls(Protocol):
    """What is said of meetings: ``app.floor.acts.FloorActs``."""

    def say(self, meeting: UUID, word: Word, missing: Missing | None = None) -> None: ...
    def call(self, meetings: Sequence[UUID]) -> None: ...
    def cancel(self, meeting: UUID) -> None: ...
    def lock(self, meeting: UUID, *, locked: bool) -> None: ...


class MoveCalls(Protocol):
    """What moves meetings: ``app.floor.moving.Moving``."""

    def move(self, day: date, meeting: UUID, to: Spot, *, anyway: bool = False) -> object: ...
    def restore(self, day: date, meeting: UUID) -> object: ...
    def swap(self, day: date, one: UUID, other: UUID, *, anyway: bool = False) -> object: ...


@dataclass(frozen=True, slots=True)
class FloorServices:
    """``read`` gives a day with the rules it is watched by; ``look`` what needs somebody as well.

    Neither is for the window's thread.
    """

    read: Callable[[date], tuple[FloorDay, FloorRules]]
    look: Callable[[date], Look]
    acts: ActCalls
    moving: MoveCalls


def floor_services(event: OpenEvent, manager: FloorManager) -> FloorServices:
    """Give what the page asks of an open event."""

    def read(day: date) -> tuple[FloorDay, FloorRules]:
        found = manager.reader.read(day)
        with event.journal.reading() as session:
            return found, floor_rules(session)

    return FloorServices(read, manager.look, manager.acts, manager.moving)
