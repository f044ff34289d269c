"""Catches scans before any widget sees them, wherever the focus is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.scanner.bursts import PATIENT, Burst, Bursts, End, Key, Pace, Role
from ui.scanner.layouts import Layout

_LATER_MS = 5
_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease))
# What may move the focus, or put text into a field, while keys are kept for it.
_OVERTAKING = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin))
_WATCHED = _KEYS | _OVERTAKING | {QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod}
# To see whether an event is one of these takes a fifth of asking it for its type, and all events
# of the application come by.
_HEARD = (QKeyEvent, QInputMethodEvent, QMouseEvent, QTouchEvent)
_ENDS: dict[int, End] = {
    Qt.Key.Key_Return: End.ENTER,
    Qt.Key.Key_Enter: End.ENTER,
    Qt.Key.Key_Tab: End.TAB,
}
_SHIFTS = frozenset(
    (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    )
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Windows says AltGr so.
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Stroke(Key):
    """A key on its way to a widget."""

    event: QKeyEvent | None = None
    target: QWidget | None = None


class ScannerFilter(QObject):
    """To be installed on the application: ``application.installEventFilter(filter)``.

    It looks at keys where they enter a window, and at each only once; keys that are sent to a
    widget itself pass by it. What it gives back goes to the widget that had the focus, and may
    press shortcuts there as it would have.
    """

    scanned = Signal(str)
    """A code was scanned; these are its letters, by the layout that was learnt."""
    heard = Signal(Burst)
    """While ``testing``, in place of ``scanned``: what arrived, as it arrived."""

    def __init__(self, layout: Layout | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout or Layout()
        self._enabled = True
        self._testing = False
        self._bursts: Bursts[Stroke] = Bursts(
            self._layout.begins_code, self._give_back, self._told_of
        )
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._look_again)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._bursts.silence)

    @property
    def layout(self) -> Layout:
        """Give what was learnt of the keyboard layout."""
        return self._layout

    @property
    def enabled(self) -> bool:
        """Tell whether keys are looked at."""
        return self._enabled

    @property
    def testing(self) -> bool:
        """Tell whether scans are only heard, also slow ones."""
        return self._testing

    def learn(self, layout: Layout) -> None:
        """Read scans by another layout from now on."""
        self._bursts.silence()
        self._layout = layout
        self._bursts.begins_code = layout.begins_code

    def enable(self, enabled: bool) -> None:
        """Look at keys or let all of them pass."""
        self._bursts.silence()
        self._enabled = enabled

    def test(self, testing: bool) -> None:
        """Only hear scans, slow ones too, until told otherwise."""
        self._bursts.silence()
        self._testing = testing
        self._bursts.pace = PATIENT if testing else Pace()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, _HEARD) or not self._enabled or event.type() not in _WATCHED:
            return False
        if isinstance(event, QInputMethodEvent):
            # A dead key of the scan and the letter after it: the field must not get them.
            return bool(event.commitString()) and self._bursts.typed(event.commitString())
        if not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent):
            self._bursts.silence()
            return False
        if event.type() in _KEYS:
            return self._key(watched, event)
        taken = self._bursts.takes(_stroke(event))
        if not taken:
            # A shortcut acts before its key arrives, and must not overtake what is kept.
            self._bursts.silence()
        event.setAccepted(taken)
        return taken

    def _key(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            return self._bursts.release(_stroke(event, _target(window)))
        taken = self._bursts.press(_stroke(event, _target(window)))
        wait = self._bursts.wait
        self._waiting.stop()
        if wait is None:
            self._silence.stop()
        else:
            self._silence.start(wait + _LATER_MS)
        return taken

    def _look_again(self) -> None:
        # The window may have been busy, and the next key be waiting: what waits goes first.
        self._waiting.start()

    def _give_back(self, strokes: Sequence[Stroke]) -> None:
        for stroke in strokes:
            target = stroke.target
            if target is None or not isValid(target):
                target = QApplication.focusWidget()
            if target is not None and stroke.event is not None:
                QCoreApplication.sendEvent(target, stroke.event)

    def _told_of(self, burst: Burst) -> None:
        if self._testing:
            self.heard.emit(burst)
        else:
            self.scanned.emit(self._layout.read(burst.text))


def _stroke(event: QKeyEvent, target: QWidget | None = None) -> Stroke:
    key = event.key()
    return Stroke(
        # An event that was made by a program may have no time: then it is now.
        at=event.timestamp() or monotonic_ns() // 1_000_000,
        code=event.nativeScanCode() or key,
        down=event.type() != QEvent.Type.KeyRelease,
        text=event.text(),
        role=_role(key, event),
        ending=_ENDS.get(key, End.ENTER),
        repeats=event.isAutoRepeat(),
        event=event.clone(),
        target=target,
    )


def _role(key: int, event: QKeyEvent) -> Role:
    # Ctrl+J and Ctrl+M are how a scanner may type a line's end.
    if event.text() in ("\r", "\n") or key in _ENDS:
        return Role.ENDS
    if key in _SHIFTS:
        return Role.SHIFTS
    commands = event.modifiers() & _COMMANDS
    is_text = bool(event.text()) and event.text().isprintable()
    return Role.TYPES if is_text and commands in (Qt.KeyboardModifier(0), _ALT_GR) else Role.OTHER


def _target(window: QWindow) -> QWidget | None:
    """Find who would get a key, as a window does."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup if popup.focusWidget() is None else popup.focusWidget()
    for focused in (QWidget.keyboardGrabber(), QApplication.focusWidget()):
        if focused is not None:
            return focused
    return QWidget.find(int(window.winId()))
