"""Asks where to write lists of the chosen delegates, and mails to them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.common.files import EXPORTS, MAILS, FileKind, Files, Question
from ui.delegates.acts import Acts


class AskedFiles(QObject):
    """``chosen`` gives whom they are of, once it is known where to write."""

    def __init__(
        self, acts: Acts, files: Files, chosen: Callable[[], Collection[UUID]], over: QWidget
    ) -> None:
        super().__init__(over)
        self._acts, self._files, self._chosen, self._over = acts, files, chosen, over

    def ask_for_list(self, day: date) -> None:
        """Ask where the list goes."""
        question = Question("Export the chosen delegates", self._files.name("delegates", day))
        self._ask(EXPORTS, question, self.write_list)

    def ask_for_mails(self, day: date) -> None:
        """Ask where the mails go."""
        question = Question("Mail texts to the chosen delegates", self._files.name("mails", day))
        self._ask(MAILS, question, self.write_mails)

    def write_list(self, file: str) -> None:
        """Write those who are chosen to a file."""
        self._acts.export(Path(file), self._chosen())

    def write_mails(self, file: str) -> None:
        """Write to a file what those who are chosen are told of their applications."""
        self._acts.write_mails(Path(file), self._chosen())

    def _ask(self, kind: FileKind, question: Question, take: Callable[[str], None]) -> None:
        dialog = self._files.ask_where(kind, question, self._over)
        dialog.fileSelected.connect(take)
        dialog.open()
