"""What was typed of meetings and is not saved, and what is just being saved."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from ui.outcomes.forms import Draft
from ui.outcomes.rows import OutcomeDay, Row

BLANK = Draft()


class Drafts:
    """Keeps what was typed until it is saved, whichever meeting is shown meanwhile.

    What is saved stays here until it was read back, so that a row never falls back for a moment.
    """

    def __init__(self) -> None:
        self._typed: dict[UUID, Draft] = {}
        self._saving: dict[UUID, Draft] = {}
        self._saved: set[UUID] = set()
        self._settled: frozenset[UUID] = frozenset()
        self._rows: dict[UUID, Row] = {}

    @property
    def typed(self) -> Mapping[UUID, Draft]:
        """What was typed and is not saved, by the meeting."""
        return self._typed

    @property
    def is_saving(self) -> bool:
        """Tell whether something is on its way to the file."""
        return bool(self._saving.keys() - self._saved)

    def of(self, row: Row) -> Draft:
        """Give what lies over what is kept of a meeting."""
        return self._typed.get(row.id) or self._saving.get(row.id, BLANK)

    def is_typed(self, row: Row) -> bool:
        """Tell whether something was typed of a meeting that is not saved."""
        return row.id in self._typed

    def is_left(self, row: Row) -> bool:
        """Tell whether somebody should still say what came of a meeting."""
        return row.is_due and row.id not in self._saving

    def keep(self, row: Row, draft: Draft) -> None:
        """Keep what was typed; what says nothing new is let go of."""
        if row.form(draft).is_unsaved:
            self._typed[row.id] = draft
            self._rows[row.id] = row
        else:
            self._typed.pop(row.id, None)

    def row(self, meeting: UUID) -> Row:
        """Give a meeting of which something was typed, as it was read last."""
        return self._rows[meeting]

    def begin_saving(self, meeting: UUID) -> None:
        """Take what was typed for saved, until somebody says that it was not."""
        self._saving[meeting] = self._typed.pop(meeting)
        self._saved.discard(meeting)

    def was_saved(self, meeting: UUID) -> None:
        """Let go of it once it was read back."""
        self._saved.add(meeting)

    def reading_begins(self) -> None:
        """Whatever is saved by now will be read as it stands, be it taken back since or not."""
        self._settled = frozenset(self._saved)

    def was_refused(self, meeting: UUID) -> None:
        """Take it for typed again, unless something else was typed since."""
        draft = self._saving.pop(meeting, None)
        if draft is not None:
            self._typed.setdefault(meeting, draft)

    def drop(self, *meetings: UUID) -> None:
        """Let go of what was typed of meetings, for good."""
        for each in meetings:
            self._typed.pop(each, None)

    def was_read(self, day: OutcomeDay) -> None:
        """Let go of what is saved and was read back."""
        self._rows |= {each: day.row[each] for each in self._rows if each in day.row}
        for meeting in tuple(self._saved):
            row = day.row.get(meeting)
            is_back = row is None or not row.form(self._saving[meeting]).is_unsaved
            if is_back or meeting in self._settled:
                self._saved.discard(meeting)
                del self._saving[meeting]
