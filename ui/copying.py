"""Saving a copy of the event that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.journal.backups import back_up
from app.journal.journal import Journal
from ui.common.files import COPIES, Question
from ui.common.jobs import JobView
from ui.common.page import Tools


def ask_for_copy(
    journal: Journal, tools: Tools, view: JobView, window: QWidget, told: Callable[[str], None]
) -> None:
    """Ask where a copy shall go, and write it; ``told`` gets the sentence that says so."""

    def copy(file: str) -> None:
        tools.slow.run(
            lambda _report: back_up(journal, Path(file)),
            view=view,
            then=lambda copied: told(f"A copy is in {copied.file}, checked."),
        )

    name = tools.files.name("copy", tools.times.today())
    ask = tools.files.ask_where(COPIES, Question("Save a copy of the event", name), window)
    ask.fileSelected.connect(copy)
    ask.open()
