"""What big changes of the day, and the history of what was done, ask of the event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from app.desks import OpenEvent
from app.event.closures import Closures, Places
from app.floor.answers import Answer
from app.floor.changes import Change
from app.floor.consequences import Preview, Prospect
from app.floor.history import history_of
from app.floor.manager import FloorManager
from app.floor.moving import Spot
from app.floor.writing import Told
from app.journal.log import Line
from app.meetings.standing import StandingMeetings


class ConsequenceCalls(Protocol):
    """What is told before, and then made: ``app.floor.consequences.Consequences``."""

    def look(self, day: date, change: Change, answers: Sequence[Answer] = ()) -> Prospect: ...
    def places(self, day: date, preview: Preview, meeting: UUID) -> tuple[Spot, ...]: ...
    def carry_out(self, day: date, preview: Preview) -> Told: ...


class ReopenCalls(Protocol):
    """What opens places again: ``app.event.closures.Closures``."""

    def reopen(self, places: Places) -> object: ...


@dataclass(frozen=True, slots=True)
class ChangeServices:
    """``history`` gives what was done with a meeting or a table, newest first; ``words`` say it.

    None of it is for the window's thread, but for the words.
    """

    consequences: ConsequenceCalls
    closures: ReopenCalls
    history: Callable[[UUID], Sequence[Line]]
    words: Callable[[Line], str]


def change_services(
    event: OpenEvent, manager: FloorManager, words: Callable[[Line], str]
) -> ChangeServices:
    """Give what changes ask of an open event; ``words`` say a deed."""
    journal = event.journal
    closures = Closures(journal, StandingMeetings())
    return ChangeServices(manager.consequences, closures, partial(history_of, journal), words)
