"""Makes the day matrix out of the hall and the meetings in it.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.short_names import short_name
from app.event.facts import event_facts
from app.event.slots import StandingSlot
from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED, Arranged, arranged
from app.meetings.attendees import Attendees, Someone
from app.meetings.hall import HallTable, hall
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.matrix.drawing import MatrixDrawing
from app.printing.matrix.faces import CellFace, ColumnFace, MatrixFace, RowFace
from app.printing.pages import ACROSS
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A3, A4, NothingPlanned, SheetWish, known_paper, wished_days

_BREAK = ColumnFace("", "", is_break=True)
_MOST_LETTERS = {A4: 19, A3: 30}
"""So many of a name are read from a cell; a longer one would be set too small for that."""


def matrix_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out the days that are wished; each begins on a page of its own.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NothingPlanned: There are no tables, or no slots on these days.
    """
    page = ACROSS[known_paper(wish, A4, A3)]
    with journal.reading() as session:
        facts = event_facts(session)
        days = wished_days(wish, facts.days)
        matrix = _Matrix(session, _MOST_LETTERS[known_paper(wish, A4, A3)])
    faces = [face for day in days if (face := matrix.face(day)) is not None]
    if not faces:
        raise NothingPlanned
    drawing = MatrixDrawing(page, as_printed(facts.name), journal.clock().astimezone(facts.zone))
    return Document(
        title=as_printed(facts.name),
        page=page,
        items=len(faces),
        parts=[Part(drawing.pages(face)) for face in faces],
        unprintable=matrix.maker.unprintable,
    )


class _Matrix:
    """Knows what is at each table in each slot."""

    def __init__(self, session: Session, most_letters: int) -> None:
        self._most = most_letters
        self._facts = event_facts(session)
        self.maker = FaceMaker(self._facts.zone)
        self._hall = hall(session)
        self._attendees = Attendees(session)
        self._at: dict[tuple[UUID, UUID], list[Arranged]] = defaultdict(list)
        self._placeless: dict[UUID, int] = defaultdict(int)
        for meeting in arranged(session, self._attendees):
            if meeting.state != CANCELLED and meeting.slot_id is not None:
                self._add(meeting, meeting.slot_id)

    def face(self, day: date) -> MatrixFace | None:
        """Say a day; nothing if it has no slots, or the hall no tables."""
        columns = tuple(self._columns(day))
        if not columns or not self._hall.tables:
            return None
        missing = sum(self._placeless[slot.id] for slot in columns if slot is not None)
        return MatrixFace(
            day_title(day),
            tuple(_BREAK if slot is None else self._column(slot) for slot in columns),
            tuple(self._row(table, columns) for table in self._hall.tables),
            f"{missing} without a table" if missing else "",
        )

    def _add(self, meeting: Arranged, slot: UUID) -> None:
        if meeting.table_id is None or meeting.table_id not in self._hall.table:
            self._placeless[slot] += 1
            return
        for each in self._hall.taken(slot, meeting.length) or (slot,):
            self._at[meeting.table_id, each].append(meeting)

    def _columns(self, day: date) -> Iterator[StandingSlot | None]:
        slots = [each for each in self._hall.slots if self._facts.day_of(each.starts_at) == day]
        yield from slots[:1]
        for before, slot in pairwise(slots):
            if before.block_id != slot.block_id and before.ends_at < slot.starts_at:
                yield None
            yield slot

    def _column(self, slot: StandingSlot) -> ColumnFace:
        return ColumnFace(self.maker.clock(slot.starts_at), self.maker.clock(slot.ends_at))

    def _row(self, table: HallTable, columns: Sequence[StandingSlot | None]) -> RowFace:
        cells = (CellFace() if slot is None else self._cell(table, slot) for slot in columns)
        return RowFace(as_printed(table.label), tuple(cells))

    def _cell(self, table: HallTable, slot: StandingSlot) -> CellFace:
        is_closed = not table.open >> self._hall.place_of[slot.id] & 1
        meetings = self._at.get((table.id, slot.id), ())
        hosts, guests = (
            ", ".join(dict.fromkeys(self._short(who) for each in side for who in each))
            for side in (
                [self._attendees.named(each.hosts) for each in meetings],
                [self._attendees.named(each.guests) for each in meetings],
            )
        )
        return CellFace(hosts, guests, is_closed)

    def _short(self, who: Someone) -> str:
        text = who.short_name or short_name(who.organisation, self._most)
        field = "organisation"
        if not text:
            text, field = who.name, "name"
        return self.maker.shown(text, who.badge_number, who.name, field, who.badge_number) or "–"
