"""Asks where a copy of the event shall go."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from app.files import EVENT_SUFFIX


class CopyDialog(QFileDialog):
    """Names the file as an event is named. ``fileSelected`` carries it."""

    def __init__(self, stem: str, parent: QWidget) -> None:
        super().__init__(parent, "Save a copy of the event")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(f"Matchdesk events (*{EVENT_SUFFIX})")
        self.setDefaultSuffix(EVENT_SUFFIX.removeprefix("."))
        self.selectFile(f"{stem} copy{EVENT_SUFFIX}")
