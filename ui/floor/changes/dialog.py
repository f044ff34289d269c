"""A change of the day with all that it brings, before it is made."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from app.errors import DeskError
from app.floor.answers import Answer
from app.floor.consequences import PreviewOutdated, Prospect
from app.floor.moving import CannotMove, UnknownPlace
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.page import Tools
from ui.common.parts import Panel, Picture, Text, column, line, row
from ui.common.sentences import sentence
from ui.floor.changes.answer import AnswerBar
from ui.floor.changes.form import ChangeForm
from ui.floor.changes.looking import Looking
from ui.floor.changes.rows import Consequence, consequences
from ui.floor.changes.services import ConsequenceCalls
from ui.floor.changes.table import ConsequenceTable
from ui.floor.changes.words import has_effect, overrun_words, quiet_words, totals_words

DONE = "Ctrl+Return"
_WIDE, _TALL = 1080, 640
_MOVED = "The day has changed meanwhile: something else would come of it now. Nothing was changed."


class ChangeDialog(QDialog):
    """Asks, tells every consequence, and is confirmed. ``confirmed`` carries the ``Prospect``."""

    confirmed = Signal(object)

    def __init__(
        self,
        form: ChangeForm,
        consequences: ConsequenceCalls,
        tools: Tools,
        day: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        look = tools.look
        self.form = form
        self._answers: dict[UUID, Answer] = {}
        self._is_carried_out = False
        self._looking = Looking(consequences, tools, day, self)
        self._totals = Text("", BODY_STRONG, wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName("Working out the consequences")
        self.table = ConsequenceTable(look)
        self.answer = AnswerBar(look)
        self._problem_words, self._moved_words = Text("", BODY, wraps=True), Text(_MOVED, BODY)
        self._overrun_words = Text("", BODY, wraps=True)
        self._problem, self._moved = Panel("problem"), Panel("warning")
        self._overrun = Panel("warning")
        self.again = SmallButton(look, "Work it out again", "refresh-cw")
        self.confirm = Button(look, *form.verb, DONE, rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self.setWindowTitle(form.title)
        self._lay_out()
        self._connect()
        self._ask()

    def day_moved(self) -> None:
        """Hear that the day was read anew."""
        if not self._is_carried_out:
            self._looking.look_again()

    def refuse(self, refusal: DeskError) -> None:
        """Say why it was not made."""
        self._is_carried_out = False
        self.cancel.setEnabled(True)
        self._set_waiting(on=False)
        if isinstance(refusal, PreviewOutdated):
            self._say_moved()
        else:
            self._refused(refusal)

    def _lay_out(self) -> None:
        look = self._tools.look
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(kept)
        self._bar.hide()
        for panel, icon, words, more in (
            (self._problem, ("circle-alert", "bad-text"), self._problem_words, None),
            (self._moved, ("triangle-alert", "warn-text"), self._moved_words, self.again),
            (self._overrun, ("triangle-alert", "warn-text"), self._overrun_words, None),
        ):
            said = row(Picture(look, *icon), words, gap=12, margins=(12, 8, 8, 8))
            said.setStretch(1, 1)
            if more is not None:
                said.addWidget(more)
            panel.setLayout(said)
            panel.hide()
        totals = row(self._totals, self._bar, gap=16)
        totals.setStretch(0, 1)
        self._frame = Panel("sheet")
        self._frame.setLayout(column(self.table, gap=0, margins=1))
        whole = column(
            Text(self.form.title, SECTION),
            self.form.fields,
            line(),
            totals,
            self._overrun,
            self._frame,
            self.answer,
            self._problem,
            self._moved,
            row(None, self.cancel, self.confirm),
            gap=12,
            margins=24,
        )
        whole.setStretch(5, 1)
        self.setLayout(whole)
        self.setMinimumSize(_WIDE, _TALL)

    def _connect(self) -> None:
        self.form.fields.changed.connect(self._ask)
        self.table.chosen_changed.connect(self._show_answer)
        self.answer.answered.connect(self._answered)
        self._looking.found.connect(self._show)
        self._looking.moved.connect(self._say_moved)
        self._looking.refused.connect(self._refused)
        self._looking.waits.connect(lambda on: self._set_waiting(on=on))
        self.again.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)

    def _ask(self) -> None:
        """Ask for what the form says, with the answers as they are."""
        asked = self.form.asked(self._tools.times.clock())
        self.confirm.set_words(*self.form.verb)
        self._problem.hide()
        self._moved.hide()
        self.confirm.setEnabled(False)
        if isinstance(asked, str):
            self._looking.ask_nothing()
            self._empty(asked)
        else:
            self._looking.ask(asked, tuple(self._answers.values()))

    def _show(self, prospect: Prospect) -> None:
        rows = consequences(prospect)
        words, warning = totals_words(prospect) or quiet_words(prospect), overrun_words(prospect)
        self._totals.setText(words)
        self._overrun_words.setText(warning)
        self._overrun.setVisible(bool(warning))
        said = f"{words} {warning}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._totals, said))
        self._frame.setEnabled(bool(rows))
        self.table.show_rows(rows)
        self.confirm.setEnabled(has_effect(prospect))

    def _empty(self, words: str) -> None:
        self._totals.setText(words)
        self._overrun.hide()
        self._frame.setEnabled(False)
        self.table.show_rows(())
        self.answer.show_row(None, None)

    def _show_answer(self) -> None:
        prospect, chosen = self._looking.prospect, self.table.chosen
        if prospect is None:
            return
        self.answer.show_row(prospect, chosen)
        if chosen is not None:
            self._offer_places(prospect, chosen)

    def _offer_places(self, prospect: Prospect, chosen: Consequence) -> None:
        about = chosen.about
        if about is not None and about in prospect.before.meeting:
            offer = partial(self.answer.offer_places, prospect, about)
            self._looking.places(about, offer)

    def _answered(self, said: tuple[UUID, Answer | None]) -> None:
        about, answer = said
        before = self._answers.pop(about, None)
        if answer is not None:
            self._answers[about] = answer
        if answer != before:
            self._ask()

    def _refused(self, refusal: DeskError) -> None:
        self.confirm.setEnabled(False)
        if isinstance(refusal, CannotMove | UnknownPlace) and self._answers:
            # What was chosen is not to be had any more: the others stand.
            self._answers.popitem()
            self._ask()
        else:
            self._empty("")
        self._problem_words.setText(sentence(refusal, self._tools.times.of_day))
        self._problem.show()

    def _say_moved(self) -> None:
        self.confirm.setEnabled(False)
        self._moved.show()

    def _set_waiting(self, *, on: bool) -> None:
        self._bar.setVisible(on)

    def _confirm(self) -> None:
        prospect = self._looking.prospect
        if prospect is not None and not self._is_carried_out:
            self._is_carried_out = True
            for button in (self.confirm, self.cancel):
                button.setEnabled(False)
            self._set_waiting(on=True)
            self.confirmed.emit(prospect)
