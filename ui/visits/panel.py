"""One visit: where and when, who comes along, who waits; and the list that is open at the bus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.errors import DeskError
from app.visits.boarding import Boarded
from app.visits.overview import VisitSeen
from app.visits.visit import BusList, PlaceNotPossible
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, LABEL, LEAD
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.common.sentences import sentence
from ui.visits.table import Rider, RiderTable
from ui.visits.words import clash_words, counted, places_words, when

_MOST_CLASHES = 3


class BoardingBand(Panel):
    """Plainly says that scans board people, and what the last one came to."""

    def __init__(self, tools: Tools) -> None:
        super().__init__("news")
        self._times = tools.times
        self._picture = Picture(tools.look, "scan-line", "accent-text", 20)
        self._title, self.said = Text("", BODY_STRONG, wraps=True), Text("", BODY, wraps=True)
        self.close_it = SmallButton(tools.look, "End boarding", "x", "Esc")
        self.let_on = SmallButton(tools.look, "Give them a free seat", "plus", "Alt+G")
        texts = column(self._title, self.said, row(self.let_on, None), gap=4)
        inside = row(
            self._picture,
            texts,
            self.close_it,
            gap=12,
            margins=(12, 10, 10, 10),
        )
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.hide()

    def open(self, title: str) -> None:
        """Say that it has begun."""
        self._title.setText(f"Boarding {title}")
        self._say("Scan badges as people get on.", "", "scan-line", "accent-text")
        self.show()

    def say_boarded(self, boarded: Boarded) -> None:
        """Say who is there."""
        there = f"{boarded.visit.boarded} of {boarded.visit.taken} are there."
        if boarded.is_new:
            self._say(f"{boarded.who.name} comes along. {there}", "ok", "check", "ok-text")
        else:
            words = f"{boarded.who.name} is there already. {there}"
            self._say(words, "warn", "triangle-alert", "warn-text")

    def say_refused(self, refusal: DeskError) -> None:
        """Say why nobody was noted."""
        words = sentence(refusal, self._times.of_day)
        self._say(words, "bad", "octagon-x", "bad-text")
        has_none = isinstance(refusal, PlaceNotPossible) and refusal.reason == "no_place"
        self.let_on.setVisible(has_none)

    def _say(self, words: str, tone: str, icon: str, colour: str) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)
        self.let_on.hide()
        self._picture.show_icon(icon, colour)


class VisitPanel(Panel):
    """Shows a visit. Its signals say what is wanted of the visit, or of whoever is chosen."""

    boarding_wanted = Signal(bool)
    board_wanted = Signal()
    fill_wanted = Signal()
    give_wanted = Signal()
    back_wanted = Signal()
    change_wanted = Signal()
    cancel_wanted = Signal()
    delegate_wanted = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__("side")
        look = tools.look
        self._times = tools.times
        self._title = Text("", LEAD, wraps=True)
        self._when, self._where = Text("", BODY, "2", wraps=True), Text("", BODY, wraps=True)
        self._counts = Text("", BODY_STRONG)
        self._clashes = Text("", LABEL, "warn", wraps=True)
        self.band = BoardingBand(tools)
        self.riders = RiderTable(look, tools.times.of_day)
        self._nobody = Elided("Nobody has a place yet, and nobody waits for one.", BODY, "2")
        self.open_boarding = Button(look, "Open boarding", "scan-line", "Alt+O", Rank.MAIN)
        self.fill = Button(look, "Give empty seats away", "users", "Alt+F")
        self.board = SmallButton(look, "Comes along", "check", "Alt+C")
        self.give = SmallButton(look, "Give a place", "plus", "Alt+P")
        self.back = SmallButton(look, "Take the place back", "undo-2", "Alt+T")
        self.change = SmallButton(look, "Change…", "pencil", "Alt+E")
        self.cancel = SmallButton(look, "Cancel visit…", "ban")
        self._lay_out()
        self._connect()

    def show_visit(self, seen: VisitSeen | None, bus: BusList | None) -> None:
        """Show a visit and its list; nothing for none."""
        self.setVisible(seen is not None)
        self.riders.show_list(bus)
        has_riders = bool(self.riders.records.records)
        self.riders.setVisible(has_riders)
        self._nobody.setHidden(has_riders)
        if seen is None or bus is None:
            return
        visit = bus.visit
        self._title.setText(visit.title)
        self._when.setText(when(self._times, visit))
        self._where.setText(f"Meeting point: {visit.meeting_point or 'not said yet'}")
        self._counts.setText(places_words(visit))
        said = [clash_words(each, self._times) for each in seen.clashes[:_MOST_CLASHES]]
        more = len(seen.clashes) - _MOST_CLASHES
        said += (
            [f"{counted(more, 'more has', 'more have')} something at that time."]
            if more > 0
            else []
        )
        self._clashes.setText("\n".join(said))
        self._clashes.setVisible(bool(said))
        missing = any(each.boarded_at is None for each in bus.people)
        self.fill.setEnabled(bool(bus.waiting) and (missing or visit.free > 0))
        self._offer()

    def show_boarding(self, title: str) -> None:
        """Say that scans board people; a blank: they do no more."""
        if title:
            self.band.open(title)
        else:
            self.band.hide()
        # The focus leaves the button before it goes, or it would be on the next one as people scan.
        if title:
            self.riders.setFocus()
        self.open_boarding.setHidden(bool(title))

    @property
    def chosen(self) -> Rider | None:
        """Who is chosen on the list."""
        return self.riders.chosen

    def _offer(self) -> None:
        """Offer what can be done with whoever is chosen."""
        rider = self.chosen
        self.board.setEnabled(
            rider is not None and not rider.waits and rider.sitting.boarded_at is None
        )
        self.give.setEnabled(rider is not None and bool(rider.waits))
        self.back.setEnabled(rider is not None and not rider.waits)

    def _connect(self) -> None:
        self.open_boarding.clicked.connect(lambda: self.boarding_wanted.emit(True))
        self.band.close_it.clicked.connect(lambda: self.boarding_wanted.emit(False))
        self.fill.clicked.connect(self.fill_wanted)
        self.board.clicked.connect(self.board_wanted)
        self.give.clicked.connect(self.give_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.riders.chosen_changed.connect(self._offer)
        self.riders.doubleClicked.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        if (rider := self.chosen) is not None:
            self.delegate_wanted.emit(rider.id)

    def _lay_out(self) -> None:
        head = row(self._title, self.change, self.cancel, gap=8)
        head.setStretch(0, 1)
        head.setAlignment(self.change, Qt.AlignmentFlag.AlignTop)
        head.setAlignment(self.cancel, Qt.AlignmentFlag.AlignTop)
        facts = column(self._when, self._where, gap=2)
        at_bus = row(self.open_boarding, self.fill, None, gap=8)
        of_one = row(self.board, self.give, self.back, None, gap=8)
        parts: tuple[QWidget | QBoxLayout, ...] = (
            head,
            facts,
            self._counts,
            self._clashes,
            self.band,
            at_bus,
            self._nobody,
            self.riders,
            of_one,
        )
        inside = column(*parts, gap=12, margins=(20, 16, 16, 16))
        inside.setStretch(parts.index(self.riders), 1)
        inside.setStretch(parts.index(self._nobody), 0)
        inside.addStretch(0)
        self.setLayout(inside)
