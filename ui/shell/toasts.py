"""What was done, said at the lower left for a while, with a way back. Never a problem."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPointF,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.common.buttons import key_words
from ui.common.lettering import BODY, BODY_STRONG, KEY, font
from ui.common.look import Look
from ui.common.page import News
from ui.common.parts import Picture, Text, row
from ui.common.pressable import is_enter
from ui.shell.room import in_sight
from ui.shell.undo_keys import UNDO

LASTS_MS = 8_000
MOST = 2
HEIGHT = 48
_NARROWEST, _WIDEST = 320, 720
_BETWEEN = 8
_LINE, _TWO_LINES = 20, 1.8
_ABOVE_BUTTONS = 108
"""Pages have their buttons at the bottom: the next thing to do must not be covered."""


class Toasts(QObject):
    """Shows news in a window, at most two at a time.

    Undo takes back the last thing done, so only the latest toast offers it. The focus comes to it
    by Tab alone, and goes back to where it was.
    """

    undo_wanted = Signal()
    focus_dropped = Signal()
    """A toast went that had the focus, and where the focus was before is gone as well."""

    def __init__(
        self, look: Look, window: QWidget, left: int = 0, lasts_ms: int = LASTS_MS
    ) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._left = left
        self._lasts_ms = lasts_ms
        self._toasts: list[Toast] = []
        self._came_from: QWidget | None = None
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - widgets need one
        application.focusChanged.connect(self._remember)

    @property
    def shown(self) -> tuple[Toast, ...]:
        """Those on the screen, the oldest first."""
        return tuple(self._toasts)

    def show_news(self, news: News) -> None:
        """Say that something was done."""
        self.settle()
        while len(self._toasts) >= MOST:
            self._remove(self._toasts[0])
        toast = Toast(self._look, news, self._window, self._lasts_ms)
        toast.ended.connect(lambda: self._remove(toast))
        toast.undo.clicked.connect(self.take_back)
        self._toasts.append(toast)
        self._place()
        toast.show()
        toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, news.text))

    def settle(self) -> None:
        """Take Undo off: what was said is no longer the last thing done."""
        for toast in self._toasts:
            self._give_focus_back(toast)
            toast.undo.hide()

    def take_back(self) -> None:
        """Have the last thing done taken back, and say of it no more that it is done."""
        for toast in [each for each in self._toasts if not each.undo.isHidden()]:
            self._remove(toast)
        self.undo_wanted.emit()

    @contextmanager
    def passed_by(self) -> Iterator[None]:
        """Let the focus pass the toasts by while it looks for another place."""
        for toast in self._toasts:
            toast.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        yield
        for toast in self._toasts:
            toast.undo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower left of the window."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._give_focus_back(toast)
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        buttons = [toast.undo for toast in self._toasts]
        if new in buttons and old not in buttons:
            self._came_from = old

    def _give_focus_back(self, toast: Toast) -> None:
        if not toast.undo.hasFocus():
            return
        place, self._came_from = self._came_from, None
        if place is not None and isValid(place) and place.isVisible() and place.isEnabled():
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_dropped.emit()

    def _place(self) -> None:
        bottom = in_sight(self._window).bottom() + 1 - _ABOVE_BUTTONS
        for toast in reversed(self._toasts):
            room = self._window.width() - self._left - 40
            toast.fit(min(_WIDEST, room))
            toast.move(self._left + 20, bottom - toast.height())
            bottom -= toast.height() + _BETWEEN


class Toast(QWidget):
    """One piece of news. Its time stands still while the pointer or the focus is in it."""

    ended = Signal()

    def __init__(self, look: Look, news: News, parent: QWidget, lasts_ms: int) -> None:
        super().__init__(parent)
        self._look = look
        self._news = news
        self.undo = _UndoButton(look)
        self._text = Text(news.text, BODY, "invert")
        self.setAccessibleName(news.text)
        self.setLayout(
            row(
                Picture(look, "check", "invert-text", 18), self._text, self.undo,
                gap=14, margins=(17, 8, 9, 8),
            )
        )  # fmt: skip
        # Shown before it has a parent, it would be a window of its own and take the focus along.
        self.undo.setVisible(news.undoable)
        self._time = QVariantAnimation(self)
        self._time.setStartValue(1.0)
        self._time.setEndValue(0.0)
        self._time.setDuration(lasts_ms)
        self._time.valueChanged.connect(lambda _share: self._paint_on())
        self._time.finished.connect(self.ended)
        self.undo.focused.connect(self._wait)
        look.changed.connect(self.update)
        self._time.start()

    @property
    def news(self) -> News:
        """What it says."""
        return self._news

    @property
    def waits(self) -> bool:
        """Tell whether its time stands still."""
        return self._time.state() is QVariantAnimation.State.Paused

    def fit(self, widest: int) -> None:
        """Take the room that all of its words need; what is too long for a line takes two."""
        metrics = QFontMetricsF(font(BODY))
        words = metrics.horizontalAdvance(self._news.text)
        undo = 0 if self.undo.isHidden() else self.undo.minimumWidth() + 14
        beside = 17 + 18 + 14 + undo + 13
        wide = min(max(round(beside + words), _NARROWEST), widest)
        folds = words > wide - beside
        # A line that is broken between two words does not fill its width.
        most = _TWO_LINES * (wide - beside) if folds else words + 1
        shown = metrics.elidedText(self._news.text, Qt.TextElideMode.ElideRight, most)
        self._text.setWordWrap(folds)
        self._text.setText(shown)
        self.setToolTip("" if shown == self._news.text else self._news.text)
        self.resize(wide, HEIGHT + folds * _LINE)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._wait(still=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait(still=self.undo.hasFocus())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 10, 10)
        painter.fillPath(shape, self._look.colour("invert"))
        painter.setClipPath(shape)
        share = float(self._time.currentValue() or 0.0)
        left = QRectF(0, self.height() - 2, self.width() * share, 2)
        painter.fillRect(left, self._look.colour("invert-text-2"))
        painter.end()

    def _paint_on(self) -> None:
        self.update(0, self.height() - 2, self.width(), 2)

    def _wait(self, still: bool) -> None:
        if still and self._time.state() is QVariantAnimation.State.Running:
            self._time.pause()
        elif not still and not self.underMouse() and self.waits:
            self._time.resume()


class _UndoButton(QPushButton):
    focused = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__("Undo")
        self._look = look
        self.setFont(font(BODY_STRONG))
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(round(14 + self._word_width() + 9 + self._cap_width() + 9))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"Undo ({UNDO})")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Enter by: it may be the end of a scan."""
        if is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say when it has the focus, and when no more."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focused.emit(event.type() is QEvent.Type.FocusIn)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light = self._look.colour("invert-text")
        back = self._look.colour("invert-text")
        back.setAlpha(56 if self.underMouse() or self.isDown() else 32)
        painter.setBrush(back)
        painter.setPen(QPen(light, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(light)
        painter.setFont(self.font())
        base = (self.height() + QFontMetricsF(self.font()).capHeight()) / 2
        painter.drawText(QPointF(12, base), self.text())
        cap = QRectF(self.width() - self._cap_width() - 9.5, 6.5, self._cap_width(), 19)
        painter.setPen(QPen(self._look.colour("text-3"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(self._look.colour("invert-text-2"))
        painter.setFont(font(KEY))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key_words(UNDO))
        painter.end()

    def _word_width(self) -> float:
        return QFontMetricsF(font(BODY_STRONG)).horizontalAdvance(self.text())

    def _cap_width(self) -> float:
        return QFontMetricsF(font(KEY)).horizontalAdvance(key_words(UNDO)) + 12
