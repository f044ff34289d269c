"""The panel of one session: what it is, who is on its list, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from app.meetings.attendees import Someone
from app.programme.views import Listed, SessionFacts
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, LABEL_STRONG, SECTION
from ui.common.page import Tools
from ui.common.parts import Panel, Picture, Text, clear, column, line, row
from ui.common.person_field import FindPeople, PersonField
from ui.programme.attendance import Attendance
from ui.programme.door_band import DoorBand
from ui.programme.person_bar import PersonBar
from ui.programme.words import KIND_WORDS, figures_words, fill_words, span, voices_words


class SessionPanel(QWidget):
    """Shows a session; what is wished of it is told by signals."""

    left = Signal()
    change_wanted = Signal()
    move_wanted = Signal()
    cancel_wanted = Signal()
    door_wanted = Signal(bool)
    fill_wanted = Signal()
    """Places are to be given to who waits for one."""

    def __init__(self, find: FindPeople, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        look = tools.look
        self.session: SessionFacts | None = None
        self._scans = False
        self._looked_up: Someone | None = None
        self._kind = Text("", LABEL_STRONG, "2")
        self._title = Text("", SECTION, wraps=True)
        self._facts = column(gap=6)
        self.close_it = SmallButton(look, "", "x", rank=Rank.QUIET)
        self.close_it.setAccessibleName("Close the session")
        self.change = SmallButton(look, "Change…", "pencil")
        self.move_it = SmallButton(look, "Move", "move")
        self.cancel = SmallButton(look, "Cancel", "ban")
        self.door = SmallButton(look, "Check in by scans", "scan-line", rank=Rank.MAIN)
        self.fill = SmallButton(look, "", "user-plus")
        self.band = DoorBand(look, tools.times)
        self.look_up = PersonField(find, tools.quick, "Book or check in")
        self.people = Attendance(look, tools.times.zone)
        self._nobody = Text("Nobody is on the list yet.", BODY, "3", wraps=True)
        self.bar = PersonBar(look)
        self._lay_out()
        self._connect()

    def show_session(self, session: SessionFacts) -> None:
        """Show a session as it stands."""
        is_other = self.session is None or self.session.id != session.id
        self.session = session
        if is_other:
            self._looked_up = None
            self.show_people(())
        kind = KIND_WORDS.get(session.kind, session.kind)
        track = f" · {session.track}" if session.track else ""
        self._kind.setText(f"{kind}{track} · {session.number}")
        self._title.setText(session.title)
        self._show_facts(session)
        self.move_it.setVisible(not session.cancelled)
        self.door.setVisible(not session.cancelled and not self._scans)
        self.cancel.set_words(*(("Restore", "undo-2") if session.cancelled else ("Cancel", "ban")))
        self.band.show_count(figures_words(session))
        words = fill_words(session, self._tools.times.clock())
        self.fill.set_words(words)
        self.fill.setVisible(bool(words))
        self._show_bar()

    def show_people(self, people: Sequence[Listed]) -> None:
        """Show its list as it stands."""
        self.people.show_people(people)
        self.people.setVisible(bool(people))
        self._nobody.setVisible(not people)
        self._show_bar()

    def let_scan(self, *, on: bool) -> None:
        """Say that scans are for this session, or not any more."""
        self._scans = on
        self.door.setVisible(not on and self.session is not None and not self.session.cancelled)
        if on:
            self.band.begin()
        else:
            self.band.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show_facts(self, session: SessionFacts) -> None:
        zone = self._tools.times.zone
        when = span(session.starts_at, session.ends_at, zone)
        who = "For everybody: nobody has meetings then." if session.everybody else ""
        facts = [
            ("clock", when),
            ("map-pin", session.room or "No room"),
            *(("megaphone", each) for each in voices_words(session)),
            ("users", figures_words(session)),
            ("flag", who),
        ]
        if session.cancelled:
            facts.insert(0, ("ban", "Cancelled. Bookings stay, in case it is restored."))
        clear(self._facts)
        for icon, words in facts:
            if words:
                picture = Picture(self._tools.look, icon, "text-3", 16)
                said = row(picture, Text(words, BODY, wraps=True), gap=10)
                said.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
                said.setStretch(1, 1)
                self._facts.addLayout(said)

    def _take_person(self, person: Person) -> None:
        self._looked_up = Someone(
            person.id, person.badge_number, person.name, person.organisation, person.country
        )
        self.people.clearSelection()
        self.people.choose(person.id)
        self._show_bar()
        shown = (self.bar.book, self.bar.check_in, self.bar.unbook)
        first = next((each for each in shown if each.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to(self, listed: Listed | None) -> None:
        if listed is not None:
            self._looked_up = None
            self._show_bar()

    def _show_bar(self) -> None:
        if self.session is None:
            return
        chosen = self.people.chosen
        who = self._looked_up or (chosen.who if chosen is not None else None)
        listed = next((each for each in self.people.listed if who and each.who.id == who.id), None)
        self.bar.show_person(who, listed, self.session)

    def _act(self) -> None:
        """Do the likeliest about who is chosen: let them in."""
        if self.bar.check_in.isVisibleTo(self):
            self.bar.check_in.click()

    def _lay_out(self) -> None:
        head = row(column(self._kind, self._title, gap=2), self.close_it, gap=8)
        head.setStretch(0, 1)
        head.setAlignment(self.close_it, Qt.AlignmentFlag.AlignTop)
        deeds = row(self.change, self.move_it, self.cancel, None, gap=8)
        above = column(head, self._facts, deeds, self.door, self.fill, self.band, gap=12)
        above.setContentsMargins(16, 16, 16, 12)
        label = Text("Book or check in", LABEL_STRONG, "2")
        label.setBuddy(self.look_up)
        search = column(label, self.look_up, self._nobody, gap=4, margins=(16, 10, 16, 10))
        whole = column(above, line(), search, self.people, None, self.bar, gap=0)
        whole.setStretch(3, 100)
        within = Panel("ground")
        within.setLayout(whole)
        self.setLayout(column(within, gap=0))

    def _connect(self) -> None:
        self.close_it.clicked.connect(self.left)
        self.change.clicked.connect(self.change_wanted)
        self.move_it.clicked.connect(self.move_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.door.clicked.connect(lambda: self.door_wanted.emit(True))
        self.fill.clicked.connect(self.fill_wanted)
        self.band.left.connect(lambda: self.door_wanted.emit(False))
        self.look_up.chosen.connect(self._take_person)
        self.people.person_chosen.connect(self._go_to)
        self.people.acted.connect(self._act)
