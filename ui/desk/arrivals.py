"""Arrivals: how many came, of how many, and the same by delegation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.checkin.presence import Arrivals
from app.checkin.reception import Overview
from ui.common.lettering import CELL, COUNT, FACT, SECTION
from ui.common.look import Look
from ui.common.marks import paint_swatch
from ui.common.painting import Ink, paint_bar, paint_text
from ui.common.parts import Panel, Text, column, row
from ui.common.times import Times, day_words

_ROW = 28


class ArrivalsCard(Panel):
    """How many came, of how many; below, the same for each delegation."""

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("card")
        self._times = times
        self._day = Text("", CELL, "3")
        self._came = Text("0", COUNT)
        self._expected = Text("", FACT, "2")
        self._to_come = Text("", CELL, "2")
        self._meter = _Meter(look)
        self._by_delegation = _Delegations(look)
        bottom = Qt.AlignmentFlag.AlignBottom
        counts = row(self._came, self._expected, None, self._to_come, gap=8)
        counts.setAlignment(self._expected, bottom)
        counts.setAlignment(self._to_come, bottom)
        # Letters of all sizes stand on one line.
        self._expected.setContentsMargins(0, 0, 0, 7)
        self._to_come.setContentsMargins(0, 0, 0, 8)
        self.setLayout(
            column(
                row(Text("Arrivals", SECTION), None, self._day),
                counts,
                self._meter,
                8,
                self._by_delegation,
                gap=6,
                margins=(20, 16, 20, 16),
            )
        )

    def show_overview(self, overview: Overview) -> None:
        """Show the arrivals of a day."""
        came = sum(each.checked_in for each in overview.arrivals)
        expected = sum(each.expected for each in overview.arrivals)
        is_today = overview.day == self._times.today()
        self._day.setText("Today" if is_today else day_words(overview.day))
        self._came.setText(f"{came:,}")
        self._expected.setText(f"of {expected:,}")
        self._to_come.setText(f"{max(expected - came, 0):,} to come")
        self._meter.show_share(came, expected)
        self._by_delegation.show_arrivals(overview.arrivals)
        self.setAccessibleName(f"Arrivals: {came} of {expected}")


class _Meter(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setFixedHeight(12)
        look.changed.connect(self.update)

    def show_share(self, part: int, whole: int) -> None:
        self._share = min(part / whole, 1.0) if whole else 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bar(
            painter, QRectF(self.rect()), self._share, self._look, self._look.colour("accent")
        )
        painter.end()


class _Delegations(QWidget):
    """A line each: swatch, name, bar, count. Painted, for there may be forty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._arrivals: tuple[Arrivals, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self.update)

    def show_arrivals(self, arrivals: Sequence[Arrivals]) -> None:
        named = [each for each in arrivals if each.delegation]
        rest = [each for each in arrivals if not each.delegation]
        self._arrivals = tuple(named + rest if named else [])
        said = (
            f"{each.delegation or 'No delegation'} {each.checked_in} of {each.expected}"
            for each in self._arrivals
        )
        self.setAccessibleName(". ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, _ROW * min(len(self._arrivals), 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, _ROW * min(len(self._arrivals), 3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = max(self.height() // _ROW, 1)
        shown = self._arrivals[:room]
        if len(self._arrivals) > room:
            hidden = self._arrivals[room - 1 :]
            more = Arrivals(
                f"{len(hidden)} more",
                sum(each.checked_in for each in hidden),
                sum(each.expected for each in hidden),
            )
            shown = (*self._arrivals[: room - 1], more)
        for at, each in enumerate(shown):
            self._paint(painter, QRectF(0, at * _ROW, self.width(), _ROW), each)
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF, each: Arrivals) -> None:
        look = self._look
        # Names stand below each other, also those without a colour.
        x = 20.0 if any(line.colour for line in self._arrivals) else 0.0
        if each.colour:
            swatch = QRectF(0, area.y() + 8, 12, 12)
            paint_swatch(painter, swatch, each.colour, look.colour("text-3"))
        name_room = QRectF(x, area.y(), area.width() * 0.46 - x, _ROW)
        paint_text(painter, name_room, each.delegation or "No delegation", Ink(CELL), look)
        count = f"{each.checked_in} of {each.expected}"
        right = Ink(CELL, "text-2", Qt.AlignmentFlag.AlignRight)
        paint_text(painter, area, count, right, look)
        bar = QRectF(area.width() * 0.48, area.y() + 10, area.width() * 0.26, 8)
        share = each.checked_in / each.expected if each.expected else 0.0
        paint_bar(painter, bar, min(share, 1.0), look, look.colour("text-2"))
