"""What presses keys: a scanner, or a person. When is said, not waited for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from tests.ui.scanner.xkb import Typed

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


class Keyboard:
    """Sends keys to the window in front, as the system does: a look for shortcuts goes ahead."""

    def __init__(self) -> None:
        self.now = 100_000

    def scans(self, text: str | Iterable[Typed], every: int = 8, end: str = "\r") -> None:
        """Type as a scanner does: evenly, Shift with each capital, and an ending."""
        self.now += 1_000
        for each in text:
            self._letter(each, every)
        for sign in end:
            self.strikes(_NAMED[sign], sign, held=every // 2)
            self.now += every - every // 2

    def types(self, text: str, gaps: Iterable[int] = (), every: int = 120) -> None:
        """Type as a person does: ``gaps`` are the times from one key to the next, then ``every``.

        The next key goes down before the one before has come up, as fingers do.
        """
        self.now += 1_000
        starts = [self.now]
        for _, gap in zip(text, [*gaps, *[every] * len(text)], strict=False):
            starts.append(starts[-1] + gap)
        previous: tuple[int, str] | None = None
        for (start, following), sign in zip(pairwise(starts), text, strict=True):
            self.now = start
            if previous is not None and previous[0] == _key(sign):
                self.lifts(*previous)
                previous = None
            self.presses(_key(sign), sign, _shift(sign))
            if previous is not None:
                self.lifts(*previous)
            previous = (_key(sign), sign)
            self.now = following
        if previous is not None:
            self.lifts(*previous)

    def strikes(
        self,
        key: int,
        text: str = "",
        modifiers: Qt.KeyboardModifier = _NONE,
        *,
        held: int = 4,
        code: int = 0,
    ) -> None:
        """Press a key and let it go."""
        self.presses(key, text, modifiers, code=code)
        self.now += held
        self.lifts(key, text, modifiers, code=code)

    def presses(
        self,
        key: int,
        text: str = "",
        modifiers: Qt.KeyboardModifier = _NONE,
        *,
        repeats: bool = False,
        code: int = 0,
    ) -> None:
        """Press a key and hold it."""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            self._send(kind, key, text, modifiers, repeats=repeats, code=code)

    def lifts(
        self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = _NONE, *, code: int = 0
    ) -> None:
        """Let a key go."""
        self._send(QEvent.Type.KeyRelease, key, text, modifiers, code=code)

    def _letter(self, letter: str | Typed, every: int) -> None:
        text, code, shift = (
            (letter, 0, letter.isupper())
            if isinstance(letter, str)
            else (letter.text, letter.code, letter.shift)
        )
        shifted = _SHIFT if shift else _NONE
        if shift:
            self.presses(Qt.Key.Key_Shift, modifiers=_SHIFT)
        self.strikes(_key(text), text, shifted, held=every // 2, code=code)
        if shift:
            self.lifts(Qt.Key.Key_Shift)
        self.now += every - every // 2

    def _send(
        self,
        kind: QEvent.Type,
        key: int,
        text: str,
        modifiers: Qt.KeyboardModifier,
        *,
        repeats: bool = False,
        code: int = 0,
    ) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window is in front"
        event = QKeyEvent(kind, key, modifiers, code, 0, 0, text, repeats)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(window, event)


def _key(text: str) -> int:
    return _NAMED.get(text) or (ord(text.upper()[0]) if text else int(Qt.Key.Key_unknown))


def _shift(text: str) -> Qt.KeyboardModifier:
    return _SHIFT if text.isupper() else _NONE
