"""The rules of the floor: offered in the head's menu and the command box, asked for and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.desks import OpenEvent
from app.errors import DeskError
from app.floor.rules import FloorRules, change_floor_rules, floor_rules
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.sentences import sentence
from ui.floor.change_menu import Offer
from ui.floor.page import FloorPage
from ui.floor.rules_dialog import FloorRulesDialog


class RuleCalls(Protocol):
    """How rules are read and changed. Neither is for the window's thread."""

    def read(self) -> FloorRules: ...
    def change(self, wanted: Mapping[str, int | None]) -> FloorRules: ...


class RulesOfEvent:
    """The rules of an open event."""

    def __init__(self, event: OpenEvent) -> None:
        self._journal = event.journal

    def read(self) -> FloorRules:
        """Give them as they stand."""
        with self._journal.reading() as session:
            return floor_rules(session)

    def change(self, wanted: Mapping[str, int | None]) -> FloorRules:
        """Change some by their names."""
        return change_floor_rules(self._journal, wanted)


class Ruling(QObject):
    """Opens the dialog over a page, and makes what it decides."""

    def __init__(self, page: FloorPage, rules: RuleCalls, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._rules, self._tools = page, rules, tools
        self._view = Quiet(self)
        self._is_asking = False
        self._view.refused.connect(self._refuse)
        page.head.change.offer(self.offers)

    def offers(self) -> Iterator[Offer]:
        """Yield what opens the dialog."""
        words = "freeze time settings limits minutes before attention soon proposals left watch"
        yield Offer("Rules of the floor…", "settings-2", self.ask, words)

    def ask(self) -> None:
        """Ask for the rules, beginning with those that stand."""
        if not self._is_asking:
            self._is_asking = True
            self._tools.reads.run(
                lambda _report: self._rules.read(), view=self._view, then=self._open
            )

    def _open(self, rules: FloorRules) -> None:
        dialog = FloorRulesDialog(self._tools.look, rules, self._page.window())
        dialog.decided.connect(partial(self._change, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._is_asking = False

    def _change(self, dialog: FloorRulesDialog, wanted: Mapping[str, int | None]) -> None:
        # The dialog may be closed before it is done; it is told of all the same.
        view = Quiet(self)
        view.refused.connect(partial(self._not_changed, dialog))

        def then(_rules: FloorRules) -> None:
            view.deleteLater()
            if isValid(dialog):
                dialog.accept()
            self._page.told.emit(News("The rules of the floor stand."))

        self._tools.quick.run(lambda _report: self._rules.change(wanted), view=view, then=then)

    def _not_changed(self, dialog: FloorRulesDialog, refusal: DeskError) -> None:
        if isValid(dialog) and dialog.isVisible():
            dialog.refuse(refusal, sentence(refusal, self._tools.times.of_day))
        else:
            self._page.refuse(refusal)

    def _refuse(self, refusal: DeskError) -> None:
        self._is_asking = False
        self._page.refuse(refusal)
