"""The clocks of an open event: opened when they are wanted, closed with the event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.journal.journal import Changes, Journal
from ui.common.page import Tools

if TYPE_CHECKING:
    from ui.stage.window import Stage, StageWindow


class StageWork(QObject):
    """Has one clock of each sort at most; wanted again, it comes to the front."""

    told = Signal(str)
    """Why something can't be done, in words for the desk."""

    def __init__(self, journal: Journal, tools: Tools, desk: QWidget) -> None:
        super().__init__(desk)
        self._journal, self._tools, self._desk = journal, tools, desk
        self._windows: dict[str, StageWindow] = {}
        self.destroyed.connect(_closing(self._windows))

    def show_speeches(self) -> None:
        """Show who speaks, and for how long yet."""
        from ui.stage.stages import SpeechStage  # noqa: PLC0415 - nobody needs it before

        self._show(SpeechStage(self._journal, self._tools.times))

    def show_rounds(self) -> None:
        """Show which round runs, and for how long yet."""
        from ui.stage.stages import RoundStage  # noqa: PLC0415 - nobody needs it before

        self._show(RoundStage(self._journal, self._tools.times))

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        for window in self._open():
            window.learn(changes)

    def _open(self) -> list[StageWindow]:
        return [window for window in self._windows.values() if isValid(window)]

    def _show(self, stage: Stage) -> None:
        from ui.stage.window import StageWindow  # noqa: PLC0415 - nobody needs it before

        window = self._windows.get(stage.title)
        if window is None or not isValid(window):
            window = self._windows[stage.title] = StageWindow(stage, self._tools)
            window.refused.connect(self.told)
            here = self._desk.screen()
            others = (each for each in QGuiApplication.screens() if each != here)
            window.open_on(next(others, None))
        window.activateWindow()


def _closing(windows: Mapping[str, QWidget]) -> Callable[[], None]:
    def close() -> None:
        for window in windows.values():
            if isValid(window):
                window.close()

    return close
