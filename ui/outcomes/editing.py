"""Saves what was typed, one meeting after another, while the next is worked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import DeskError
from app.floor.states import Word
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.outcomes.drafts import Drafts
from ui.outcomes.forms import Form, Miss, Order, Record
from ui.outcomes.rows import Row
from ui.outcomes.services import OutcomeServices
from ui.outcomes.words import MISSED_WORDS, SIDE_WORDS, outcome_words


class Editing(QObject):
    """``told`` carries what can be undone. ``refused``: a meeting and why it was not saved."""

    told = Signal(News)
    refused = Signal(object, object)
    settled = Signal()
    """Nothing is on its way to the file any more."""

    def __init__(
        self, services: OutcomeServices, tools: Tools, drafts: Drafts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._tools, self._drafts = services, tools, drafts

    def save(self, row: Row) -> bool:
        """Save what was typed of a meeting; false: there is nothing that could be saved."""
        form = row.form(self._drafts.of(row))
        orders = tuple(form.orders())
        if not self._drafts.is_typed(row) or form.draft.unread_day or not orders:
            return False
        self._drafts.begin_saving(row.id)
        self._run(
            partial(self._carry_out, row.id, orders),
            partial(self._drafts.was_saved, row.id),
            row,
            said_words(row, form),
        )
        return True

    def take_out(self, row: Row, form: Form) -> None:
        """Let nothing be known of what came of a meeting."""
        self._drafts.drop(row.id)
        recording, acts = self._services.recording, self._services.acts

        def work() -> None:
            if form.kept:
                recording.take_out(row.id)
            else:
                acts.say(row.id, Word.NOTHING)

        self._run(work, lambda: None, row, f"{row.pair}: taken out.")

    def _run(
        self, work: Callable[[], None], then: Callable[[], None], row: Row, words: str
    ) -> None:
        view = Quiet(self)
        view.refused.connect(partial(self._refuse, view, row))

        def done(_none: None) -> None:
            view.deleteLater()
            then()
            self.told.emit(News(words))
            self._settle()

        self._tools.quick.run(lambda _report: work(), view=view, then=done)

    def _refuse(self, view: Quiet, row: Row, refusal: DeskError) -> None:
        view.deleteLater()
        self._drafts.was_refused(row.id)
        self.refused.emit(row, refusal)
        self._settle()

    def _settle(self) -> None:
        if not self._drafts.is_saving:
            self.settled.emit()

    def _carry_out(self, meeting: UUID, orders: Sequence[Order]) -> None:
        recording = self._services.recording
        for order in orders:
            if isinstance(order, Record):
                recording.record(meeting, order.outcome, order.side)
            elif isinstance(order, Miss):
                recording.missed(meeting, order.missing)
            else:
                recording.take_out(meeting, order.side)


def said_words(row: Row, form: Form) -> str:
    """Say what was recorded of a meeting."""
    if form.missing is not None:
        return f"{row.pair}: {MISSED_WORDS[form.missing].casefold()}."
    answers = form.answers
    said = [
        outcome_words(outcome)
        if list(answers) == [side] and not side
        else f"{SIDE_WORDS[side].casefold()}, {outcome_words(outcome)}"
        for side, outcome in answers.items()
    ]
    return f"{row.pair}: {' · '.join(said) or 'taken out'}."
