"""Planning: a search that can be stopped, its result, and the choice to accept or drop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.meetings.planning import PlanMade, PlanOrder, PlanProgress
from app.meetings.plans import Accepted
from app.progress import Progress
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, TITLE
from ui.common.page import News, Tools
from ui.common.parts import Elided, Text, column, row, scrolled
from ui.common.strip import StatusStrip
from ui.event.plan_result import PlanResult
from ui.event.plan_running import PlanRunning
from ui.event.plan_services import PlanningCalls
from ui.event.plan_words import accepted_words, progress_words


class PlanStrip(StatusStrip):
    """Tells of each plan that is better than the one before."""

    progressed = Signal(object)

    def job_progressed(self, progress: Progress) -> None:
        super().job_progressed(progress)
        self.progressed.emit(progress)

    def progress_words(self, progress: Progress) -> str:
        return progress_words(progress)


class PlanView(QWidget):
    """Nothing is kept before Accept; Drop leaves nothing."""

    left = Signal()
    told = Signal(News)
    again_wanted = Signal()
    """Another plan is to be made; how is asked anew."""

    def __init__(self, planning: PlanningCalls, tools: Tools) -> None:
        super().__init__()
        self._planning, self._tools = planning, tools
        look = tools.look
        self.strip = PlanStrip(look, clock=tools.times.of_day)
        self.result = PlanResult(look, tools.times.of_day)
        self.running = PlanRunning()
        self.running.hide()
        self.area = scrolled(self.result)
        self.area.hide()
        self._made: PlanMade | None = None
        self._dropped = False
        self._title, self._said = Text("Plan of meetings", TITLE), Elided("", BODY, "2")
        self.again = Button(look, "Plan again…", "refresh-cw")
        self.drop = Button(look, "Drop", "x")
        self.accept = Button(look, "Accept plan", "check", "Ctrl+Return", Rank.MAIN)
        self.accept.setEnabled(False)
        self._build()
        self._connect()

    def start(self, order: PlanOrder) -> None:
        """Look for a plan, if none is being looked for."""
        self._dropped = False
        if self.strip.busy:
            return
        self._made = None
        self.area.hide()
        self.running.begin()
        self.running.show()
        self._say("Stop shows the best plan so far. Scans go on meanwhile.")
        self._tools.slow.run(
            lambda report: self._planning.make(order, report), view=self.strip, then=self._show_plan
        )
        self.setFocus()

    def _build(self) -> None:
        buttons = row(self.drop, self.again, self.accept)
        head = row(column(self._title, self._said, gap=0), buttons, gap=20)
        head.setStretch(0, 1)
        top = column(head, self.strip, gap=8, margins=(24, 20, 24, 12))
        whole = column(top, gap=0)
        whole.addWidget(self.running, 1)
        whole.addWidget(self.area, 1)
        whole.addStretch(0)
        self.setLayout(whole)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, after in ((self.drop, self.again), (self.again, self.accept)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.again.clicked.connect(self.again_wanted)
        self.strip.progressed.connect(self._show_progress)
        self.drop.clicked.connect(self._drop)
        self.accept.clicked.connect(self._accept)
        self.strip.busy_changed.connect(self._follow)
        self.strip.refused.connect(self._show_refused)

    def _follow(self, busy: bool) -> None:
        self.again.setEnabled(not busy)
        self.accept.setEnabled(not busy and self._made is not None)
        if not busy and self._made is not None:
            self._say("Look the plan over, then accept or drop it.")

    def _show_progress(self, progress: Progress) -> None:
        if isinstance(progress, PlanProgress):
            self.running.show_progress(progress)

    def _say(self, words: str) -> None:
        self._said.setText(words)

    def _show_plan(self, made: PlanMade) -> None:
        if self._dropped:
            return
        self._made = made
        self.running.hide()
        self.result.show_plan(made)
        self.area.show()
        self._follow(busy=False)

    def _show_refused(self, _refusal: DeskError) -> None:
        self._made = None
        self.running.hide()
        self.area.hide()
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
