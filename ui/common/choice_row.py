"""A row to choose: painted whole, and pressed wherever it is hit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from ui.common.lettering import BODY, BODY_STRONG, LABEL, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text

USUAL = 36
"""How high a row is without a note."""
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
        self.setAccessibleName(f"{self.text()}: {self._count}")
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
            paint_text(painter, room, self.text(), ink, look)
            return
        middle = room.center().y()
        upper = QRectF(room.x(), middle - 19, room.width(), 20)
        paint_text(painter, upper, self.text(), ink, look)
        lower = QRectF(room.x(), middle + 1, room.width(), 18)
        paint_text(painter, lower, self._face.note, Ink(LABEL, "text-2"), look)
