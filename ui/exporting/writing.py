"""What both dialogs have in common: the work is shown, can be stopped, and says what it wrote."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.progress import Progress, StepProgress
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.pressable import is_enter
from ui.common.strip import StatusStrip
from ui.exporting.words import STEPS

_WIDE = 600


class Strip(StatusStrip):
    """Shows an export step by step."""

    def progress_words(self, progress: Progress) -> str:
        """Say what is done just now, and how far it is."""
        counted = f"{progress.done:,} of {progress.total:,}" if progress.total else ""
        step = STEPS.get(progress.step, "") if isinstance(progress, StepProgress) else ""
        return ": ".join(filter(None, (step, counted)))


class Written(Panel):
    """Says what stands where, and shows it."""

    folder_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__("news")
        self._folder = Path()
        self._said = Text("", BODY, wraps=True)
        self.show_folder = SmallButton(look, "Show folder", "folder-open")
        mark = Picture(look, "circle-check", "accent-text")
        layout = row(mark, self._said, self.show_folder, gap=12, margins=(12, 8, 8, 8))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_folder.clicked.connect(lambda: self.folder_wanted.emit(self._folder))
        self.hide()

    @property
    def words(self) -> str:
        """What it says; blank if it is not there."""
        return "" if self.isHidden() else self._said.text()

    def say(self, words: str, folder: Path) -> None:
        """Say what was written."""
        self._folder = folder
        self._said.setText(words)
        self.show()


class WritingDialog(QDialog):
    """Asks what to write, writes it while its progress is seen, and stays to say what it wrote.

    Who makes it connects ``go`` to what starts it. Enter presses it: a scanner's burst goes
    elsewhere before. Closing deletes it; while it writes, that stops it.
    """

    folder_wanted = Signal(object)
    """The folder with what was written is to be shown."""

    def __init__(self, tools: Tools, parent: QWidget | None, go: Button) -> None:
        super().__init__(parent)
        self.tools = tools
        self.go = go
        self.strip = Strip(tools.look, clock=tools.times.of_day)
        self.written = Written(tools.look)
        self.leave = Button(tools.look, "Close", "x")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDE)
        go.set_rank(Rank.MAIN)
        self.leave.clicked.connect(self.reject)
        self.written.folder_wanted.connect(self.folder_wanted)
        self.strip.busy_changed.connect(self._hold)
        self.strip.refused.connect(lambda _why: self._refuse())

    def put_together(self, title: str, body: QWidget) -> None:
        """Lay it out around what is asked."""
        self._body = body
        self.setWindowTitle(title)
        layout = column(
            Text(title, SECTION),
            body,
            self.strip,
            self.written,
            row(None, self.leave, self.go, gap=12),
            gap=16,
            margins=24,
        )
        self.setLayout(layout)
        self.go.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter start it, as whoever came by Ctrl+E wants; and close it once it is done."""
        if is_enter(event):
            if self.written.words:
                self.accept()
            elif self.go.isEnabled():
                self.go.click()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; if something is under way, stop that instead."""
        if self.strip.busy:
            self.strip.stop()
        else:
            super().reject()

    def tell(self, words: str, folder: Path) -> None:
        """Say what was written."""
        self.written.say(words, folder)
        self.written.show_folder.setFocus()
        self.adjustSize()

    def may_go(self) -> bool:
        """Tell whether there is something to write."""
        return True

    def _hold(self, busy: bool) -> None:
        if busy:
            self.written.hide()
        self._body.setDisabled(busy)
        self.go.setEnabled(not busy and self.may_go())
        self.adjustSize()

    def _refuse(self) -> None:
        self.go.setFocus()
        self.adjustSize()


def show_in_files(folder: Path) -> None:
    """Show a folder in the system's own window of files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
