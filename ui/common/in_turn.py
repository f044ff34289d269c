"""What is read again and again, one time after another."""

from __future__ import annotations

from collections.abc import Callable


class InTurn:
    """Begins at once, or once more as soon as what is under way has ended.

    How often it was asked meanwhile does not count. Who begins tells how it ended.
    """

    def __init__(self, begin: Callable[[], None]) -> None:
        self._begin = begin
        self._is_under_way = False
        self.is_asked = False
        """Whether it was asked, and has not begun since."""

    def ask(self) -> None:
        """Do it, at once or after what is under way."""
        self.is_asked = True
        if not self._is_under_way:
            self._go()

    def ended(self) -> None:
        """Go on, if it was asked meanwhile."""
        self._is_under_way = False
        if self.is_asked:
            self._go()

    def failed(self) -> None:
        """Wait until it is asked again: it would fail as well."""
        self._is_under_way = False

    def _go(self) -> None:
        self.is_asked, self._is_under_way = False, True
        self._begin()
