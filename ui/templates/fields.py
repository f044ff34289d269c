"""Fields of the editor: lengths, type sizes, colours, and their labels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from ui.common.buttons import SmallButton
from ui.common.fields import plain
from ui.common.lettering import LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Text, column

_MOST_MM = 2_000.0


def labelled(words: str, field: QWidget | QBoxLayout) -> QBoxLayout:
    """Put a label above a field."""
    return column(Text(words, LABEL_STRONG, "2"), field, gap=4)


def length_field(name: str, least: float = 0.0, step: float = 0.5) -> QDoubleSpinBox:
    """Give a field of millimetres; Up and Down change it by a step."""
    made = plain(QDoubleSpinBox())
    made.setDecimals(2)
    made.setRange(least, _MOST_MM)
    made.setSingleStep(step)
    made.setSuffix(" mm")
    made.setKeyboardTracking(False)
    made.setAccessibleName(name)
    made.setMinimumWidth(60)
    return made


def count_field(name: str, least: int, most: int) -> QSpinBox:
    """Give a field of a whole number."""
    made = plain(QSpinBox())
    made.setRange(least, most)
    made.setKeyboardTracking(False)
    made.setAccessibleName(name)
    made.setMinimumWidth(60)
    return made


def show_number(field: QDoubleSpinBox, value: float) -> None:
    """Show a number without telling that it changed."""
    field.blockSignals(True)
    field.setValue(value)
    field.blockSignals(False)


def show_count(field: QSpinBox, value: int) -> None:
    """Show a whole number without telling that it changed."""
    field.blockSignals(True)
    field.setValue(value)
    field.blockSignals(False)


class Line(QLineEdit):
    """A line that is taken once it is left or Enter is pressed; what is wrong stays, and is said.

    It stays too where something else is shown meanwhile.

    ``take`` gives what is wrong with a text in a sentence, or nothing.
    """

    def __init__(self, name: str, take: Callable[[str], str]) -> None:
        super().__init__()
        self._take = take
        self._shown, self._of = "", ""
        self._drafts: dict[str, tuple[str, str, str]] = {}
        self.said = Text("", LABEL, "bad", wraps=True)
        self.said.hide()
        self.setAccessibleName(name)
        self.editingFinished.connect(self.finish)

    @property
    def has_drafts(self) -> bool:
        """Tell whether something that was typed is wrong, here or elsewhere."""
        return bool(self._drafts)

    def show_text(self, text: str, of: str = "") -> None:
        """Show what is so ``of`` something.

        What was typed there and is wrong stays until it is put right, or what is so has changed.
        """
        self._shown, self._of = text, of
        so, typed, wrong = self._drafts.get(of, (text, text, ""))
        if so != text:
            del self._drafts[of]
            typed, wrong = text, ""
        if self.text() != typed:
            self.setText(typed)
        self._tell(wrong)

    def forget_drafts(self) -> None:
        """Let go of all that is wrong."""
        self._drafts.clear()

    def finish(self) -> None:
        """Take what is typed, if it is anything new."""
        typed, of, so = self.text(), self._of, self._shown
        self._drafts.pop(of, None)
        wrong = self._take(typed) if typed != so else ""
        if wrong:
            self._drafts[of] = (so, typed, wrong)
        self._tell(wrong)

    def _tell(self, wrong: str) -> None:
        self.said.setText(wrong)
        self.said.setVisible(bool(wrong))
        if self.property("wrong") != bool(wrong):
            self.setProperty("wrong", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)


def finish_typing(within: QWidget) -> None:
    """Take what is typed in the field that has the focus, as if it were left."""
    focused = within.focusWidget()
    if isinstance(focused, Line):
        focused.finish()
    elif isinstance(focused, QAbstractSpinBox):
        focused.interpretText()


class Toggle(SmallButton):
    """A small button that stays down."""

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__(look, "", icon)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)


class Swatch(QWidget):
    """A small field of one colour; none is a line across."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._colour = ""
        self.setFixedSize(24, 24)
        look.changed.connect(self.update)

    def show_colour(self, colour: str) -> None:
        """Show a colour, or none."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("ctl-line"), 1))
        colour = QColor(self._colour) if self._colour else self._look.colour("surface")
        painter.setBrush(colour)
        area = self.rect().adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(area, 4, 4)
        if not self._colour:
            painter.drawLine(area.bottomLeft(), area.topRight())
        painter.end()
