"""A strip that shows a job: how far it is, a way to stop it, and why it was not done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.errors import DeskError
from app.progress import Progress, Step, StepProgress
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.sentences import sentence

STEP_WORDS: Mapping[Step, str] = {
    Step.READING: "Reading the file",
    Step.MATCHING: "Comparing with the event",
    Step.CHECKING: "Checking the rows",
    Step.WRITING: "Writing",
    Step.COMPARING: "Searching for doubles",
    Step.FINISHING: "Making the list ready",
}


class StatusStrip(QWidget):
    """Shows jobs of one page. A refusal stays until the next job, or until it is put away."""

    busy_changed = Signal(bool)
    refused = Signal(object)

    def __init__(
        self,
        look: Look,
        *,
        clock: Callable[[datetime], str] = str,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``narrow``: beside the words there is room for a cross alone."""
        super().__init__(parent)
        self._clock = clock
        self._running = 0
        self._cancel: Callable[[], None] = lambda: None
        self._said = Text("", BODY, wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._counted = Text("", BODY, "2")
        self._stop = SmallButton(look, "Stop", "x")
        self._put_away = SmallButton(look, "" if narrow else "Close", "x")
        self._put_away.setAccessibleName("Close")
        self._put_away.setToolTip("Close" if narrow else "")
        self._problem = Panel("problem")
        self._problem.setLayout(
            row(
                Picture(look, "circle-alert", "bad-text"),
                self._said,
                self._put_away,
                gap=8 if narrow else 12,
                margins=(8, 8, 4, 8) if narrow else (12, 8, 8, 8),
            )
        )
        self._problem.layout().setStretch(1, 1)  # type: ignore[union-attr] # it was set above
        self._progress = QWidget()
        self._progress.setLayout(row(self._bar, self._counted, self._stop, gap=12))
        self.setLayout(column(self._progress, self._problem, gap=8))
        self._progress.hide()
        self._problem.hide()
        self._stop.clicked.connect(self.stop)
        self._put_away.clicked.connect(self._problem.hide)

    @property
    def busy(self) -> bool:
        """Tell whether a job is under way."""
        return self._running > 0

    def problem(self) -> str:
        """Give the sentence that is shown, if one is."""
        return "" if self._problem.isHidden() else self._said.text()

    def say(self, text: str) -> None:
        """Show a problem in words of the page's own."""
        self._said.setText(text)
        self._problem.setVisible(bool(text))

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Show that something is under way."""
        self._running += 1
        self._cancel = cancel
        self._problem.hide()
        self._bar.setRange(0, 0)
        self._counted.setText("")
        self._stop.setEnabled(True)
        self._progress.show()
        self.busy_changed.emit(True)

    def job_progressed(self, progress: Progress) -> None:
        """Show how far it is."""
        # Nobody knows how far it is where there is nothing to count: the bar goes to and fro.
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._counted.setText(self.progress_words(progress))

    def progress_words(self, progress: Progress) -> str:
        """Say how far it is; a page whose work says more has words of its own."""
        counted = f"{progress.done:,} of {progress.total:,}" if progress.total else ""
        if not isinstance(progress, StepProgress):
            return counted
        return f"{STEP_WORDS[progress.step]}: {counted}" if counted else STEP_WORDS[progress.step]

    def job_refused(self, refusal: DeskError) -> None:
        """Say why it was not done."""
        self.say(sentence(refusal, self._clock))
        self.refused.emit(refusal)

    def job_ended(self) -> None:
        """Show that nothing is under way any more."""
        self._running -= 1
        if not self._running:
            self._progress.hide()
            self.busy_changed.emit(False)

    def stop(self) -> None:
        """Stop what is under way, at its next report."""
        self._stop.setEnabled(False)
        self._counted.setText("Stopping…")
        self._cancel()
