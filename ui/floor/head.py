"""The head of the page: which slot, how many of what, and which view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.common.buttons import SmallButton
from ui.common.lettering import CELL, CELL_STRONG, LABEL, TITLE, font
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.common.segments import Pressed, ViewSwitch, wide
from ui.floor.change_menu import DayButton
from ui.floor.sheet import Sheet, Tone

HEIGHT = 56
_TALL, _RIM = 30, 11
_AROUND = 20 + 16 + 6 * 12
_ROOMY = 1100
"""From this width on, words do not take the room of counts."""


class CountChip(Pressed):
    """So many cells look so; pressed, it leaves only those."""

    def __init__(self, look: Look, tone: Tone, icon: tuple[str, str], word: str) -> None:
        super().__init__(look, _TALL)
        self.tone = tone
        self._icon, self._word = icon, word
        self._count, self._is_brief = 0, False
        self.show_count(0)

    @property
    def count(self) -> int:
        """How many there are."""
        return self._count

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count = count
        self.setAccessibleName(f"Show only {count} {self._word}")
        self.updateGeometry()
        self.update()

    def let_be(self, *, brief: bool) -> None:
        """Leave its word away, where there is no room for it."""
        self._is_brief = brief
        self.setToolTip(self._word if brief else "")
        self.updateGeometry()
        self.update()

    def width_of(self, *, brief: bool) -> int:
        """Say how wide it is with its word or without."""
        word = 0.0 if brief else 4 + wide(self._word, CELL)
        return round(wide(str(self._count), CELL_STRONG) + word + 2 * _RIM + 20)

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(brief=self._is_brief), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, on = self.look, self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if on or self.hasFocus() else "line-strong"
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(
            look.colour("accent-soft" if on else "hover" if self.underMouse() else "surface")
        )
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.drawPixmap(QPointF(_RIM, (self.height() - 14) / 2), look.pixmap(*self._icon, 14))
        x = _RIM + 20.0
        ink = "accent-text" if on else "text" if self.isEnabled() else "text-3"
        words = ((str(self._count), CELL_STRONG), ("" if self._is_brief else self._word, CELL))
        for text, lettering in words:
            painter.setFont(font(lettering))
            painter.setPen(look.colour(ink))
            room = QRectF(x, 0, self.width(), self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            x += wide(text, lettering) + 4
        painter.end()


_CHIPS = (
    (Tone.RUNNING, ("play", "accent"), "running"),
    (Tone.MISSING, ("circle-alert", "warn-text"), "one missing"),
    (Tone.NO_SHOW, ("user-x", "bad-text"), "no-show"),
    (Tone.CANCELLED, ("ban", "text-3"), "cancelled"),
    (Tone.FREE, ("plus", "text-3"), "free"),
)
_ALIKE: Mapping[Tone, frozenset[Tone]] = {Tone.NO_SHOW: frozenset({Tone.NO_SHOW, Tone.MISSED})}


class FloorHead(QWidget):
    """Counts what is in the slot that runs, or is next; a count that is pressed filters."""

    filtered = Signal(frozenset)
    view_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._filters = True
        self._title = Text("Floor", TITLE)
        self.slot = Text("", LABEL, "3")
        self.chips = tuple(CountChip(look, *each) for each in _CHIPS)
        self.view = ViewSwitch(look, "Grid", "Whole hall")
        self.wall = SmallButton(look, "", "monitor")
        self.wall.setAccessibleName("Wall display")
        self.wall.setToolTip("Wall display: who sits where, for the hall")
        self.change = DayButton(look)
        self.setFixedHeight(HEIGHT)
        chips = row(*self.chips, gap=6)
        self.setLayout(
            row(
                self._title,
                self.slot,
                chips,
                None,
                self.change,
                self.view,
                self.wall,
                gap=12,
                margins=(20, 0, 16, 0),
            )
        )
        for chip in self.chips:
            chip.clicked.connect(lambda _on=False, chip=chip: self._filter(chip))
        self.view.chosen.connect(self.view_chosen)

    @property
    def wanted(self) -> frozenset[Tone]:
        """The looks that are wanted; none is all."""
        on = [chip.tone for chip in self.chips if chip.isChecked()]
        return frozenset(tone for each in on for tone in _ALIKE.get(each, {each}))

    def show_sheet(self, sheet: Sheet) -> None:
        """Count what a sheet shows."""
        slot, counts = sheet.looked_at, sheet.counts()
        self.slot.setText(f"Slot {slot.number}" if slot is not None else "All day")
        for chip in self.chips:
            chip.show_count(sum(counts[tone] for tone in _ALIKE.get(chip.tone, {chip.tone})))
        self._enable()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def let_filter(self, *, on: bool) -> None:
        """Let counts be pressed, or only be read."""
        self._filters = on
        self._enable()

    def clear(self) -> None:
        """Want all again."""
        for chip in self.chips:
            chip.setChecked(False)
        self.filtered.emit(self.wanted)

    def _enable(self) -> None:
        """Let nobody filter by what there is none of: nothing would be left to see."""
        for chip in self.chips:
            if not chip.count:
                chip.setChecked(False)
            chip.setEnabled(self._filters and chip.count > 0)

    def _fit(self) -> None:
        """Leave away the words of the last chips, as many as there is no room for."""
        whole = sum(chip.width_of(brief=False) for chip in self.chips)
        self.change.let_be(brief=self.width() < _ROOMY)
        others = self._title.sizeHint().width() + self.slot.sizeHint().width()
        others += sum(each.sizeHint().width() for each in (self.change, self.view, self.wall))
        others += _AROUND + 6 * (len(self.chips) - 1)
        room = self.width() - others
        for chip in reversed(self.chips):
            chip.let_be(brief=whole > room)
            if whole > room:
                whole -= chip.width_of(brief=False) - chip.width_of(brief=True)

    def _filter(self, pressed: CountChip) -> None:
        for chip in self.chips:
            if chip is not pressed:
                chip.setChecked(False)
        self.filtered.emit(self.wanted)
