"""What needs somebody on the floor: counted, said in cards, done at a key."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.floor.manager import Look
from ui.common.lettering import BODY, CELL, SECTION
from ui.common.page import News, Tools
from ui.common.parts import Text, column, row
from ui.common.sentences import sentence
from ui.floor.attention_card import AttentionCard
from ui.floor.attention_deeds import AttentionDeeds
from ui.floor.attention_list import AttentionList
from ui.floor.attention_reader import AttentionReader
from ui.floor.attention_services import AttentionServices
from ui.floor.attention_words import Act, nothing_words
from ui.floor.count_mark import CountMark

EVERY_MS = 20_000
"""How often the day is looked at, whether somebody wrote or not."""
NO_SHOW_KEY = "Alt+N"


class AttentionPanel(QWidget):
    """Looks at the day while it is shown, and does what its cards ask for."""

    told = Signal(News)
    meeting_wanted = Signal(object)
    """A meeting, by id, is to be shown in the grid."""
    slips_wanted = Signal(object)
    """Slips of the delegates with these ids are wanted."""
    taken = Signal(object)
    """The ids of those who must be told of the proposal that was taken."""

    def __init__(self, services: AttentionServices, tools: Tools, day: date) -> None:
        super().__init__()
        self._tools = tools
        self._look: Look | None = None
        self._count = CountMark(tools.look)
        self._order = Text("Most urgent first", CELL, "3")
        self._nothing = Text("", BODY, "2", wraps=True)
        self._problem = Text("", CELL, "bad", wraps=True)
        self.list = AttentionList(tools.look)
        self._reader = AttentionReader(services, tools, day, self)
        self._deeds = AttentionDeeds(services, tools, self)
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._looks = QTimer(self, interval=EVERY_MS)
        self._lay_out()
        self._connect()

    def show_day(self, day: date) -> None:
        """Look at a day from now on, or at the same again."""
        self._reader.day = day
        if self.isVisible():
            self._reader.read()

    def read(self) -> None:
        """Look at the day again."""
        self._reader.read()

    def take(self, number: int) -> bool:
        """Take a proposal of the current card; false: none of this number is to be seen.

        A card that is out of sight only comes into sight, so that its proposals can be read.
        """
        current = self.list.current
        if not self.isVisible() or current is None or self.list.comes_into_sight(current):
            return False
        return current.take(number)

    def tick(self) -> None:
        """Count on, and again at the beginning of the next second."""
        now = self._tools.times.clock()
        if self._look is not None:
            for card in self.list.cards:
                card.tick(now)
            self._nothing.setText(nothing_words(self._look, now))
        self._ticks.start(1000 - now.microsecond // 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reader.read()
        self._looks.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()
        self._ticks.stop()

    def _lay_out(self) -> None:
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = Text("Needs attention", SECTION)
        head = row(title, self._count, None, self._order, gap=8)
        head.setContentsMargins(20, 16, 16, 12)
        said = column(self._problem, self._nothing, margins=(20, 0, 16, 0))
        self.setLayout(column(head, said, self.list, gap=0))
        self._nothing.hide()
        self._order.hide()
        self._problem.hide()

    def _connect(self) -> None:
        self._reader.looked.connect(self._show)
        self._reader.refused.connect(self._refuse)
        self._deeds.told.connect(self.told)
        self._deeds.taken.connect(self.taken)
        self._deeds.done.connect(self._reader.read)
        self._deeds.refused.connect(self._look_again)
        self.list.made.connect(self._listen)
        self.list.gone.connect(self._reader.forget)
        self.list.in_sight.connect(self._reader.propose)
        self._looks.timeout.connect(self._reader.read)
        self._ticks.timeout.connect(self.tick)
        QShortcut(QKeySequence(NO_SHOW_KEY), self).activated.connect(self._mark_no_show)

    def _show(self, look: Look) -> None:
        self._look = look
        self._problem.hide()
        self._count.show_count(len(look.items))
        self._nothing.setVisible(not look.items)
        self._order.setVisible(bool(look.items))
        self.list.show_look(look)
        self.tick()

    def _refuse(self, refusal: DeskError) -> None:
        self._problem.setText(sentence(refusal, self._tools.times.of_day))
        self._problem.show()

    def _look_again(self, card: AttentionCard) -> None:
        self._reader.read()
        self._reader.ask_again(card)

    def _listen(self, card: AttentionCard) -> None:
        card.taken.connect(partial(self._deeds.take, card))
        card.acted.connect(partial(self._act, card))
        card.announced.connect(partial(self._deeds.announce, card))
        card.opened.connect(partial(self._open, card))

    def _act(self, card: AttentionCard, act: Act) -> None:
        if act is Act.PRINT_SLIPS:
            self.slips_wanted.emit(card.item.waiting)
        else:
            self._deeds.act(card, act)

    def _open(self, card: AttentionCard) -> None:
        if card.item.meetings:
            self.meeting_wanted.emit(card.item.meetings[0])

    def _mark_no_show(self) -> None:
        if self.list.current is not None:
            self.list.current.act(Act.NO_SHOW)
