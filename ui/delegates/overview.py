"""One delegate in the pane: who it is, what can be done, and all that happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.detail import BadgeFacts, DelegateDetail, Passage
from app.delegates.registration import Status
from app.delegates.table import Paper
from app.partners.finding import Partner
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, CELL, CELL_STRONG, SECTION, TITLE
from ui.common.look import Look
from ui.common.marks import STATE_WORDS, StateMark
from ui.common.parts import Panel, Picture, Text, clear, column, line, row
from ui.common.times import Times, day_words
from ui.delegates.acts import Acts
from ui.delegates.belonging import by_sector, standing_for
from ui.delegates.day_section import DaySection
from ui.delegates.deeds_in_words import in_words
from ui.delegates.doubt_cards import DoubtCard
from ui.delegates.facts import facts_grid
from ui.delegates.focus import rebuild
from ui.delegates.likely import LikelyPart
from ui.delegates.meeting_lines import meeting_lines
from ui.delegates.services import Read
from ui.delegates.words import (
    breakable,
)
from ui.printing.words import stock_words

_WAYS = {"in": "Checked in", "out": "Left for a while", "back_in": "Back in"}
_LINES = 8
_WRITTEN_TO = frozenset({Status.ACCEPTED, Status.DECLINED, Status.WAITING})
_TOP = Qt.AlignmentFlag.AlignTop
_REVOKED = {"replaced": "replaced", "blocked": "blocked", "erased": "erased"}


class Overview(QWidget):
    """Shows one delegate and offers what can be done to them."""

    print_wanted = Signal(tuple)
    edit_wanted = Signal()
    status_wanted = Signal()
    short_name_wanted = Signal()
    code_wanted = Signal()
    substitute_wanted = Signal()
    book_wanted = Signal()
    erase_wanted = Signal(object)
    name_wanted = Signal(object)
    doubt_wanted = Signal(object)
    delegate_wanted = Signal(object)
    compare_wanted = Signal(object)
    organisation_wanted = Signal(object)
    focus_freed = Signal()
    """What had the focus goes away."""

    def __init__(self, look: Look, times: Times, acts: Acts) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._look = look
        self._times = times
        self._acts = acts
        self._all_lines = False
        self._shown: UUID | None = None
        self._cards: Sequence[QWidget] = ()
        self._likely: LikelyPart | None = None
        self._found: tuple[UUID, Sequence[Partner]] | None = None
        self._body: QVBoxLayout = column(gap=16)
        self.setLayout(self._body)

    def show_detail(self, detail: DelegateDetail, read: Read, *, today: bool) -> None:
        """Show a delegate. ``today``: the day that is shown is the one it is."""
        if detail.person.id != self._shown:
            self._all_lines = False
        self._shown = detail.person.id
        rebuild(
            self,
            lambda: self._build(detail, read, today=today),
            self.focus_freed.emit,
            lambda: self._cards,
        )

    def show_partners(self, delegate: UUID, found: Sequence[Partner]) -> None:
        """Show whom a delegate may want to meet, if it is the one who is shown."""
        if delegate == self._shown and self._likely is not None:
            self._found = (delegate, found)
            self._likely.show_found(found)

    def _partners(self, detail: DelegateDetail) -> LikelyPart:
        def ask(partner: Partner) -> None:
            self._acts.ask_to_meet(detail.person, partner.person)

        self._likely = LikelyPart(self._look, detail.person, ask, self.focus_freed.emit)
        if self._found is not None and self._found[0] == detail.person.id:
            self._likely.show_found(self._found[1])
        return self._likely

    def _build(self, detail: DelegateDetail, read: Read, *, today: bool) -> None:
        clear(self._body)
        self._cards = [self._doubt_card(detail, at) for at in range(len(detail.doubts))]
        parts: Iterable[QVBoxLayout | QWidget] = (
            self._head(detail),
            self._buttons(detail, today=today),
            *self._warnings(detail),
            *self._cards,
            line(),
            facts_grid(detail, self._times),
            *standing_for(self._look, detail, self.organisation_wanted.emit),
            *by_sector(detail),
            line(),
            self._partners(detail),
            *self._mail(detail),
            *self._note(detail),
            *self._meetings(read),
            line(),
            self._section("Badges", [self._badge(each) for each in detail.badges], "No badge yet."),
            line(),
            self._section(
                "Check-ins", [self._passage(each) for each in detail.check_ins], "Never here yet."
            ),
            line(),
            self._history(detail, lambda: self.show_detail(detail, read, today=today)),
        )
        for part in parts:
            if isinstance(part, QWidget):
                self._body.addWidget(part)
            else:
                self._body.addLayout(part)
        self._body.addStretch(1)

    def _head(self, detail: DelegateDetail) -> QVBoxLayout:
        person, state = detail.person, detail.row.state
        mark = StateMark(self._look)
        mark.show_state(state)
        since = f" since {self._times.of_day(detail.row.since)}" if detail.row.since else ""
        words = Text(f"{STATE_WORDS.get(state, state)}{since}", BODY)
        name = Text(breakable(person.name), TITLE, wraps=True)
        name.setAccessibleName(person.name)
        whom = Text(breakable(person.organisation) or "No organisation", BODY, "2", wraps=True)
        short = SmallButton(self._look, "Short name…")
        short.setAccessibleName(f"Short name of {person.organisation}…")
        short.clicked.connect(self.short_name_wanted)
        whose = row(whom, *((short,) if person.organisation else ()), gap=8)
        whose.setStretch(0, 1)
        number = Text(person.badge_number, BODY, "2")
        return column(name, whose, 4, row(mark, words, None, number), gap=2)

    def _buttons(self, detail: DelegateDetail, *, today: bool) -> QVBoxLayout:
        person, state = detail.person, detail.row.state
        look, here = self._look, state == "here"
        passing = Button(
            look,
            "Check out" if here else "Check in",
            "log-out" if here else "user-check",
            rank=Rank.PLAIN if here else Rank.MAIN,
        )
        passing.setEnabled(today)
        passing.setToolTip("" if today else "Only today can be checked in. Choose today above.")
        act = self._acts.check_out if here else self._acts.check_in
        passing.clicked.connect(lambda: act(person))
        printing = Button(look, "Print badge", "printer")
        printing.clicked.connect(lambda: self.print_wanted.emit((person.id,)))
        edit = Button(look, "Edit", "pencil")
        edit.clicked.connect(self.edit_wanted)
        status = SmallButton(look, "Application…")
        status.clicked.connect(self.status_wanted)
        code = SmallButton(look, "New badge code…")
        code.clicked.connect(self.code_wanted)
        other = SmallButton(look, "Substitute…")
        other.clicked.connect(self.substitute_wanted)
        other.setEnabled(person.place_taken_by is None)
        erase = SmallButton(look, "Erase…")
        erase.clicked.connect(lambda: self.erase_wanted.emit(person.id))
        for button in (passing, printing, edit, status, code, other, erase):
            button.setAccessibleName(f"{button.text()}, {person.name}")
        lower = (row(status, code, None), row(other, erase, None))
        return column(row(passing, printing, edit, None), *lower, gap=8)

    def _mail(self, detail: DelegateDetail) -> Iterable[QVBoxLayout | QWidget]:
        if detail.person.status not in _WRITTEN_TO:
            return
        mail = SmallButton(self._look, "Copy mail text", "mail")
        mail.setAccessibleName(f"Copy mail text, {detail.person.name}")
        mail.clicked.connect(lambda: self._acts.copy_mail(detail.person))
        yield column(row(mail, None))

    def _warnings(self, detail: DelegateDetail) -> Iterable[QWidget]:
        said = [
            *((detail.person.attention,) if detail.person.attention else ()),
            *(
                ("The badge says something else now. Print it again.",)
                if detail.row.paper is Paper.CHANGED
                else ()
            ),
        ]
        for text in said:
            panel = Panel("warning")
            panel.setLayout(
                row(
                    Picture(self._look, "flag", "warn-mark", 16),
                    Text(text, BODY, wraps=True),
                    gap=10,
                    margins=(12, 8, 12, 8),
                )
            )
            panel.layout().setStretch(1, 1)  # type: ignore[union-attr] # it was set above
            yield panel

    def _doubt_card(self, detail: DelegateDetail, at: int) -> QWidget:
        card = DoubtCard(self._look, detail.doubts[at], self._acts, detail.person.id)
        card.compare_wanted.connect(self.compare_wanted)
        card.delegate_wanted.connect(self.delegate_wanted)
        card.substitute_wanted.connect(self.doubt_wanted)
        card.name_wanted.connect(self.name_wanted)
        return card

    def _note(self, detail: DelegateDetail) -> Iterable[QVBoxLayout]:
        if detail.person.note:
            yield column(
                Text("Note", SECTION), Text(breakable(detail.person.note), CELL, wraps=True), gap=4
            )

    def _meetings(self, read: Read) -> Iterable[QWidget | QVBoxLayout]:
        meetings, itinerary, person = read.meetings, read.itinerary, read.detail.person
        if itinerary.has_programme:
            section = DaySection(self._look, self._times, itinerary)
            section.show_items(itinerary, meetings, person.name)
            section.book_wanted.connect(self.book_wanted)
            section.unbook_wanted.connect(lambda item: self._acts.unbook(person, item))
            yield from (line(), section)
            return
        lines = list(meeting_lines(meetings, self._times))
        if lines:
            yield line()
            yield self._section("Meetings", lines, "")

    def _badge(self, badge: BadgeFacts) -> tuple[str, str]:
        issued = self._times.of_day(badge.issued_at) if badge.issued_at else ""
        name = f"Code {badge.issue}" + (f", made {issued}" if issued else "")
        said = [
            f"printed {self._times.of_day(each.at)} on {stock_words(each.stock)}"
            for each in badge.prints
        ]
        if badge.revoked:
            at = f" {self._times.of_day(badge.revoked_at)}" if badge.revoked_at else ""
            why = f": {badge.reason}" if badge.reason else ""
            said.append(f"{_REVOKED.get(badge.revoked, 'no longer good')}{at}{why}")
        words = "; ".join(said) or "not printed"
        return name, words[0].upper() + words[1:]

    def _passage(self, passage: Passage) -> tuple[str, str]:
        at = passage.at.astimezone(self._times.zone)
        desk = f" · {passage.desk}" if passage.desk else ""
        return f"{day_words(passage.day)}, {at:%H:%M}", f"{_WAYS[passage.way]}{desk}"

    def _history(self, detail: DelegateDetail, show: Callable[[], None]) -> QVBoxLayout:
        told = detail.history if self._all_lines else detail.history[:_LINES]
        lines = [
            (
                self._times.of_day(each.at),
                f"{in_words(each)} · {', '.join(filter(None, (each.desk, each.on_duty)))}",
            )
            for each in told
        ]
        section = self._section("History", lines, "Nothing happened yet.")
        if len(detail.history) > len(told):
            more = SmallButton(self._look, f"Show all {len(detail.history)}", "history")
            more.clicked.connect(lambda: self._show_all(show))
            section.addLayout(row(more, None))
        return section

    def _show_all(self, show: Callable[[], None]) -> None:
        self._all_lines = True
        show()

    @staticmethod
    def _section(title: str, lines: Sequence[tuple[str, str]], empty: str) -> QVBoxLayout:
        section = column(Text(title, SECTION), gap=8)
        for first, second in lines:
            section.addLayout(
                column(Text(first, CELL_STRONG), Text(second, CELL, "2", wraps=True), gap=1)
            )
        if not lines:
            section.addWidget(Text(empty, CELL, "2"))
        return section
