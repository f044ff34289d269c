"""What is asked before meetings are planned: how, and by which rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from app.meetings.counts import MeetingCounts
from app.meetings.worth import Rules
from app.progress import Report
from ui.common.look import Look
from ui.common.page import Tools
from ui.event.editor import Editor
from ui.event.plan_dialog import PlanDialog
from ui.event.plan_services import PlanServices
from ui.event.rules_dialog import RulesDialog


class PlanAsking(QObject):
    """Opens the dialogs with what stands just now. ``decided`` carries the order of a plan."""

    decided = Signal(object)

    def __init__(self, plans: PlanServices, editor: Editor, tools: Tools) -> None:
        super().__init__(editor)
        self._plans, self._editor, self._tools = plans, editor, tools

    def ask(self) -> None:
        """Ask how a plan is to be made."""
        self._read(self._ask)

    def ask_rules(self) -> None:
        """Ask what plans shall keep to."""
        self._read(lambda _counts, rules: self._ask_rules(rules))

    def _read(self, then: Callable[[MeetingCounts, Rules], None]) -> None:
        plans = self._plans

        def work(_report: Report) -> tuple[MeetingCounts, Rules]:
            return plans.counts(), plans.rules()

        self._tools.reads.run(work, view=self._editor.view, then=lambda read: then(*read))

    def _ask(self, counts: MeetingCounts, rules: Rules) -> None:
        dialog = PlanDialog(self._look, counts, rules, self._editor.over)
        dialog.decided.connect(self.decided)
        dialog.rules_wanted.connect(lambda: self._instead(dialog))
        self._open(dialog)

    def _ask_rules(self, rules: Rules) -> None:
        dialog = RulesDialog(self._look, rules, self._editor.over)
        dialog.decided.connect(self._change)
        self._open(dialog)

    def _instead(self, dialog: QDialog) -> None:
        dialog.reject()
        self.ask_rules()

    def _change(self, wanted: Mapping[str, int | None]) -> None:
        self._editor.do(partial(self._plans.change_rules, wanted), "The rules of planning stand.")

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _look(self) -> Look:
        return self._tools.look
