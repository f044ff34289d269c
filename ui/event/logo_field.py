"""The logo that stands on papers: what it is, another one, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.event.overview import EventOverview
from ui.common.buttons import SmallButton
from ui.common.files import LOGOS, Files, Question
from ui.common.lettering import BODY, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.event.editor import Editor
from ui.event.services import LogoCalls

_PREVIEW = QSize(150, 60)
_INSET = 6


class LogoField(QWidget):
    """Shows the logo on white, as on paper. A new one is kept at once, and can be undone."""

    def __init__(self, look: Look, logos: LogoCalls, editor: Editor, files: Files) -> None:
        super().__init__()
        self._logos, self._editor, self._files = logos, editor, files
        self._shown: bytes | None = None
        self.preview = QLabel()
        self.preview.setObjectName("logo-preview")
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName("Logo")
        self._none = Text("None. Papers say the name.", BODY, "2")
        self.choose = SmallButton(look, "Choose logo", "folder-open")
        self.remove = SmallButton(look, "Remove logo", "x")
        label = Text("Logo on papers", LABEL_STRONG, "2")
        deeds = column(self.choose, self.remove, gap=4)
        self.setLayout(column(label, row(self.preview, self._none, None, deeds, gap=12), gap=4))
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)

    def show_overview(self, overview: EventOverview) -> None:
        """Show what is stored."""
        if overview.logo == self._shown:
            return
        self._shown = overview.logo
        picture = QPixmap()
        picture.loadFromData(overview.logo)
        is_there = not picture.isNull()
        if is_there:
            room = _PREVIEW - QSize(2 * _INSET, 2 * _INSET)
            sharp = picture.scaled(
                room * self.devicePixelRatioF(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            sharp.setDevicePixelRatio(self.devicePixelRatioF())
            self.preview.setPixmap(sharp)
        self.preview.setVisible(is_there)
        self.remove.setVisible(is_there)
        self._none.setVisible(not is_there)

    def _ask(self) -> None:
        question = Question("Choose the logo of the event")
        dialog = self._files.ask_which(LOGOS, question, self._editor.over)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, file: str) -> None:
        """Have a file for the logo."""
        said = "The logo was changed. Papers printed from now on have it."
        self._editor.do(lambda: self._logos.set(Path(file)), said)

    def _remove(self) -> None:
        self._editor.do(self._logos.remove, "The logo was removed.")
