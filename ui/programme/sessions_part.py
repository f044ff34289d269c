"""The sessions of a day."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.common.day_part import DayPart
from ui.common.empty import Empty
from ui.common.page import Tools
from ui.common.parts import column, focus_first


class SessionsPart(DayPart):
    """What is on when, in which room."""

    import_wanted = Signal()
    """There is no programme: it is to be imported."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._nothing = Empty(tools.look, "No programme yet.", "Import a programme", "upload")
        self.setLayout(column(self._nothing))
        self._nothing.acted.connect(self.import_wanted)

    def arrive(self) -> None:
        focus_first(self._nothing)
