"""What is chosen on the card: answers that are on or off, and how great the interest is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST
from ui.common.buttons import SMALL, USUAL, Button, Rank
from ui.common.lettering import CONTROL, font
from ui.common.look import Look

_CELL = 36


class Toggle(Button):
    """An answer. It is filled while it holds; its key is heard by the card."""

    def __init__(self, look: Look, text: str, icon: str = "", key: str = "") -> None:
        super().__init__(look, text, icon)
        self.setCheckable(True)
        if key:
            self.show_key(key)
        self.setAccessibleName(f"{text} ({key})" if key else text)
        self.toggled.connect(lambda on: self.set_rank(Rank.MAIN if on else Rank.PLAIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows choose a meeting, and letters are the card's.
        if event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fill(self) -> str:
        return "accent" if self.isChecked() and self.isEnabled() else super()._fill()


class SmallToggle(Toggle):
    """An answer that is asked for less often."""

    tall = SMALL


class InterestField(QWidget):
    """1 to 5 side by side. ``chosen`` carries what somebody presses; Left and Right change it."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._interest: int | None = None
        self.setFixedSize(_CELL * MOST_INTEREST, USUAL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_interest(None)
        look.changed.connect(self.update)

    def show_interest(self, interest: int | None) -> None:
        """Show another one, or none."""
        self._interest = interest
        said = "not said" if interest is None else f"{interest} of {MOST_INTEREST}"
        self.setAccessibleName(f"Interest: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(int(event.position().x()) // _CELL + LEAST_INTEREST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
            return
        then = LEAST_INTEREST if self._interest is None else self._interest + by
        if LEAST_INTEREST <= then <= MOST_INTEREST:
            self.chosen.emit(then)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, on = self._look, self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        painter.fillPath(shape, look.colour("surface" if on else "sunken"))
        painter.setFont(font(CONTROL))
        for at in range(MOST_INTEREST):
            cell = QRectF(at * _CELL, 0, _CELL, self.height())
            is_it = at + LEAST_INTEREST == self._interest
            if is_it:
                painter.save()
                painter.setClipPath(shape)
                painter.fillRect(cell, look.colour("accent"))
                painter.restore()
            elif at:
                painter.setPen(QPen(look.colour("line-strong"), 1))
                painter.drawLine(cell.topLeft(), cell.bottomLeft())
            painter.setPen(look.colour("accent-on" if is_it else "text" if on else "text-3"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(at + LEAST_INTEREST))
        focused = self.hasFocus()
        painter.setPen(QPen(look.colour("accent" if focused else "ctl-line"), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()
