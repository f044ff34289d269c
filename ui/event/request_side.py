"""What stands beside the table of requests: the one that is chosen, or the form of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.event.slots import SlotTimes
from app.meetings.views import RequestFacts
from ui.common.buttons import Rank
from ui.common.page import Tools
from ui.common.parts import Panel, column, scrolled
from ui.common.people_field import PeopleField
from ui.common.person_field import FindPeople
from ui.common.unsaved import UnsavedQuestion
from ui.event.request_form import RequestForm
from ui.event.request_pane import RequestPane

_WIDTH = 348


class RequestSide(Panel):
    """Asks what becomes of what stands in a form before anything else takes its place."""

    saved = Signal(object, object)
    """The request that is corrected, or None, and what was said of it: an ``Asking``."""
    given_up = Signal()

    def __init__(self, tools: Tools, find: FindPeople) -> None:
        super().__init__("side")
        self._tools, self._find = tools, find
        self.pane = RequestPane(tools.look, tools.times.zone)
        self.form: RequestForm | None = None
        self._form_area = scrolled(QWidget())
        self._question = UnsavedQuestion(tools.look)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.pane))
        self._stack.addWidget(self._form_area)
        self.setFixedWidth(_WIDTH)
        asked = column(self._question, margins=(0, 0, 12, 0))
        whole = column(asked, self._stack, gap=12, margins=(20, 20, 8, 12))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._question.save.clicked.connect(self._save)
        self._question.discard.clicked.connect(self.close_form)
        self._question.stayed.connect(self._go_back)
        self._question.stands.connect(self._step_back)

    @property
    def unsaved(self) -> bool:
        """Tell whether something stands in the form that is noted nowhere."""
        return self.form is not None and self.form.unsaved

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``, once it is known what becomes of what stands in the form."""
        if self.form is not None and self.form.unsaved:
            self._question.ask(self.form.what, then)
            return
        self.close_form()
        then()

    def open_form(self, request: RequestFacts | None, slots: Sequence[SlotTimes]) -> None:
        """Ask for a new request, or for corrections of one."""
        self.leave(partial(self._open, request, slots))

    def close_form(self) -> None:
        """Show the chosen request in place of the form, and do what waited for that."""
        form, self.form = self.form, None
        if form is not None:
            self._stack.setCurrentIndex(0)
            self._form_area.takeWidget()
            form.deleteLater()
        self._question.go_on()

    def _open(self, request: RequestFacts | None, slots: Sequence[SlotTimes]) -> None:
        look, jobs = self._tools.look, self._tools.quick
        sides = (
            PeopleField(look, self._find, jobs, "Who asks"),
            PeopleField(look, self._find, jobs, "Who is asked"),
        )
        form = self.form = RequestForm(look, sides, slots, self._tools.times.zone)
        form.saved.connect(lambda asking: self.saved.emit(request, asking))
        form.cancelled.connect(self._give_up)
        self._form_area.setWidget(form)
        self._stack.setCurrentWidget(self._form_area)
        form.begin(request)

    def _save(self) -> None:
        if self.form is not None:
            self.form.save()

    def _go_back(self) -> None:
        if self.form is not None:
            self.form.go_back()

    def _give_up(self) -> None:
        self._question.drop()
        self.close_form()
        self.given_up.emit()

    def _step_back(self, asked: bool) -> None:
        if self.form is not None:
            self.form.save_it.set_rank(Rank.PLAIN if asked else Rank.MAIN)
