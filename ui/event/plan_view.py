"""Planning: a search that can be stopped, its result, and the choice to accept or drop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.meetings.planning import PlanMade, PlanOrder
from app.meetings.plans import Accepted
from app.progress import Progress
from ui.common.buttons import Button, Rank
from ui.common.check import CheckBox
from ui.common.lettering import BODY, TITLE
from ui.common.page import News, Tools
from ui.common.parts import Elided, Text, column, row, scrolled
from ui.common.strip import StatusStrip
from ui.event.plan_result import PlanResult
from ui.event.plan_services import PlanningCalls
from ui.event.plan_words import accepted_words, progress_words


class PlanStrip(StatusStrip):
    """Says how good the plan is so far."""

    def progress_words(self, progress: Progress) -> str:
        return progress_words(progress)


class PlanView(QWidget):
    """Nothing is kept before Accept; Drop leaves nothing."""

    left = Signal()
    told = Signal(News)

    def __init__(self, planning: PlanningCalls, tools: Tools) -> None:
        super().__init__()
        self._planning, self._tools = planning, tools
        look = tools.look
        self.strip = PlanStrip(look, clock=tools.times.of_day)
        self.result = PlanResult(look, tools.times.of_day)
        self._scroll = scrolled(self.result)
        self._made: PlanMade | None = None
        self._dropped = False
        self._title, self._said = Text("Plan of meetings", TITLE), Elided("", BODY, "2")
        self.keeps = CheckBox(look, "Leave planned meetings where they are")
        self.again = Button(look, "Plan again", "refresh-cw")
        self.drop = Button(look, "Drop", "x")
        self.accept = Button(look, "Accept plan", "check", "Ctrl+Return", Rank.MAIN)
        self._build()
        self._connect()

    def start(self) -> None:
        """Look for a plan, if none is being looked for."""
        self._dropped = False
        if self.strip.busy:
            return
        self._made = None
        self._scroll.hide()
        self._say("Stop shows the best plan so far. Scans go on meanwhile.")
        order = PlanOrder(keeps_planned=self.keeps.isChecked())
        self._tools.slow.run(
            lambda report: self._planning.make(order, report), view=self.strip, then=self._show_plan
        )
        self.setFocus()

    def _build(self) -> None:
        buttons = row(self.drop, self.again, self.accept)
        head = row(column(self._title, self._said, gap=0), self.keeps, buttons, gap=20)
        head.setStretch(0, 1)
        top = column(head, self.strip, gap=8, margins=(24, 20, 24, 12))
        whole = column(top, gap=0)
        whole.addWidget(self._scroll, 1)
        whole.addStretch(0)
        self.setLayout(whole)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, after in (
            (self.keeps, self.drop),
            (self.drop, self.again),
            (self.again, self.accept),
        ):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.again.clicked.connect(self.start)
        self.drop.clicked.connect(self._drop)
        self.accept.clicked.connect(self._accept)
        self.strip.busy_changed.connect(self._follow)
        self.strip.refused.connect(self._show_refused)

    def _follow(self, busy: bool) -> None:
        for control in (self.keeps, self.again):
            control.setEnabled(not busy)
        self.accept.setEnabled(not busy and self._made is not None)
        if not busy and self._made is not None:
            self._say("Look the plan over, then accept or drop it.")

    def _say(self, words: str) -> None:
        self._said.setText(words)

    def _show_plan(self, made: PlanMade) -> None:
        if self._dropped:
            return
        self._made = made
        self.result.show_plan(made)
        self._scroll.show()
        self._follow(busy=False)

    def _show_refused(self, _refusal: DeskError) -> None:
        self._made = None
        self._scroll.hide()
        self._say("There is no plan. What is planned stays as it is.")

    def _accept(self) -> None:
        made = self._made
        if made is None or self.strip.busy:
            return
        self._say("The plan is being written. Stop takes it back.")
        self._tools.slow.run(
            lambda report: self._planning.accept(made, report),
            view=self.strip,
            then=self._tell_accepted,
        )

    def _tell_accepted(self, accepted: Accepted) -> None:
        self._made = None
        self.told.emit(News(accepted_words(accepted)))
        self.left.emit()

    def _drop(self) -> None:
        """Leave, and let go of the plan; one that is still looked for is stopped."""
        if self.strip.busy:
            self.strip.stop()
        self._made, self._dropped = None, True
        self.left.emit()
