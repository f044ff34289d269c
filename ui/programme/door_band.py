"""The mode in which scans check in to a session, as long as it is on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.programme.bookings import Attended
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY_STRONG, LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.times import Times
from ui.programme.words import came_words


class DoorBand(Panel):
    """Says that scans are for this session, and what the last one did."""

    left = Signal()

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("news")
        self._times = times
        self._count = Text("", LABEL, "2")
        self._mark = Picture(look, "scan-line", "text-2", 18)
        self._last = Text("", LABEL_STRONG, wraps=True)
        self.end = SmallButton(look, "End", "x", "Esc")
        self.end.setAccessibleName("End check-in by scans")
        head = row(
            Picture(look, "scan-line", "accent", 18),
            Text("Scans check in here", BODY_STRONG, "accent"),
            None,
            self.end,
        )
        last = row(self._mark, self._last, gap=8)
        last.setStretch(1, 1)
        self.setLayout(column(head, last, self._count, gap=8, margins=(12, 8, 8, 12)))
        self.end.clicked.connect(self.left)
        self.hide()

    def begin(self) -> None:
        """Wait for the first scan."""
        self._say("scan-line", "text-2", "", "Ready. Scan a badge.")
        self.show()

    def show_count(self, words: str) -> None:
        """Say how many are here."""
        self._count.setText(words)

    def show_came(self, came: Attended) -> None:
        """Say whom a scan let in."""
        noted, words = came_words(came, self._times.zone)
        if noted:
            self._say("circle-check", "ok-text", "ok", words)
        else:
            self._say("triangle-alert", "warn-text", "warn", words)

    def show_refusal(self, words: str) -> None:
        """Say why a scan let nobody in."""
        self._say("octagon-x", "bad-text", "bad", words)

    def _say(self, icon: str, colour: str, tone: str, words: str) -> None:
        self._mark.show_icon(icon, colour)
        self._last.set_tone(tone)
        self._last.setText(words)
        self._last.setAccessibleName(words)
