"""The window of the clock, on the screen that everybody sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QTimer, Signal

from app.errors import DeskError
from app.journal.journal import Changes
from ui.common.hall_window import HallWindow
from ui.common.jobs import Quiet
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.common.parts import column
from ui.common.sentences import sentence
from ui.stage.clock import StageClock
from ui.stage.faces import Face

_TICKS_MS = 200
Shown = Callable[[], Face]
"""Gives the face at this instant, from what was read last. For every tick: it reads nothing."""


class Stage(Protocol):
    """What the clock is for."""

    @property
    def title(self) -> str:
        """What the window is called."""

    @property
    def acts(self) -> tuple[tuple[str, str, Callable[[], Any]], ...]:
        """What can be done at it: words, key, and what does it. Not for the window's thread."""

    def read(self) -> Shown:
        """Read how things stand. Not for the window's thread."""

    def concerns(self, changes: Changes) -> bool:
        """Tell whether what was written may change it."""


class StageWindow(HallWindow):
    """Ticks by itself, and shows in words why something can't be done."""

    refused = Signal(str)
    """Why something can't be done, in words."""

    def __init__(self, stage: Stage, tools: Tools) -> None:
        super().__init__(stage.title)
        self._stage, self._tools = stage, tools
        self._shown: Shown | None = None
        self.look = Look(ThemeName.DARK, self)
        self.clock = StageClock(self.look)
        self.setLayout(column(self.clock, gap=0))
        self._view = Quiet(self)
        self._view.refused.connect(self._refuse)
        for words, key, act in stage.acts:
            self.add_entry(words, key, partial(self._do, act))
        self.add_entry("Full screen", "F11", self.switch_full_screen)
        self.add_entry("Close the clock", "Esc", self.close)
        self._ticks = QTimer(self, interval=_TICKS_MS)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start()
        self.read()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        if self._stage.concerns(changes):
            self.read()

    def read(self) -> None:
        """Read how things stand."""
        self._tools.quick.run(lambda _report: self._stage.read(), view=self._view, then=self._show)

    def tick(self) -> None:
        """Show what it is by now."""
        if self._shown is not None:
            self.clock.show_face(self._shown())

    def _do(self, act: Callable[[], Any]) -> None:
        self._tools.quick.run(
            lambda _report: act(), view=self._view, then=lambda _done: self.read()
        )

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.tick()

    def _refuse(self, refusal: DeskError) -> None:
        said = sentence(refusal, self._tools.times.of_day)
        self.refused.emit(said)
        if self._shown is None:
            self.clock.show_face(Face(self._stage.title, said))
