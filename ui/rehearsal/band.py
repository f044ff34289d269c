"""The band above all pages that says that nothing is real, with the clock of the rehearsal."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import SECTION, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, row
from ui.rehearsal.words import BAND, PACES

HEIGHT = 48


class Band(Panel):
    """Stands there as long as the rehearsal does, and can't be put away."""

    paused = Signal(bool)
    pace_chosen = Signal(float)
    skipped = Signal()
    """To the next slot."""
    ended = Signal()

    def __init__(self, look: Look, zone: ZoneInfo, pace: float) -> None:
        super().__init__("rehearsal")
        self._zone = zone
        self._clock = Text("", TITLE, "on-warn")
        self._pause = SmallButton(look, "Pause", "pause")
        self._skip = SmallButton(look, "Next slot", "fast-forward")
        self._pace = Choice(look)
        for each, words in PACES:
            self._pace.addItem(words, each)
        self._pace.setCurrentIndex(max(self._pace.findData(pace), 0))
        self._pace.setAccessibleName("How fast the clock of the rehearsal runs")
        self._pace.setFixedWidth(170)
        self._end = SmallButton(look, "End…", "circle-stop")
        self._end.setAccessibleName("End the rehearsal…")
        self._runs = True
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(BAND)
        self.setLayout(
            row(
                Picture(look, "triangle-alert", "warn-on", 20),
                Text(BAND, SECTION, "on-warn"),
                None,
                self._clock,
                self._pause,
                self._pace,
                self._skip,
                self._end,
                gap=12,
                margins=(20, 0, 20, 0),
            )
        )
        self._pause.clicked.connect(lambda: self.paused.emit(self._runs))
        self._pace.activated.connect(lambda at: self.pace_chosen.emit(self._pace.itemData(at)))
        self._skip.clicked.connect(self.skipped)
        self._end.clicked.connect(self.ended)

    def show_time(self, now: datetime, *, runs: bool, has_next: bool) -> None:
        """Show what time it is in the rehearsal, and whether that goes on."""
        shown = f"{now.astimezone(self._zone):%H:%M}"
        if shown != self._clock.text():
            self._clock.setText(shown)
            self._clock.setAccessibleName(f"It is {shown} in the rehearsal")
        if runs != self._runs:
            self._runs = runs
            self._pause.set_words(*(("Pause", "pause") if runs else ("Go on", "play")))
        self._skip.setEnabled(has_next)
