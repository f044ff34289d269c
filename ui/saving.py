"""Saving what stands in the event that is open: all of it, or its list of delegates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.erasure.copies import copied
from app.journal.journal import Journal
from ui.common.files import COPIES, EXPORTS, FileKind, Question
from ui.common.jobs import JobView
from ui.common.page import Tools


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Saving:
    """Asks where, then writes. ``told`` gets the sentence that says what was written."""

    journal: Journal
    tools: Tools
    view: JobView
    window: QWidget
    told: Callable[[str], None]

    def copy(self) -> None:
        """Save a copy of the event."""
        self._ask(COPIES, "Save a copy of the event", "copy", self._copied)

    def delegates(self) -> None:
        """Save the list of all delegates."""
        self._ask(EXPORTS, "Export all delegates", "delegates", self._exported)

    def _ask(self, kind: FileKind, title: str, what: str, write: Callable[[Path], str]) -> None:
        tools = self.tools
        name = tools.files.name(what, tools.times.today())
        ask = tools.files.ask_where(kind, Question(title, name), self.window)
        ask.fileSelected.connect(
            lambda file: tools.slow.run(
                lambda _report: write(Path(file)), view=self.view, then=self.told
            )
        )
        ask.open()

    def _copied(self, file: Path) -> str:
        return f"A copy is in {copied(self.journal, file).file}, checked."

    def _exported(self, file: Path) -> str:
        from app.delegates.export import export_file  # noqa: PLC0415 - in the thread that writes
        from app.delegates.roster import everybody  # noqa: PLC0415

        among = [person.id for person in everybody(self.journal)]
        count = export_file(self.journal, file, among)
        return f"{count:,} delegates written to {file.name}."
