"""Which requests are left in the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.delegates.folding import fold
from app.meetings.plan_told import NotPlaced
from app.meetings.request_rows import RequestRow
from ui.event.request_words import state_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A request in the table, what keeps it from a place, and its words, folded."""

    row: RequestRow
    why: NotPlaced | None
    state: str
    text: str

    @property
    def id(self) -> UUID:
        """The request."""
        return self.row.request.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed, and the state and the kind that are wanted; blank is any."""

    typed: str = ""
    state: str = ""
    kind: str = ""
    mutual: bool = False

    def left(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Give the entries that fit, in their order."""
        words = fold(self.typed).split()
        return [each for each in entries if self._fits(each, words)]

    def _fits(self, entry: Entry, words: Sequence[str]) -> bool:
        request = entry.row.request
        return (
            (not self.state or entry.state == self.state)
            and (not self.kind or request.kind == self.kind)
            and (not self.mutual or request.mutual)
            and all(word in entry.text for word in words)
        )


def entries(rows: Sequence[RequestRow], reasons: Mapping[UUID, NotPlaced]) -> tuple[Entry, ...]:
    """Make requests ready to be searched; not for the window's thread."""
    return tuple(_entry(row, reasons.get(row.request.id)) for row in rows)


def _entry(row: RequestRow, why: NotPlaced | None) -> Entry:
    request = row.request
    said = [request.number, request.meeting, request.note]
    for each in (*request.guests, *request.hosts):
        said += (each.badge_number, each.name, each.organisation)
    return Entry(row, why, state_of(row, why), fold(" ".join(said)))
