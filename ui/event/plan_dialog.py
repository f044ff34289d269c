"""Asks how a plan is to be made, and says what it will look at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.meetings.counts import MeetingCounts
from app.meetings.planning import PlanOrder
from app.meetings.worth import Rules
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.check import CheckBox
from ui.common.fields import DONE
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.event.plan_words import rules_words, to_plan_words

_WIDE = 480


class PlanDialog(QDialog):
    """``decided`` carries the order. What is kept is asked only if something is planned."""

    decided = Signal(object)
    rules_wanted = Signal()

    def __init__(
        self, look: Look, counts: MeetingCounts, rules: Rules, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Plan meetings")
        self.keep = CheckBox(look, "Keep meetings where they are, where possible")
        self.rules = SmallButton(look, "Rules…", "settings-2")
        self.plan = Button(look, "Plan", "calendar-days", DONE, Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        some = counts.meetings > 0
        self.keep.setVisible(some)
        stays = Text(
            "Locked meetings stay in any case, and so do those that have begun. Without this, "
            "others move only where that places more.",
            BODY,
            "2",
            wraps=True,
        )
        stays.setVisible(some)
        kept = Text(rules_words(rules), BODY, "2", wraps=True)
        rules_line = row(kept, self.rules, gap=12)
        rules_line.setStretch(0, 1)
        self.setLayout(
            column(
                Text("Plan meetings", SECTION),
                Text(to_plan_words(counts), BODY, wraps=True),
                column(self.keep, stays, gap=4),
                rules_line,
                row(None, self.cancel, self.plan),
                gap=16,
                margins=24,
            )
        )
        self.setFixedWidth(_WIDE)
        self.plan.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self.rules.clicked.connect(self.rules_wanted)
        (self.keep if some else self.plan).setFocus()

    def _decide(self) -> None:
        self.decided.emit(PlanOrder(keeps_planned=self.keep.isChecked()))
        self.accept()
