"""What is printed, and for whom: the left side of the Print page."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.printing.refusals import Only
from app.printing.wishes import Sort
from ui.common.buttons import Choice
from ui.common.choice_row import Face
from ui.common.lettering import SECTION, TITLE
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column, line, scrolled
from ui.common.schedule_words import day_choice
from ui.papers.kinds import ONLY, Asked, Days, PaperKind, Who
from ui.papers.meant import Meant, Narrowed
from ui.papers.rows import TIGHT, Rows
from ui.papers.words import SORTS

_WIDE = 272
_SIDE = 20
_LEAST = 96


class Choosing(Panel):
    """Asks what is printed and for whom, and knows how many they are once they are read."""

    kind_chosen = Signal()
    """Another paper is wanted."""
    day_chosen = Signal()
    """Papers of another day are wanted: others may have them."""
    changed = Signal()
    """Others are meant, or in another order."""
    sort_chosen = Signal(str)
    """Papers come out in this order from now on."""

    def __init__(self, kinds: Sequence[PaperKind], tools: Tools, days: Sequence[date]) -> None:
        super().__init__("ground")
        look = tools.look
        self._kinds = {each.key: each for each in kinds}
        self._days = tuple(days)
        self._today = tools.times.today
        self._recipients: Meant | None = None
        self._chosen: frozenset[UUID] = frozenset()
        self.what = Rows(look, "What", TIGHT)
        self.who = Rows(look, "Who")
        self.delegation, self.badge_type, self.day = Choice(look), Choice(look), Choice(look)
        self.delegation.setAccessibleName("Delegation")
        self.badge_type.setAccessibleName("Badge type")
        self.day.setAccessibleName("Day")
        self.order = Choice(look)
        self.order.setAccessibleName("Order")
        # The longest of them must not widen the panel.
        self.order.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for sort, words in SORTS.items():
            self.order.addItem(words, sort)
        self._people, self._of_day = QWidget(), QWidget()
        self._lay_out()
        faces = {each.key: Face(each.title, each.icon, group=each.group) for each in kinds}
        self.what.show_rows(faces)
        self._show_kind()
        self._papers.verticalScrollBar().rangeChanged.connect(lambda *_range: self._show_chosen())
        self.what.chosen.connect(lambda _key: self._change_kind())
        self.who.chosen.connect(lambda _key: self.changed.emit())
        self.delegation.activated.connect(lambda _at: self._narrow())
        self.badge_type.activated.connect(lambda _at: self._narrow())
        self.day.activated.connect(lambda _at: self._change_day())
        self.order.activated.connect(lambda _at: self._change_order())

    def _lay_out(self) -> None:
        whom = (line(), 4, Text("Who", SECTION), self.who, 4, line(), 4)
        self._people.setLayout(column(*whom, Text("Narrow down", SECTION)))
        self._of_day.setLayout(column(line(), 4, Text("Day", SECTION), self.day))
        papers, below, inner = QWidget(), QWidget(), QWidget()
        self._rows = column(self.what, None, margins=(_SIDE, 0, _SIDE, 12))
        papers.setLayout(self._rows)
        narrow = (self._of_day, self._people, self.delegation, self.badge_type, self.order)
        below.setLayout(column(*narrow, margins=(_SIDE, 0, _SIDE, 16)))
        head = column(Text("Print", TITLE), margins=(_SIDE, 20, _SIDE, 4))
        # Papers scroll by themselves, so that who gets the chosen one stays in sight.
        self._papers = scrolled(papers)
        self._papers.setMinimumHeight(_LEAST)
        self.setFixedWidth(_WIDE)
        whole = column(head, self._papers, below, gap=0)
        whole.setStretch(1, 1)
        inner.setLayout(whole)
        # In a small window, with a band above, even a few papers and all choices are too much.
        self.setLayout(column(scrolled(inner)))

    def _show_chosen(self) -> None:
        """Keep the chosen paper in sight when what stands below it takes more room, or less."""
        bar = self._papers.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self._rows.setContentsMargins(_SIDE, 0, _SIDE - beside, 12)
        self._papers.ensureWidgetVisible(self.what.row, 0, TIGHT)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give what can have the focus, from above."""
        narrowing = (self.day, *self.who.controls, self.delegation, self.badge_type)
        narrowing = (*narrowing, self.order)
        return (*self.what.controls, *narrowing)

    @property
    def kind(self) -> PaperKind:
        """What is to be printed."""
        return self._kinds[self.what.choice]

    @property
    def is_known(self) -> bool:
        """Tell whether it was read who may have such a paper."""
        return self._recipients is not None

    @property
    def chosen_day(self) -> date | None:
        """The day that papers are for; ``None``: all of them, or that is not asked."""
        day: date | None = self.day.currentData()
        return day

    @property
    def named(self) -> tuple[UUID, ...]:
        """Who is meant, as far as that is read."""
        who = self._who
        return self._recipients.of(who, self.narrowed) if who and self._recipients else ()

    @property
    def changed_count(self) -> int:
        """How many papers say something else than when they came out."""
        if Who.CHANGED not in self.kind.who or self._who is Who.CHANGED:
            return 0
        return len(self._recipients.of(Who.CHANGED, self.narrowed)) if self._recipients else 0

    @property
    def has_nobody(self) -> bool:
        """Tell whether nobody at all may have such a paper."""
        return bool(self.kind.who) and not self._recipients

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody is meant."""
        return bool(self.kind.who) and not self.named

    @property
    def is_narrowed(self) -> bool:
        """Tell whether somebody was left out by delegation or badge type."""
        return self.narrowed.leaves_out

    @property
    def sort(self) -> Sort:
        """In which order papers come out, where that is asked."""
        return Sort(self.order.currentData())

    def take_sort(self, sort: Sort) -> None:
        """Take up the order that this desk prints in."""
        self.order.setCurrentIndex(self.order.findData(sort))

    def asked(self, stock: str) -> Asked:
        """Say who is asked for, on this stock."""
        who = self._who
        only = ONLY.get(who, Only.ALL) if who else Only.ALL
        is_named = who is not None and (who not in ONLY or self.narrowed.leaves_out)
        narrowed = self.narrowed
        return Asked(
            stock,
            only,
            self.named if is_named else (),
            self.chosen_day,
            narrowed.delegation,
            narrowed.badge_type,
            who,
            sort=self.sort,
        )

    def show_recipients(self, recipients: Meant) -> None:
        """Say how many each choice has."""
        self._recipients = recipients
        _offer(self.delegation, "All delegations", recipients.delegations)
        _offer(self.badge_type, "All badge types", recipients.badge_types)
        self._show_counts()

    def show_chosen(self, delegates: Sequence[UUID]) -> None:
        """Know who is chosen on the page of delegates."""
        self._chosen = frozenset(delegates)
        self._show_counts()

    def _show_kind(self) -> None:
        kind = self.kind
        self._recipients = None
        self.who.show_rows({str(who): Face(words) for who, words in kind.who.items()})
        for each in (self._people, self.delegation, self.badge_type):
            each.setVisible(bool(kind.who))
        self.order.setVisible(kind.is_sorted)
        self._of_day.setVisible(kind.days is not Days.UNASKED and len(self._days) > 1)
        self.day.clear()
        if kind.days is Days.ANY:
            self.day.addItem(day_choice(None), None)
        if kind.days is not Days.UNASKED:
            for day in self._days:
                self.day.addItem(day_choice(day), day)
        if kind.days is Days.ONE and self._today() in self._days:
            self.day.setCurrentIndex(self._days.index(self._today()))

    def choose(self, key: str) -> None:
        """Choose a kind of papers, by its key."""
        self.what.choose(key)
        self._change_kind()

    def _change_kind(self) -> None:
        self._show_kind()
        self.kind_chosen.emit()

    def _change_day(self) -> None:
        self._recipients = None
        self.day_chosen.emit()

    def _change_order(self) -> None:
        self.sort_chosen.emit(str(self.sort))
        self.changed.emit()

    def _narrow(self) -> None:
        self._show_counts()
        self.changed.emit()

    @property
    def _who(self) -> Who | None:
        return Who(self.who.choice) if self.who.choice else None

    @property
    def narrowed(self) -> Narrowed:
        """Say which of those who may have the paper are looked at."""
        return Narrowed(
            self.delegation.currentData() or "", self.badge_type.currentData() or "", self._chosen
        )

    def _show_counts(self) -> None:
        if self._recipients is None:
            return
        for who in self.kind.who:
            count = len(self._recipients.of(who, self.narrowed))
            if self.kind.tallies:
                self.who.show_count(who, count)
            if who is Who.CHOSEN:
                self.who.allow(who, allowed=bool(count) or self._who is who)


def _offer(choice: Choice, every: str, found: Set[str]) -> None:
    """Offer what there is, and keep what was chosen if that is still there."""
    before = choice.currentData()
    choice.clear()
    choice.addItem(every, "")
    for each in sorted(found - {""}):
        choice.addItem(each, each)
    choice.setCurrentIndex(max(choice.findData(before), 0))
    choice.setEnabled(choice.count() > 1)
