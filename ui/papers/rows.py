"""Rows of which one is chosen: with the mouse, or by the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.common.lettering import BODY, BODY_STRONG, LABEL, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Text, clear, column

USUAL, TIGHT = 36, 30
"""Heights of a row."""
_HIGH_WITH_NOTE = 46
_ICON, _ICON_BESIDE_NOTE = 18, 24


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a row. Without an icon, it has a dot that says whether it is chosen.

    Above the first row of a ``group`` stands its name.
    """

    title: str
    icon: str = ""
    note: str = ""
    group: str = ""


class Rows(QWidget):
    """One row for each thing to choose; one of them is chosen, if there is any."""

    chosen = Signal(str)
    """The key of the row that somebody chose."""

    def __init__(self, look: Look, name: str, tall: int = USUAL) -> None:
        super().__init__()
        self._look, self._tall = look, tall
        self._rows: dict[str, ChoiceRow] = {}
        self.setAccessibleName(name)
        self._layout = column(gap=1)
        self.setLayout(self._layout)

    @property
    def choice(self) -> str:
        """Give the key of what is chosen; blank where there is nothing."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    @property
    def row(self) -> QWidget:
        """Give the row that is chosen; all of them where there is none."""
        return next((row for row in self._rows.values() if row.isChecked()), self)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of all rows, in their order."""
        return tuple(self._rows)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give the rows as Tab and arrows go through them."""
        return tuple(self._rows.values())

    def show_rows(self, faces: Mapping[str, Face]) -> None:
        """Show other rows, and choose the first; nobody is told."""
        for row in self._rows.values():
            # Until it is gone, it would be taken for the one that another choice puts out.
            row.setAutoExclusive(False)
        clear(self._layout)
        self._rows = {key: ChoiceRow(self._look, each, self._tall) for key, each in faces.items()}
        group = ""
        for at, (key, row) in enumerate(self._rows.items()):
            row.setChecked(at == 0)
            row.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
            if faces[key].group != group:
                group = faces[key].group
                self._layout.addSpacing(12 if at else 4)
                self._layout.addWidget(Text(group, LABEL, "3"))
                self._layout.addSpacing(4)
            self._layout.addWidget(row)

    def choose(self, key: str) -> None:
        """Choose another row, if there is one of this key."""
        if key in self._rows:
            self._rows[key].setChecked(True)

    def show_count(self, key: str, count: int) -> None:
        """Say how many a row stands for."""
        self._rows[key].show_count(count)

    def allow(self, key: str, *, allowed: bool) -> None:
        """Let a row be chosen, or not."""
        self._rows[key].setEnabled(allowed)

    def take_focus(self) -> None:
        """Put the focus on what is chosen."""
        for row in self._rows.values():
            if row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)


class ChoiceRow(QRadioButton):
    """A row that is painted whole: its icon or dot, its words and how many it stands for."""

    def __init__(self, look: Look, face: Face, tall: int = USUAL) -> None:
        super().__init__(face.title)
        self._look, self._face, self._tall = look, face, tall
        self._count = ""
        self.setAccessibleName(", ".join(filter(None, (face.title, face.note))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._take_tab)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)
        for on in (False, True):
            # To read pictures while the page is painted would hold it up, the first time.
            self._icon(on=on)

    def show_count(self, count: int) -> None:
        """Say how many it stands for."""
        self._count = f"{count:,}"
        self.setAccessibleName(f"{self._face.title}: {self._count}")
        self.update()

    def _take_tab(self, on: bool) -> None:
        # Tab goes to what is chosen, and arrows from there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH_WITH_NOTE if self._face.note else self._tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, area)
        indent = self._paint_mark(painter, area)
        self._paint_words(painter, area.adjusted(indent, 0, -14, 0))
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        look, on, focused = self._look, self.isChecked(), self.hasFocus()
        edge = "accent" if focused else "accent-line" if on else ""
        pen = QPen(look.colour(edge), 2 if focused else 1) if edge else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(look.colour("accent-soft" if on else "hover" if hovered else "surface"))
        painter.drawRoundedRect(area, 8, 8)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> float:
        """Paint the icon or the dot, and give where words begin."""
        look, on = self._look, self.isChecked()
        if not self._face.icon:
            middle = QPointF(area.x() + 19, area.center().y())
            painter.setPen(QPen(look.colour("accent" if on else "ctl-line"), 4.5 if on else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 6 if on else 7.25, 6 if on else 7.25)
            return 38
        icon, size = self._icon(on=on), self._icon_size
        painter.drawPixmap(QPointF(area.x() + 12, area.center().y() - size / 2), icon)
        return 24 + size

    @property
    def _icon_size(self) -> int:
        return _ICON_BESIDE_NOTE if self._face.note else _ICON

    def _icon(self, *, on: bool) -> QPixmap:
        if not self._face.icon:
            return QPixmap()
        colour = "accent-text" if on else "text-2"
        return self._look.pixmap(self._face.icon, colour, self._icon_size)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        look, on = self._look, self.isChecked()
        strong = BODY_STRONG if on else BODY
        if self._count:
            colour = "accent-text" if on else "text-2" if self.isEnabled() else "text-3"
            count = Ink(strong, colour, Qt.AlignmentFlag.AlignRight)
            painter.setFont(font(strong))
            width = painter.fontMetrics().horizontalAdvance(self._count)
            paint_text(painter, room, self._count, count, look)
            room = room.adjusted(0, 0, -(width + 12), 0)
        ink = Ink(strong, "text" if self.isEnabled() else "text-3")
        if not self._face.note:
            paint_text(painter, room, self._face.title, ink, look)
            return
        middle = room.center().y()
        upper = QRectF(room.x(), middle - 19, room.width(), 20)
        paint_text(painter, upper, self._face.title, ink, look)
        lower = QRectF(room.x(), middle + 1, room.width(), 18)
        paint_text(painter, lower, self._face.note, Ink(LABEL, "text-2"), look)
