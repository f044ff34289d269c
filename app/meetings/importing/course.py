"""What a list decides row by row, whatever it is a list of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from app.delegates.importing.course import DoubtfulPair
from app.delegates.registration import RowProblem
from app.journal.deeds import Deed
from app.meetings.reading.entries import Entry

CREATED, UPDATED, UNCHANGED, REJECTED = "created", "updated", "unchanged", "rejected"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a row comes to: its deeds, and what a person is told of it.

    ``mutual``: it is the first row of a meeting that both sides want.
    """

    outcome: str
    deeds: tuple[Deed, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    doubtful: tuple[DoubtfulPair, ...] = ()
    mutual: bool = False


Decide = Mapping[int, Decision]
"""Decisions by the line of the row."""


class Deciding(Protocol):
    """Decides on all rows of a list, beside what stands in the event just now."""

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide. A row that is in the event already is ``unchanged``."""


class Course:
    """An import under way. What was decided of rows that are written stays, whoever else writes.

    Since a row that is written is known the next time, all may be decided anew at any time.
    """

    def __init__(self, entries: Sequence[Entry], deciding: Deciding) -> None:
        self.entries = entries
        self._deciding = deciding
        self._decided: dict[int, Decision] = {}
        self._latest: Decide = {}

    def look(self, session: Session) -> None:
        """Decide on all rows as the event stands now."""
        self._latest = self._deciding(session, self.entries)

    @property
    def changes(self) -> Sequence[Entry]:
        """Give the rows that change something."""
        return [entry for entry in self.entries if self._latest[entry.line].deeds]

    def deeds(
        self, session: Session, entries: Sequence[Entry], others_wrote: bool
    ) -> Sequence[Deed]:
        """Give the deeds of some rows, as ``write_in_parts`` asks for them."""
        if others_wrote:
            self.look(session)
        self._decided |= {entry.line: self._latest[entry.line] for entry in entries}
        return [deed for entry in entries for deed in self._latest[entry.line].deeds]

    def told(self) -> Iterator[Decision]:
        """Yield what was decided, in the order of the file."""
        for entry in self.entries:
            yield self._decided.get(entry.line) or self._latest[entry.line]
