"""What an import will do, and what is wrong with the rows: beside the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble, doubts
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, clear, column, line, row, scrolled
from ui.common.strip import StatusStrip
from ui.common.turns import Turns
from ui.event.importing.list_kind import Counted, ListKind
from ui.event.importing.trouble_card import Answers, TroubleCard

WIDE = 324
_MOST_CARDS = 50


class Count(QWidget):
    """One of the counts: its icon, its words, its number."""

    def __init__(self, look: Look, counted: Counted) -> None:
        super().__init__()
        icon, tone = counted.icon, counted.tone
        badge = Panel("badge")
        badge.setProperty("tone", tone)
        badge.setFixedSize(32, 32)
        text = f"{tone}-text" if tone != "text-2" else tone
        badge.setLayout(column(Picture(look, icon, text, 16), margins=8))
        self._number = Text("–", TITLE)
        self._words = counted.word
        said = column(Text(counted.word, BODY_STRONG), Text(counted.meaning, LABEL, "2"), gap=0)
        self.setLayout(row(badge, said, None, self._number, gap=12, margins=(0, 10, 0, 10)))

    def show_number(self, number: int | None) -> None:
        """Show a number; nothing if it isn't known yet."""
        self._number.setText("–" if number is None else f"{number:,}")
        self.setAccessibleName(f"{self._words}: {self._number.text()}")


class Outlook(Panel):
    """The side of the import: counts, then what to mend."""

    corrected = Signal(object, str)
    """A trouble, and what its cells shall say."""
    looked_for = Signal(object)
    """A trouble whose rows are to be shown."""
    again = Signal()

    def __init__(self, look: Look, kind: ListKind, answers: Answers) -> None:
        super().__init__("side")
        self._look, self._kind, self._answers = look, kind, answers
        self.setFixedWidth(WIDE)
        self.counts = [Count(look, each) for each in kind.counted]
        self.strip = StatusStrip(look)
        self.check_again = SmallButton(look, "Check the rows", "refresh-cw")
        self.check_again.hide()
        self.check_again.clicked.connect(self.again)
        self._heading = Text("Problems", SECTION)
        self._count = Text("", LABEL, "2")
        self._nothing = Text("", BODY, "2", wraps=True)
        self.cards: list[TroubleCard] = []
        self._turns = Turns(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._beside = column(gap=0)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        whole = column(self._beside, self._list, gap=0, margins=(20, 0, 20, 20))
        whole.setStretch(1, 1)
        inner.setLayout(whole)
        scroll = scrolled(inner)
        counts = column(gap=0)
        for count in self.counts:
            counts.addWidget(line())
            counts.addWidget(count)
        top = column(
            Text("What will happen", SECTION),
            10,
            counts,
            self.strip,
            self.check_again,
            14,
            row(self._heading, None, self._count),
            8,
            self._nothing,
            gap=0,
            margins=(20, 20, 20, 0),
        )
        self.setLayout(column(top, scroll, gap=0))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr] # it was set above

    def put_beside(self, widget: QWidget) -> None:
        """Let something stand above the problems."""
        self._beside.addWidget(widget)

    def show_nothing(self, text: str, *, may_check: bool = False) -> None:
        """Show that the rows have not been checked, and why."""
        for count in self.counts:
            count.show_number(None)
        self.check_again.setVisible(may_check)
        self._show(())
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))

    def show_outlook(self, imported: Imported, troubles: Sequence[Trouble]) -> None:
        """Show what a rehearsal told."""
        for count, number in zip(self.counts, self._kind.counts(imported), strict=True):
            count.show_number(number)
        self.check_again.hide()
        self._show([*troubles, *doubts(imported)])
        self._nothing.setText("" if troubles else "Every row can be read.")
        self._nothing.setVisible(not troubles)

    def _show(self, troubles: Sequence[Trouble]) -> None:
        clear(self._list)
        self._count.setText(f"{len(troubles):,}" if troubles else "")
        self.cards = []
        steps = [partial(self._add, trouble) for trouble in troubles[:_MOST_CARDS]]
        self._turns.begin([*steps, partial(self._end, len(troubles) - len(steps))])

    def _add(self, trouble: Trouble) -> None:
        card = TroubleCard(self._look, self._kind, trouble, self._answers)
        card.corrected.connect(self.corrected)
        card.looked_for.connect(self.looked_for)
        if self.cards:
            self._list.addWidget(line())
        self._list.addWidget(card)
        self.cards.append(card)

    def _end(self, left: int) -> None:
        if left:
            more = f"And {left:,} more, marked in the table."
            self._list.addWidget(Text(more, BODY, "2", wraps=True))
        self._list.addStretch(1)
