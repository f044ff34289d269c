"""The columns of a schedule now, beside what the paper says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.printing.schedules.changes import Change
from ui.common.lettering import CELL, CHIP, LABEL, LEAD, SECTION, font
from ui.common.meeting_words import clock_words, organisation_words, people_words, starts_words
from ui.common.painting import Ink
from ui.common.times import Times, day_words
from ui.desk.meeting_columns import paint_presence, paint_table, paint_type
from ui.desk.row_table import Brush, PaintedColumn
from ui.desk.schedule_rows import CHANGE_WORDS, Said, ScheduleRow, change_words

_ICONS = {
    Change.MOVED: "move",
    Change.NEW_PARTNER: "arrow-left-right",
    Change.NEW: "calendar-plus",
    Change.CANCELLED: "ban",
}
_CHIP_HEIGHT, _CHIP_PAD, _ICON = 24, 8, 14


class ScheduleColumns:
    """Paints a row, column by column."""

    def __init__(self, times: Times) -> None:
        self._times = times

    @property
    def columns(self) -> Sequence[PaintedColumn[ScheduleRow]]:
        """Give them from the left."""
        return (
            PaintedColumn("Change", 124, 0, self._change),
            PaintedColumn("Time", 92, 1, self._time),
            PaintedColumn("Table", 68, 1, self._table),
            PaintedColumn("Partner", 200, 5, self._partner),
            PaintedColumn("Type", 52, 0, self._type),
            PaintedColumn("Partner arrived?", 148, 1, self._arrived),
        )

    def _change(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        if shown.change is not None:
            what = shown.change.change
            tone = "bad" if what is Change.CANCELLED else "move"
            colours = (f"{tone}-soft", f"{tone}-text")
            _paint_chip(brush, area, (_ICONS[what], CHANGE_WORDS[what]), colours)
        elif shown.runs_at(self._times.clock()):
            _paint_chip(brush, area, ("timer", "Now"), ("warn", "warn-on"))

    def _time(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        starts = shown.meeting.starts_at.astimezone(self._times.zone)
        is_today = starts.date() == self._times.today()
        below = starts_words(shown.meeting, self._times) if is_today else day_words(starts.date())
        clock = clock_words(shown.meeting, self._times)
        brush.two_lines(area, (clock, Ink(LEAD)), (below, Ink(LABEL, "text-2")))

    def _table(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        paint_table(brush, area, shown.meeting)

    def _partner(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        said, struck = change_words(shown, self._times), shown.is_cancelled
        top = area.center().y() - 20 if said else area.y()
        high = 20 if said else area.height()
        line = [(Said(organisation_words(shown.meeting), old=struck), Ink(SECTION))]
        if people := people_words(shown.meeting):
            line.append((Said(f" · {people}", old=struck), Ink(CELL, "text-2")))
        _paint_said(brush, QRectF(area.x(), top, area.width(), high), line)
        below = QRectF(area.x(), top + 20, area.width(), 20)
        _paint_said(brush, below, [(each, Ink(CELL, "text-2")) for each in said])

    def _type(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        if not shown.meeting.title:
            paint_type(brush, area, shown.meeting)

    def _arrived(self, brush: Brush, area: QRectF, shown: ScheduleRow) -> None:
        if not shown.is_cancelled and not shown.meeting.title:
            paint_presence(brush, area, shown.meeting, self._times)


def _paint_chip(
    brush: Brush, area: QRectF, shown: tuple[str, str], colours: tuple[str, str]
) -> None:
    """Paint an icon and a word on a ground of their own."""
    (icon, words), (ground, ink), painter = shown, colours, brush.painter
    width = QFontMetricsF(font(CHIP)).horizontalAdvance(words) + _ICON + 2 * _CHIP_PAD + 6
    chip = QRectF(area.x(), area.center().y() - _CHIP_HEIGHT / 2, width, _CHIP_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.look.colour(ground))
    painter.drawRoundedRect(chip, 4, 4)
    at = QPointF(chip.x() + _CHIP_PAD, chip.center().y() - _ICON / 2)
    painter.drawPixmap(at, brush.look.pixmap(icon, ink, _ICON))
    room = chip.adjusted(_CHIP_PAD + _ICON + 6, 0, 0, 0)
    brush.text(room, words, Ink(CHIP, ink))


def _paint_said(brush: Brush, area: QRectF, line: Sequence[tuple[Said, Ink]]) -> None:
    """Write one thing after the other, what holds no more struck out."""
    x = area.x()
    for said, ink in line:
        letters = QFont(font(ink.lettering))
        letters.setStrikeOut(said.old)
        room = area.right() - x
        if room <= 0:
            return
        measure = QFontMetricsF(letters)
        shown = measure.elidedText(said.text, Qt.TextElideMode.ElideRight, room)
        painter = brush.painter
        painter.setFont(letters)
        painter.setPen(brush.look.colour(ink.colour))
        place = QRectF(x, area.y(), room, area.height())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextIncludeTrailingSpaces, shown
        )
        x += measure.horizontalAdvance(shown)
