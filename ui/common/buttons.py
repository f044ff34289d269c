"""Buttons that say their key, choices, and chips that filter."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.common.lettering import CONTROL, KEY, LABEL_STRONG, font
from ui.common.look import Look
from ui.common.pressable import is_enter

SMALL, USUAL, LARGE = 28, 36, 48
"""Heights: in lists, on pages, on the Desk."""


class Rank(StrEnum):
    """How loud a button is. There is one ``MAIN`` in a group."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"


class Button(QPushButton):
    """A button whose word is the verb that happens, with its icon and its key beside it.

    ``key`` is a key sequence such as ``Alt+B``; pressing it anywhere on the same page presses
    the button. Only Space presses it from the keyboard, for scanners end with Enter.
    """

    tall = USUAL
    begins_left = False
    """Its words begin at the left and its key stands at the right, as in a column of buttons."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        key: str = "",
        rank: Rank = Rank.PLAIN,
    ) -> None:
        super().__init__(text)
        self.look = look
        self.rank = rank
        self._icon_name = icon
        self._key = key
        self.setFont(font(LABEL_STRONG if self.tall == SMALL else CONTROL))
        self.setFixedHeight(self.tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if key:
            self._listen(key)
        look.changed.connect(self.update)

    @property
    def key(self) -> str:
        """The key that presses it, as it is shown; blank if there is none."""
        return self._key

    @property
    def icon_name(self) -> str:
        """The icon beside its words; blank if there is none."""
        return self._icon_name

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Change what the button says."""
        self.setText(text)
        if icon is not None:
            self._icon_name = icon
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Show a key that somebody else listens for."""
        self._key = key
        self.updateGeometry()

    def set_rank(self, rank: Rank) -> None:
        """Change how loud it is."""
        self.rank = rank
        self.update()

    def sizeHint(self) -> QSize:
        """Leave room for icon, words and key."""
        return QSize(round(2 * self._margin() + self._content_width()), self.height())

    def minimumSizeHint(self) -> QSize:
        """A button never cuts its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Enter by: it may be the end of a scan."""
        if is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface, then icon, words and key from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter)
        text = self._text_colour()
        x = self._margin() if self.begins_left else (self.width() - self._content_width()) / 2
        if self._icon_name:
            size = self._icon_size()
            pixmap = self.look.pixmap(self._icon_name, text, size)
            painter.drawPixmap(QPointF(x, (self.height() - size) / 2), pixmap)
            x += size + (8 if self.text() else 0)
        painter.setFont(self.font())
        painter.setPen(self.look.colour(text))
        width = self._text_width()
        room = QRectF(x, 0, width + 2, self.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        if self._key:
            right = self.width() - self._key_width() - 8
            self._paint_key(painter, right if self.begins_left else x + width + 10)
        painter.end()

    def _listen(self, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._pressed_by_key)
        self.setToolTip(f"{self.text()} ({key})" if not self.text() else "")

    def _pressed_by_key(self) -> None:
        if self.isVisible() and self.isEnabled():
            self.animateClick()

    def _margin(self) -> float:
        if not self.text():
            return (self.height() - self._icon_size()) / 2
        return {SMALL: 10.0, USUAL: 14.0}.get(self.height(), 18.0)

    def _icon_size(self) -> int:
        return {SMALL: 14, USUAL: 16}.get(self.height(), 18)

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _key_width(self) -> float:
        return QFontMetricsF(font(KEY)).horizontalAdvance(key_words(self._key)) + 12

    def _content_width(self) -> float:
        icon = self._icon_size() + (8 if self.text() else 0) if self._icon_name else 0
        return icon + self._text_width() + (10 + self._key_width() if self._key else 0)

    def _text_colour(self) -> str:
        if not self.isEnabled():
            return "text-3"
        return "accent-on" if self.rank is Rank.MAIN else "text"

    def _paint_surface(self, painter: QPainter) -> None:
        look, focused = self.look, self.hasFocus()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if focused:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
            area = area.adjusted(3, 3, -3, -3)
        painter.setPen(self._outline())
        painter.setBrush(look.colour(self._fill()) if self._fill() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6 if focused else 8, 6 if focused else 8)

    def _outline(self) -> QPen:
        if self.rank is Rank.PLAIN and self.isEnabled():
            return QPen(self.look.colour("ctl-line" if self.underMouse() else "line-strong"), 1)
        return QPen(Qt.PenStyle.NoPen)

    def _fill(self) -> str:
        if not self.isEnabled():
            return "sunken"
        down = self.isDown() or self.isChecked()
        if self.rank is Rank.MAIN:
            return "accent-text" if down or self.underMouse() else "accent"
        quiet = "" if self.rank is Rank.QUIET else "surface"
        return "accent-soft" if down else "hover" if self.underMouse() else quiet

    def _paint_key(self, painter: QPainter, x: float) -> None:
        area = QRectF(x, (self.height() - 20) / 2, self._key_width(), 20)
        main = self.rank is Rank.MAIN and self.isEnabled()
        back = self.look.colour("accent-on" if main else "hover")
        if main:
            back.setAlpha(46)
        painter.setPen(Qt.PenStyle.NoPen if main else QPen(self.look.colour("line-strong"), 1))
        painter.setBrush(back)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font(KEY))
        painter.setPen(self.look.colour("accent-on" if main else "text-2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key_words(self._key))


class SmallButton(Button):
    """A button in a list."""

    tall = SMALL


class LargeButton(Button):
    """A button of the Desk, where people stand."""

    tall = LARGE


_BESIDE_ENTRY = 24
"""Padding and a bar to scroll by, in pixels."""


class Choice(QComboBox):
    """A choice of one of several, opened by Space, Down or Alt+Down and never by a scan."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFont(font(CONTROL))
        look.changed.connect(self.update)

    def showPopup(self) -> None:
        """Give the list the room that its longest entry needs."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + _BESIDE_ENTRY))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cut words there is no room for; paint the arrow, which the style sheet can't tint."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        said = self.placeholderText() if self.currentIndex() < 0 else option.currentText
        option.currentText = self.fontMetrics().elidedText(
            said, Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        at = QPointF(self.width() - 24, (self.height() - 14) / 2)
        painter.drawPixmap(at, self._look.pixmap("chevron-down", "text-2", 14))
        painter.end()

    def _room(self, option: QStyleOptionComboBox) -> int:
        part = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(box, option, part, self).width()


def key_words(key: str) -> str:
    """Show a key sequence as the caps of the keys, in the words of this platform."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", "Enter").replace("+", " ")
