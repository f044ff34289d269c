"""Accepts all applications that fit: first a look at who gets in and why, then in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QTableView, QWidget

from app.applications.accepting import Acceptance, AcceptanceNotPossible, Choice
from app.applications.places import MOST_PLACES
from app.delegates.registration import Status
from app.delegates.table import DelegateRow
from app.errors import DeskError
from app.progress import Report
from ui.common import buttons
from ui.common.buttons import Button, Rank
from ui.common.check import CheckBox
from ui.common.fields import take_digits
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, BODY_STRONG, LABEL_STRONG, SECTION
from ui.common.page import News, Tools
from ui.common.parts import Panel, Text, column, row
from ui.common.records import RecordModel
from ui.common.rows import dress_rows
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.delegates import accept_words as words
from ui.delegates.words import KIND_WORDS

_WIDE, _TALL, _ROW = 1120, 640, 32
_WIDTHS = (56, 184, 0, 128, 200, 104, 208)
_REST = {
    None: "Stay as they are",
    Status.WAITING: "Go to the waiting list",
    Status.DECLINED: "Are declined",
}
_NOBODY = "No application is open here: received, or on the waiting list."


class AcceptingCalls(Protocol):
    """What this dialog needs of ``app.applications.accepting.Accepting``."""

    def look(self, choice: Choice) -> Acceptance: ...
    def carry_out(self, choice: Choice, report: Report) -> Acceptance: ...


class AcceptAsking(QObject):
    """Opens the dialog over a page. ``told`` and ``done_to`` are the dialog's."""

    told = Signal(News)
    done_to = Signal(object)

    def __init__(self, calls: AcceptingCalls, tools: Tools, over: QWidget) -> None:
        super().__init__(over)
        self._calls, self._tools, self._over = calls, tools, over

    def ask(self, chosen: Sequence[UUID], everybody: Sequence[DelegateRow]) -> None:
        """Ask whom to accept, of the chosen or of all."""
        delegations = sorted({each.person.delegation for each in everybody} - {""})
        dialog = AcceptDialog(self._calls, self._tools, chosen, delegations, self._over)
        dialog.told.connect(self.told)
        dialog.done_to.connect(self.done_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class AcceptDialog(QDialog):
    """``told`` says what was done, ``done_to`` carries to whom; each answer is looked at anew."""

    told = Signal(News)
    done_to = Signal(object)

    def __init__(
        self,
        calls: AcceptingCalls,
        tools: Tools,
        chosen: Sequence[UUID],
        delegations: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._calls, self._tools, self._chosen = calls, tools, frozenset(chosen)
        self._asked = 0
        look = tools.look
        self.setWindowTitle("Accept applications")
        self.whom, self.delegation = buttons.Choice(look), buttons.Choice(look)
        self.kind, self.rest = buttons.Choice(look), buttons.Choice(look)
        self.most = QLineEdit()
        self.late = CheckBox(look, "Late ones too, by their turns")
        self._counts, self._places = Text("", BODY_STRONG), Text("", BODY, "2", wraps=True)
        self.model = RecordModel(words.columns(tools.times), words.key, self)
        self.table = QTableView()
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.accept_them = Button(look, "Accept", "user-check", "Ctrl+Return", Rank.MAIN)
        self.leave = Button(look, "Cancel")
        self._looking = Quiet(self)
        self._offer(delegations)
        self._lay_out()
        self._connect()
        self._look()

    @property
    def choice(self) -> Choice:
        """Whom the answers mean."""
        delegation, kind = self.delegation.currentData(), self.kind.currentData()
        return Choice(
            first=int(self.most.text()) if self.most.text() else None,
            delegates=self._chosen if self.whom.currentData() else frozenset(),
            delegations=frozenset({delegation} if delegation else ()),
            kinds=frozenset({kind} if kind else ()),
            late=self.late.isChecked(),
            rest=self.rest.currentData(),
        )

    def reject(self) -> None:
        """Stay while something is being written; it is stopped in the strip."""
        if not self.strip.busy:
            super().reject()

    def _offer(self, delegations: Sequence[str]) -> None:
        self.whom.addItem("All open applications", False)
        if len(self._chosen) > 1:
            self.whom.addItem(f"The {len(self._chosen):,} chosen", True)
            self.whom.setCurrentIndex(1)
        self.delegation.addItem("All delegations", "")
        for each in delegations:
            self.delegation.addItem(each, each)
        self.delegation.setEnabled(bool(delegations))
        self.kind.addItem("All kinds", None)
        for kind, said in KIND_WORDS.items():
            self.kind.addItem(said, kind)
        for status, said in _REST.items():
            self.rest.addItem(said, status)
        self.rest.setCurrentIndex(self.rest.findData(Status.WAITING))
        take_digits(self.most, MOST_PLACES)
        self.most.setPlaceholderText("All that fit")

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        dress_rows(self.table, "Who is looked at", _ROW, _WIDTHS)
        frame = Panel("sheet")
        frame.setLayout(column(self.table, gap=0, margins=1))
        whom = row(gap=12)
        asked = (
            ("Whom", self.whom),
            ("Delegation", self.delegation),
            ("Kind", self.kind),
            ("No more than", self.most),
            ("Who finds no place", self.rest),
        )
        for said, field in asked:
            field.setAccessibleName(said)
            label = Text(said, LABEL_STRONG, "2")
            label.setBuddy(field)
            whom.addLayout(column(label, field, gap=4), 1)
        layout = column(
            Text("Accept applications", SECTION),
            whom,
            self.late,
            column(self._counts, self._places, gap=4),
            frame,
            self.strip,
            row(None, self.leave, self.accept_them),
            gap=12,
            margins=24,
        )
        layout.setStretchFactor(frame, 1)
        self.setLayout(layout)
        self.resize(_WIDE, _TALL)
        self.whom.setFocus()

    def _connect(self) -> None:
        for each in (self.whom, self.delegation, self.kind, self.rest):
            each.currentIndexChanged.connect(lambda _at: self._look())
        self.most.textChanged.connect(lambda _text: self._look())
        self.late.toggled.connect(lambda _on: self._look())
        self._looking.refused.connect(self._say_why_not)
        self.strip.busy_changed.connect(lambda busy: self.accept_them.setEnabled(not busy))
        self.accept_them.clicked.connect(self._accept)
        self.leave.clicked.connect(self.reject)

    def _look(self) -> None:
        self._asked += 1
        asked, choice = self._asked, self.choice
        self.accept_them.setEnabled(False)

        def show(look: Acceptance) -> None:
            # Of several answers in a row only the last counts.
            if asked == self._asked:
                self._show(look)

        self._tools.reads.run(
            lambda _report: self._calls.look(choice), view=self._looking, then=show
        )

    def _show(self, look: Acceptance) -> None:
        self.strip.say("")
        self._counts.setText(words.summary(look))
        self._places.setText(words.places_words(look.places))
        self.model.show(look.by_turn)
        changed = len(look.accepted) or any(each.becomes is not each.was for each in look.left)
        self.accept_them.set_words(f"Accept {len(look.accepted):,}" if look.accepted else "Do it")
        self.accept_them.setEnabled(bool(changed))

    def _say_why_not(self, refusal: DeskError) -> None:
        is_nobody = isinstance(refusal, AcceptanceNotPossible) and refusal.reason == "nobody"
        self.model.show(())
        self._counts.setText(_NOBODY if is_nobody else "")
        self._places.setText("")
        if not is_nobody:
            self.strip.say(sentence(refusal, self._tools.times.of_day))

    def _accept(self) -> None:
        choice = self.choice

        def tell(done: Acceptance) -> None:
            self.told.emit(News(words.done_words(done)))
            self.done_to.emit(tuple(each.person.id for each in done.by_turn))
            self.accept()

        self._tools.slow.run(
            lambda report: self._calls.carry_out(choice, report), view=self.strip, then=tell
        )
