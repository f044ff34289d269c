"""What can be done about one person and a session: somebody on its list, or who was looked up."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.meetings.attendees import Someone
from app.programme.views import Listed, SessionFacts
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Panel, column, row


class PersonBar(Panel):
    """A name over the deeds that fit where they stand. Each signal carries a ``Someone``."""

    check_in_wanted = Signal(object)
    book_wanted = Signal(object)
    unbook_wanted = Signal(object)
    excuse_wanted = Signal(object, bool)
    person_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__("foot")
        self._person: Someone | None = None
        self._excused = False
        self._name = Elided("", LABEL_STRONG)
        self._said = Elided("", LABEL, "3")
        self.check_in = SmallButton(look, "Check in", "check", rank=Rank.MAIN)
        self.book = SmallButton(look, "Book", "plus")
        self.unbook = SmallButton(look, "Unbook", "minus")
        self.excuse = SmallButton(look, "Excuse", "log-out")
        self.show_all = SmallButton(look, "", "id-card", rank=Rank.QUIET)
        self.show_all.setAccessibleName("Show the delegate")
        self.show_all.setToolTip("Show the delegate")
        head = row(column(self._name, self._said, gap=0), self.show_all)
        head.setStretch(0, 1)
        deeds = row(self.check_in, self.book, self.unbook, self.excuse, None, gap=8)
        self.setLayout(column(head, deeds, gap=8, margins=(16, 10, 12, 12)))
        self.check_in.clicked.connect(lambda: self.check_in_wanted.emit(self._person))
        self.book.clicked.connect(lambda: self.book_wanted.emit(self._person))
        self.unbook.clicked.connect(lambda: self.unbook_wanted.emit(self._person))
        self.excuse.clicked.connect(
            lambda: self.excuse_wanted.emit(self._person, not self._excused)
        )
        self.show_all.clicked.connect(lambda: self.person_wanted.emit(self._person))
        self.hide()

    @property
    def person(self) -> Someone | None:
        """Whom the deeds are about."""
        return self._person

    def show_person(
        self, who: Someone | None, listed: Listed | None, session: SessionFacts
    ) -> None:
        """Offer what fits somebody; ``listed`` is how they stand on the list, if they are on it."""
        self._person = who
        self.setVisible(who is not None)
        if who is None:
            return
        booked = listed is not None and listed.booked
        waits = listed is not None and listed.in_line > 0
        is_full = session.free is not None and session.free <= session.figures.waiting
        came = listed is not None and listed.since is not None
        self._excused = listed is not None and listed.excused
        speaks = listed is not None and listed.speaks
        self._name.setText(who.name)
        self._said.setText(" · ".join(filter(None, (who.badge_number, who.organisation))))
        on = not session.cancelled
        self.check_in.setVisible(on and not came)
        self.book.setVisible(on and not booked and not speaks and not waits)
        self.book.set_words("Put in line" if is_full else "Book")
        self.unbook.setVisible(booked or waits)
        self.unbook.set_words("Take out of line" if waits else "Unbook")
        self.excuse.setVisible(self._excused or (on and session.everybody and not booked))
        self.excuse.set_words("Not excused" if self._excused else "Excuse")
