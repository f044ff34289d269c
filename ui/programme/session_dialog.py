"""Asks for a session that is new, or for what is to be changed of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.delegates.folding import fold
from app.errors import DeskError
from app.programme.orders import RoomTaken
from app.programme.timeline import DayProgramme
from app.programme.views import SessionFacts
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, SECTION
from ui.common.page import News, Tools
from ui.common.parts import Panel, Picture, Text, column, row, scrolled
from ui.common.sentences import sentence
from ui.programme.services import ProgrammeServices
from ui.programme.session_form import SessionForm
from ui.programme.words import span


class SessionDialog(QDialog):
    """Keeps what is typed until the session is kept as it says; a refusal is said in it."""

    told = Signal(News)
    kept = Signal(object)
    """The id of the session."""

    def __init__(
        self,
        services: ProgrammeServices,
        programme: DayProgramme,
        tools: Tools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tools, self._programme = services, tools, programme
        self._session: SessionFacts | None = None
        self._view = Quiet(self)
        self.form = SessionForm(programme, services.find, tools)
        self._title = Text("", SECTION)
        self._mark = Picture(tools.look, "info", "text-3", 16)
        self.said = Text("", BODY, "2", wraps=True)
        self.keep = Button(tools.look, "Add session", "plus", DONE, rank=Rank.MAIN)
        self.anyway = Button(tools.look, "Keep it all the same", "check")
        self.cancel = Button(tools.look, "Cancel")
        self._lay_out()
        self._view.refused.connect(self._refuse)
        self.form.changed.connect(self._look)
        self.keep.clicked.connect(lambda: self._keep(anyway=False))
        self.anyway.clicked.connect(lambda: self._keep(anyway=True))
        self.cancel.clicked.connect(self.reject)
        self.ask_new(datetime.combine(programme.date, datetime.min.time().replace(hour=10)))

    def ask_new(self, starts: datetime, room: str = "") -> None:
        """Ask for a session that is new, beginning then on the clocks of the venue."""
        self._session = None
        self._name("Add a session", "Add session", "plus")
        self.form.show_place(starts, starts + timedelta(hours=1), room)
        self._look()

    def ask_changes(self, session: SessionFacts) -> None:
        """Ask for what is to be changed."""
        self._session = session
        self._name(f"Change {session.title}", "Keep changes", "check")
        self.form.show_session(session)
        self._look()

    def _name(self, title: str, verb: str, icon: str) -> None:
        self.setWindowTitle(title)
        self._title.setText(title)
        self.keep.set_words(verb, icon)

    def _look(self) -> None:
        """Say what stands against it, while it is typed."""
        words = self._problem()
        self.anyway.hide()
        self._say("info" if not words else "circle-alert", "text-3" if not words else "warn-text")
        self.said.setText(words or self._hint())

    def _problem(self) -> str:
        starts, ends = self.form.times
        if starts >= ends:
            return "It would end before it starts. Check both times."
        room = self.form.room.text()
        if not fold(room) or starts.date() != self._programme.date:
            return ""
        own = self._session.id if self._session is not None else None
        for each in self._programme.sessions:
            meets = each.starts_at < ends and starts < each.ends_at
            if each.id != own and meets and not each.cancelled and fold(each.room) == fold(room):
                times = span(each.starts_at, each.ends_at, self._programme.zone)
                return (
                    f"{each.room} is taken {times} by “{each.title}”. Choose another room or time."
                )
        return ""

    def _hint(self) -> str:
        if not self.form.title.text().strip():
            return "Say what it is called. All else may stay as it is."
        return "Nothing else is in the room then." if self.form.room.text().strip() else ""

    def _keep(self, *, anyway: bool) -> None:
        order, place, session = self.form.order, self.form.place, self._session
        sessions = self._services.sessions

        def work() -> object:
            if session is None:
                return sessions.add(order, place, anyway=anyway)
            sessions.change(session.id, order, place, anyway=anyway)
            return session.id

        self._run(work, order.title or "")

    def _run(self, work: Callable[[], object], title: str) -> None:
        self.keep.setEnabled(False)
        verb = "changed" if self._session is not None else "added"

        def then(kept: object) -> None:
            self.accept()
            self.told.emit(News(f"“{' '.join(title.split())}” {verb}."))
            self.kept.emit(kept)

        self._tools.quick.run(lambda _report: work(), view=self._view, then=then)

    def _refuse(self, refusal: DeskError) -> None:
        self.keep.setEnabled(True)
        self._say("octagon-x", "bad-text")
        self.said.setText(sentence(refusal, self._tools.times.of_day))
        self.anyway.setVisible(isinstance(refusal, RoomTaken))

    def _say(self, icon: str, colour: str) -> None:
        self._mark.show_icon(icon, colour)

    def _lay_out(self) -> None:
        said = row(self._mark, self.said, gap=10)
        said.setStretch(1, 1)
        buttons = row(None, self.anyway, self.cancel, self.keep)
        foot = Panel("")
        # As wide as the fields, which leave room for their scroll bar.
        foot.setLayout(column(said, buttons, gap=14, margins=(0, 0, 12, 0)))
        self.setLayout(column(self._title, scrolled(self.form), foot, gap=16, margins=24))
        self.resize(660, 640)
