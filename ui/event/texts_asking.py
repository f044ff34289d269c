"""Opens the dialog of letter texts, once they are read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.applications.letters.own import TextTold
from ui.common.page import News, Tools
from ui.event.editor import Editor
from ui.event.texts_dialog import TextCalls, TextsDialog


class TextsAsking(QObject):
    """Asks what letters say, over the overview."""

    def __init__(self, calls: TextCalls, editor: Editor, tools: Tools) -> None:
        super().__init__(editor)
        self._calls, self._editor, self._tools = calls, editor, tools

    def ask(self) -> None:
        """Read the texts, then ask."""
        self._tools.quick.run(
            lambda _report: self._calls.told(), view=self._editor.view, then=self._open
        )

    def _open(self, texts: tuple[TextTold, ...]) -> None:
        dialog = TextsDialog(self._calls, self._tools, texts, self._editor.over)
        dialog.kept.connect(lambda: self._editor.told.emit(News("Letters say this from now on.")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
