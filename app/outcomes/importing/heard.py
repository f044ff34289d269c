"""Whether what stands in the event was heard from a list, or is a desk's own word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.floor.deeds import MeetingSaid
from app.outcomes.deeds import OutcomeChanged, OutcomeNoted, OutcomePutBack, OutcomeRecorded
from db.base import Merged
from db.models import Batch, LogRow, Meeting, Outcome

_SAYING = tuple(
    kind.__name__
    for kind in (MeetingSaid, OutcomeChanged, OutcomeNoted, OutcomePutBack, OutcomeRecorded)
)
_FROM_AN_ID = 16
"""In a stamp the id of its deed follows its time."""


@dataclass(frozen=True)
class Heard:
    """Tells of fields who wrote them last. Large work alone is done in batches: that is a list."""

    session: Session

    def outcome(self, row: UUID, field: str) -> bool:
        """Tell whether a field of an outcome was heard from a list."""
        return self._is_heard(self._outcomes, row, field)

    def meeting(self, meeting: UUID) -> bool:
        """Tell whether what is said of a meeting was heard from a list."""
        return self._is_heard(self._meetings, meeting, "said")

    def _is_heard(self, stamps: Mapping[UUID, Mapping[str, str]], row: UUID, field: str) -> bool:
        of_row = stamps.get(row, {})
        stamp = of_row.get(field) or of_row.get("", "")
        return bool(stamp) and UUID(hex=stamp[_FROM_AN_ID:]) in self._of_lists

    @cached_property
    def _of_lists(self) -> frozenset[UUID]:
        in_batches = LogRow.unit.in_(select(Batch.id))
        query = select(LogRow.id).where(LogRow.kind.in_(_SAYING), in_batches)
        return frozenset(self.session.connection().scalars(query))

    @cached_property
    def _outcomes(self) -> Mapping[UUID, Mapping[str, str]]:
        return self._stamps(Outcome)

    @cached_property
    def _meetings(self) -> Mapping[UUID, Mapping[str, str]]:
        return self._stamps(Meeting)

    def _stamps(self, model: type[Merged]) -> Mapping[UUID, Mapping[str, str]]:
        """Give the stamp of each field by the id of its row; under a blank that of the row."""
        query = select(model.id, model.stamp, model.stamps)
        rows = self.session.connection().execute(query)
        return {row.id: {"": row.stamp, **row.stamps} for row in rows}
