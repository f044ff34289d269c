"""The Desk: scan, see, act, with a queue in front."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from app.checkin.reception import AtDesk, new_deed
from app.checkin.scanning import Admitted, LeftFor, NotAdmitted, Scan
from app.delegates.lookup import Found
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.errors import DeskError
from app.journal.journal import Changes
from ui.common.jobs import Quiet
from ui.common.page import News, Page, Tools
from ui.common.parts import column, row
from ui.common.sentences import sentence
from ui.desk.calls import DeskCalls
from ui.desk.card import DeskCard
from ui.desk.field import ScanField
from ui.desk.followers import followers
from ui.desk.refusals import OF_SCHEDULES, Act
from ui.desk.repeats import Repeats
from ui.desk.results import MOST
from ui.desk.side import DeskSide
from ui.desk.verdicts import Verdict, of_admission, of_departure, of_person, of_refusal
from ui.desk.words_reader import WordsReader

T = TypeVar("T")
_SETTLES_IN_MS = 150
_SHOWN_BY = frozenset({"Delegate", "CheckIn", "ScanRefusal", "Delegation", "Print"})


class DeskPage(Page):
    """Scans come by ``scan``, from whatever page had the focus.

    ``decided`` tells of each decision whether somebody was let in; ``print_wanted`` carries
    the ids of delegates who need a badge, ``came_in`` an ``Admitted``, ``learned`` the
    ``Changes`` that the page heard of.
    """

    decided = Signal(bool)
    print_wanted = Signal(tuple)
    came_in = Signal(object)
    learned = Signal(object)

    def __init__(self, calls: DeskCalls, tools: Tools, desk: str) -> None:
        super().__init__()
        self._calls, self._tools, self._desk = calls, tools, desk
        self._asked = 0
        self._undoable: UUID | None = None
        self._repeats = Repeats()
        self._view, self._checks = Quiet(self), Quiet(self)
        self._stale = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self.field = ScanField(tools.look)
        self.card = DeskCard(tools.look, tools.times)
        self.side = DeskSide(calls, tools, self._view)
        self._followers = followers(calls, tools, self.card)
        self._words = WordsReader(calls, tools, self.card)
        self._lay_out()
        self._connect()
        self.card.show_ready()
        self.side.read()

    def arrive(self) -> None:
        """Put the cursor where scans and names go."""
        self.field.setFocus()

    def learn(self, changes: Changes) -> None:
        """Read the side again, once a burst of changes has settled."""
        if changes.models & _SHOWN_BY and not self._stale.isActive():
            self._stale.start()
        for each in self._followers:
            each.learn(changes)
        self.learned.emit(changes)

    def show_day(self, day: date) -> None:
        """Show the arrivals and scans of a day; scans count for today all the same."""
        self.side.show_day(day)

    def scan(self, text: str) -> None:
        """Decide on a scan, unless it is the one that was decided just now."""
        if self._repeats.knows(text):
            return
        self.field.clear()
        order = Scan(text, new_deed())
        self._admit(order.deed_id, lambda: self._calls.scan(order))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever part has the focus, names are typed into the field.
        entry = self.field.entry
        if event.text().strip() and not self.card.asks and not entry.hasFocus():
            entry.setFocus()
            QApplication.sendEvent(entry, event)
        else:
            super().keyPressEvent(event)

    def take_back(self) -> bool:
        """Take back the check-in that is shown."""
        unit, verdict = self._undoable, self.card.verdict
        if unit is None or verdict is None or verdict.person is None:
            return False
        self._undoable = None
        what = "The check-in" if verdict.headline == "Checked in" else "The return"
        show = partial(self._open, verdict.person.id, f"{what} is taken back.")
        self._run(lambda: self._calls.take_back(unit), lambda _taken: show())
        return True

    def _lay_out(self) -> None:
        main = column(self.field, self.card, gap=16)
        main.setStretch(1, 1)
        layout = row(main, self.side, gap=20, margins=(24, 20, 20, 20))
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._view.refused.connect(self._refused)
        self._stale.timeout.connect(self._read_again)
        self._checks.refused.connect(lambda _refusal: self._clear())
        self.field.searched.connect(self._find)
        self.field.submitted.connect(self._find)
        self.field.scanned.connect(self.scan)
        self.field.left_downwards.connect(self.card.results.focus_first)
        self.card.act_wanted.connect(self._act)
        self.card.check_in_wanted.connect(self._check_in)
        self.card.open_wanted.connect(lambda person: self._open(person.id))
        self.card.registered.connect(self._register)
        self.card.accept_wanted.connect(self._accept)
        self.card.given_up.connect(self._clear)
        self.card.shown.connect(self.side.mark)
        self.side.chosen.connect(self._open)
        self.side.known.connect(lambda known: self.card.ready.show_known(known=known))
        look_up, register = (partial(self._act, act) for act in (Act.LOOK_UP, Act.REGISTER))
        for key, act in (("Esc", self._clear), ("Alt+N", look_up), ("Alt+G", register)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _act(self, act: Act) -> None:
        verdict = self.card.verdict
        person = verdict.person if verdict else None
        if act is Act.LOOK_UP:
            self._clear()
        elif act is Act.REGISTER:
            self.card.show_form()
        elif act in (Act.UNDO, Act.UNDO_RETURN):
            self.take_back()
        elif person is not None and act not in OF_SCHEDULES:
            self._act_on(act, person)

    def _act_on(self, act: Act, person: Person) -> None:
        deed = new_deed()
        match act:
            case Act.CHECK_IN | Act.LET_IN:
                self._check_in(person)
            case Act.ACCEPT | Act.RESTORE:
                self._accept(person)
            case Act.ADMIT_TODAY:
                self._admit(deed, lambda: self._calls.admit_today_and_check_in(person.id, deed))
            case Act.CHECK_OUT:
                self._run(lambda: self._calls.check_out(person.id), self._left)
            case Act.PRINT_BADGE:
                self.print_wanted.emit((person.id,))
            case Act.SUBSTITUTE:
                self.card.show_form(person)
            case _:
                self._open(person.id)

    def _accept(self, person: Person, despite: str | None = None) -> None:
        deed = new_deed()
        self._admit(deed, lambda: self._calls.accept_and_check_in(person.id, deed, despite))

    def _check_in(self, person: Person) -> None:
        deed = new_deed()
        self.field.clear()
        self._admit(deed, lambda: self._calls.check_in(person.id, deed))

    def _admit(self, deed: UUID, work: Callable[[], Admitted]) -> None:
        self._asked += 1
        self._run(work, partial(self._admitted, deed))

    def _admitted(self, deed: UUID, admitted: Admitted) -> None:
        self._undoable = deed
        self._leave_card()
        self.card.show_verdict(of_admission(admitted, self._tools.times))
        self.decided.emit(True)
        self.came_in.emit(admitted)
        self._follow(admitted.delegate.id)

    def _left(self, left: LeftFor) -> None:
        self._undoable = None
        self._leave_card()
        self.card.show_verdict(of_departure(left, self._tools.times))
        self._follow(left.delegate.id)

    def _refused(self, refusal: DeskError) -> None:
        if isinstance(refusal, NotAdmitted):
            self._undoable = None
            verdict = of_refusal(refusal, self._tools.times, self._desk)
            self._leave_card()
            self.card.show_verdict(verdict)
            self.decided.emit(False)
            if not refusal.is_kept:
                self.side.note(refusal.reason, self._desk)
            if verdict.person is not None:
                self._follow(verdict.person.id)
        elif not self.card.asks_about(refusal):
            self.card.show_problem(sentence(refusal, self._tools.times.of_day))

    def _register(self, order: PersonOrder, known_apart: bool, despite: str | None) -> None:
        absent = self.card.form.absent
        register = partial(self._calls.register, order, known_apart=known_apart)
        if absent is not None:
            register = partial(self._calls.substitute, absent.id, order)
        self._run(partial(register, despite_full=despite), self._registered)

    def _registered(self, person: Person) -> None:
        self.card.form.forget()
        self.told.emit(News(f"{person.name} is registered, badge {person.badge_number}."))
        self._check_in(person)
        self.field.setFocus()

    def _find(self, typed: str) -> None:
        self._asked += 1
        if not typed.strip():
            self.card.show_ready()
            return
        day, asked = self._tools.times.today(), self._asked

        def work() -> Found | None:
            # Somebody may have typed on, or scanned, since this was asked.
            return self._calls.find(typed, day, MOST + 1) if asked == self._asked else None

        self._run(work, lambda found: self._found(asked, typed, found))

    def _found(self, asked: int, typed: str, found: Found | None) -> None:
        if found is not None and asked == self._asked:
            self._undoable = None
            self.card.show_found(typed.strip(), found)

    def _open(self, delegate: UUID, lead: str = "") -> None:
        self._asked += 1
        self._run(lambda: self._calls.about(delegate), partial(self._opened, lead))

    def _opened(self, lead: str, about: AtDesk) -> None:
        self._undoable = None
        self.field.clear()
        self._leave_card()
        self.card.show_verdict(of_person(about, self._tools.times, lead))
        self.card.show_more(about)

    def _leave_card(self) -> None:
        """Go to the field before a button that has the focus is gone."""
        if self.card.isAncestorOf(self.focusWidget()):
            self.field.setFocus()

    def _follow(self, delegate: UUID) -> None:
        """Read what a verdict did not wait for."""
        self._run(lambda: self._calls.about(delegate), self._followed)

    def _followed(self, about: AtDesk) -> None:
        verdict = self.card.verdict
        if verdict is not None and verdict.person and verdict.person.id == about.person.id:
            self.card.show_more(about)

    def _clear(self) -> None:
        self._asked += 1
        self._undoable = None
        self.card.form.forget()
        self.field.clear()
        self.card.show_ready()
        self.field.setFocus()

    def _read_again(self) -> None:
        """Read what was written since, here or elsewhere: also whether the verdict still holds."""
        self.side.read()
        verdict = self.card.verdict
        if verdict is not None and verdict.state and verdict.person is not None:
            delegate = verdict.person.id
            self._tools.reads.run(
                lambda _report: self._calls.about(delegate),
                view=self._checks,
                then=partial(self._check, verdict),
            )

    def _check(self, verdict: Verdict, about: AtDesk) -> None:
        if self.card.verdict is verdict and about.state != verdict.state:
            self._opened("This was changed meanwhile.", about)
        else:
            self._followed(about)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tools.quick.run(lambda _report: work(), view=self._view, then=then)
