"""The columns of a delegate's meetings, and how a row is read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.meetings.upcoming import DelegateMeeting
from ui.common.kind_chip import paint_kind
from ui.common.lettering import BODY, CELL, FACT, LEAD, SECTION, TITLE
from ui.common.marks import paint_state
from ui.common.meeting_words import (
    clock_words,
    organisation_words,
    people_words,
    presence_of,
    presence_words,
    starts_words,
    table_words,
)
from ui.common.painting import Ink
from ui.common.times import Times
from ui.desk.row_table import Brush, PaintedColumn

_MARK = 20


def meeting_columns(times: Times) -> Sequence[PaintedColumn[DelegateMeeting]]:
    """Give the columns of a delegate's meetings."""

    def starts(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        brush.text(area, starts_words(meeting, times), Ink(BODY))

    def time(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        brush.text(area, clock_words(meeting, times), Ink(LEAD))

    def arrived(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        paint_presence(brush, area, meeting, times)

    return (
        PaintedColumn("Time", 72, 1, time),
        PaintedColumn("Starts", 88, 1, starts),
        PaintedColumn("Table", 76, 1, paint_table),
        PaintedColumn("Partner", 200, 5, paint_partner),
        PaintedColumn("Type", 52, 0, paint_type),
        PaintedColumn("Partner arrived?", 156, 2, arrived),
    )


def paint_table(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint the label of the table: a number in large letters, a name in those that fit."""
    label = meeting.table or "–"
    brush.text(area, label, Ink(TITLE if len(label) <= 4 else FACT))


def paint_partner(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint whom they meet: for whom those stand, and below who they are."""
    above = (organisation_words(meeting), Ink(SECTION))
    brush.two_lines(area, above, (people_words(meeting), Ink(CELL, "text-2")))


def paint_type(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint the chip of the kind."""
    paint_kind(brush.painter, area, meeting.kind, brush.look)


def paint_presence(brush: Brush, area: QRectF, meeting: DelegateMeeting, times: Times) -> None:
    """Paint whether the partner is here: the mark, and words."""
    mark = QRectF(area.x(), area.y(), 14, area.height())
    paint_state(brush.painter, mark, presence_of(meeting.partners), brush.look)
    words = presence_words(meeting.partners, times)
    brush.text(area.adjusted(_MARK, 0, 0, 0), words, Ink(BODY))


def named(meeting: DelegateMeeting, times: Times) -> str:
    """Say a row aloud."""
    told = (
        clock_words(meeting, times),
        starts_words(meeting, times),
        table_words(meeting),
        organisation_words(meeting),
        people_words(meeting),
        meeting.kind.upper(),
        presence_words(meeting.partners, times),
    )
    return ", ".join(filter(None, told))
