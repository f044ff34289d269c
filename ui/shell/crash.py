"""What happens when the program has made a mistake: it is kept, told, and the desk goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from app.clock import Clock, wall_clock
from app.crash_report import crash_report, keep_report
from app.files import FileNotWritten
from app.places import log_folder
from ui.common.buttons import Button, Rank
from ui.common.lettering import LEAD
from ui.common.look import Look
from ui.common.parts import Picture, Text, column, row

_WIDTH, _HEIGHT = 620, 420


class CrashGuard(QObject):
    """Hears of every mistake that nobody caught, on whatever thread.

    ``window`` gives the window to stand over, if there is one yet. ``close_wanted``: the desk
    has had enough.
    """

    close_wanted = Signal()
    _caught = Signal(object)

    def __init__(
        self,
        look: Look,
        window: Callable[[], QWidget | None] = lambda: None,
        *,
        clock: Clock = wall_clock,
    ) -> None:
        super().__init__()
        self._look = look
        self._window = window
        self._clock = clock
        self._busy = False
        self.dialog: CrashDialog | None = None
        self._caught.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of mistakes from now on."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def tell(self, mistake: BaseException) -> None:
        """Keep a mistake and tell of it. Called on the GUI thread only."""
        # Telling may go wrong as well; that must not begin it again.
        if self._busy:
            _to_standard_error(mistake)
            return
        self._busy = True
        try:
            self._keep_and_show(mistake)
        finally:
            self._busy = False

    def _keep_and_show(self, mistake: BaseException) -> None:
        at = self._clock()
        report = crash_report(mistake, at)
        _to_standard_error(mistake)
        try:
            file = keep_report(log_folder(), report, at)
        except FileNotWritten:
            file = None
        if self.dialog is not None:
            self.dialog.count_up(report)
            return
        self.dialog = CrashDialog(self._look, report, file, self._window())
        self.dialog.finished.connect(self._forget)
        self.dialog.close_wanted.connect(self.close_wanted)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _hook(
        self, kind: type[BaseException], mistake: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception) or QApplication.instance() is None:
            sys.__excepthook__(kind, mistake, trace)
            return
        self._caught.emit(mistake)

    def _thread_hook(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hook(told.exc_type, told.exc_value, told.exc_traceback)


class CrashDialog(QDialog):
    """Says that the program made a mistake, and that the desk can go on."""

    close_wanted = Signal()

    def __init__(self, look: Look, report: str, file: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._times = 1
        self._said = Text("Matchdesk made a mistake.", LEAD)
        self._reports = QPlainTextEdit(report)
        self._reports.setReadOnly(True)
        self._reports.setTabChangesFocus(True)
        self._reports.setAccessibleName("Report")
        self._copy = Button(look, "Copy the report", "copy")
        self._end = Button(look, "Close Matchdesk", "x")
        self._on = Button(look, "Go on", "play", rank=Rank.MAIN)
        self.setWindowTitle("Matchdesk made a mistake")
        self.resize(_WIDTH, _HEIGHT)
        self.setLayout(
            column(
                row(Picture(look, "triangle-alert", "warn-mark", 24), self._said, None, gap=12),
                Text(_what_now(file), tone="2", wraps=True),
                self._reports,
                row(self._copy, None, self._end, self._on),
                gap=16,
                margins=24,
            )
        )
        if parent is None:
            look.style(self)
        self._on.setFocus()
        self._on.clicked.connect(self.accept)
        self._end.clicked.connect(self._close_all)
        self._copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self._reports.toPlainText())
        )

    @property
    def said(self) -> str:
        """The first sentence."""
        return self._said.text()

    def count_up(self, report: str) -> None:
        """Take in another mistake; a second dialog would only be in the way."""
        self._times += 1
        self._said.setText(f"Matchdesk made {self._times} mistakes.")
        self._reports.appendPlainText(f"\n{report}")

    def _close_all(self) -> None:
        self.accept()
        self.close_wanted.emit()


def _what_now(file: Path | None) -> str:
    kept = f"It is kept in {file}." if file else "It could not be kept in a file, so copy it."
    return (
        "Nothing that was confirmed is lost. Go on, and send this report to whoever looks after "
        f"Matchdesk for you. It names nobody. {kept}"
    )


def _to_standard_error(mistake: BaseException) -> None:
    # A window without a console has none.
    if sys.__stderr__ is not None:
        sys.__excepthook__(type(mistake), mistake, mistake.__traceback__)
