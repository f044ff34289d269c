"""Papers that came out before: they are printed once more only if somebody says so."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.errors import DeskError
from app.printers.refusals import CameOutBefore
from ui.common.buttons import Rank, SmallButton
from ui.common.page import Tools
from ui.common.parts import row
from ui.common.strip import StatusStrip
from ui.printing.notices import Notice
from ui.printing.printer_words import came_out


class Strip(StatusStrip):
    """Leaves it to a question that papers came out before."""

    came_before = Signal(object)

    def job_refused(self, refusal: DeskError) -> None:
        if isinstance(refusal, CameOutBefore):
            self.came_before.emit(refusal)
        else:
            super().job_refused(refusal)


class Again(Notice):
    """Says when and where papers came out first, and asks whether they are wanted once more."""

    wanted = Signal()
    asked = Signal()
    answered = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.look, "warning", "triangle-alert", "warn-mark")
        self._clock = tools.times.of_day
        self.yes = SmallButton(tools.look, "Print once more", "printer", rank=Rank.MAIN)
        no = SmallButton(tools.look, "Leave it")
        self._body.addLayout(row(26, self.yes, no, None))
        self.yes.clicked.connect(self._answer)
        self.yes.clicked.connect(self.wanted)
        no.clicked.connect(self._answer)

    def ask(self, refusal: CameOutBefore) -> None:
        """Ask it."""
        self.say(came_out(refusal.items, self._clock))
        self.yes.setFocus()
        self.asked.emit()

    def _answer(self) -> None:
        self.say("")
        self.answered.emit()
