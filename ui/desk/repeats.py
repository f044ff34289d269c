"""Scans that come twice: a camera or a scanner may read one badge several times."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

_WITHIN_MS = 2000


class Repeats:
    """Remembers the last scan for a moment."""

    def __init__(self) -> None:
        self._last = ""
        self._since = QElapsedTimer()

    def knows(self, text: str) -> bool:
        """Tell whether a scan is the last one once more; if not, it is the last from now on."""
        again = self._since.isValid() and self._since.elapsed() < _WITHIN_MS
        if again and text == self._last:
            return True
        self._last = text
        self._since.start()
        return False
