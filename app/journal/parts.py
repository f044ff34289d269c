"""Much to write, part by part: each is worked out before the write lock is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from app.journal.deeds import Deed
from app.journal.drafts import Draft, LogEnd, log_end
from app.journal.journal import Journal, Unit
from app.journal.turns import FEWEST, Parts, rest
from db.models import LogRow
from db.rows import last_row

T = TypeVar("T")

DeedsOf = Callable[[Session, Sequence[T], bool], Sequence[Deed]]
"""Gives the deeds for a part of the items, and writes nothing.

It is asked anew, perhaps for fewer items from the same one on, if others wrote before the deeds
were written. It is told whether others may have written since it was asked last.
"""

_TRIES = 4


def write_in_parts(
    journal: Journal,
    unit: Unit,
    items: Sequence[T],
    deeds_of: DeedsOf[T],
    fewest: int = FEWEST,
) -> Iterator[int]:
    """Write the deeds of one unit for a long list; yield how many items are done, again and again.

    The write lock is held for about ``HELD_S`` at a time. Whoever is overtaken by others time
    and again works a few deeds out under the lock.
    """
    parts = Parts(items, fewest)
    writer = _Writer(journal, unit, deeds_of)
    tries = 0
    while part := parts.part():
        held = writer.write(part) if tries < _TRIES else writer.write_at_once(part)
        if held is None:
            tries += 1
            parts.shrink()
            continue
        tries = 0
        parts.written(held)
        yield parts.done
        if held and parts.part():
            rest()


@dataclass(slots=True)
class _Writer(Generic[T]):
    """Writes part after part. ``seen`` is where the log ended when deeds were asked for last."""

    journal: Journal
    unit: Unit
    deeds_of: DeedsOf[T]
    seen: LogEnd | None = None

    def write(self, part: Sequence[T]) -> float | None:
        """Write a part and give how long the lock was held; nothing if others wrote meanwhile."""
        draft = self._draft(part)
        if draft is None:
            return 0.0
        with self.journal.writing(self.unit) as pen:
            is_stored = pen.stores(draft)
            started = pen.since
        if not is_stored:
            return None
        self.seen = draft.end
        return monotonic() - started

    def write_at_once(self, part: Sequence[T]) -> float:
        """Work a part out under the lock; give how long it was held."""
        with self.journal.writing(self.unit) as pen:
            pen.write_all(self.deeds_of(pen.session, part, True))
            started = pen.since
        self.seen = None
        return monotonic() - started

    def _draft(self, part: Sequence[T]) -> Draft | None:
        with self.journal.drafting(self.unit) as pen:
            since, desk = self.seen, pen.author.desk
            if since is None or last_row(pen.session, LogRow) != since.rows:
                since = log_end(pen.session, desk)
            deeds = self.deeds_of(pen.session, part, since is not self.seen)
            self.seen = since
            return pen.draft(deeds, since) if deeds else None
