"""The cards in their order. One of them is the current one: keys act on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.floor.attention import Item, Need
from app.floor.manager import Look as Seen
from ui.common.look import Look
from ui.common.parts import GAP, column, scrolled
from ui.floor.attention_card import AttentionCard

AT_ONCE = 3
"""Cards whose proposals are asked for before anybody scrolls to them."""
_AT_A_TIME = 8
"""Cards are made as they come in sight: a thousand parts are not shown in a blink."""
_MARGIN = 16
_GROUPED = frozenset({Need.TO_CALL, Need.IDLE, Need.PAPER})
_Key = tuple[Need, object]


class AttentionList(QWidget):
    """Shows items. A card stays the same while what it is about does, whatever becomes of it."""

    made = Signal(object)
    """A card is new: whoever does what it asks for listens to it."""
    gone = Signal(object)
    in_sight = Signal(object)
    """These cards are looked at, or will be next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._seen: Seen | None = None
        self._cards: dict[_Key, AttentionCard] = {}
        self._most = _AT_A_TIME
        self.current: AttentionCard | None = None
        self._column: QVBoxLayout = column(gap=12)
        self._settled = QTimer(self, singleShot=True, interval=0)
        content = QWidget()
        content.setLayout(self._column)
        self._column.addStretch(1)
        self.area: QScrollArea = scrolled(content)
        self.setLayout(column(self.area, gap=0))
        self._leave_room()
        self._settled.timeout.connect(self._look_around)
        self.area.verticalScrollBar().valueChanged.connect(lambda _at: self._settled.start())
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - widgets need one
        application.focusChanged.connect(self._follow)

    @property
    def cards(self) -> list[AttentionCard]:
        """Those that are made, from above to below."""
        return list(self._cards.values())

    def show_look(self, seen: Seen) -> None:
        """Show what needs somebody now."""
        self._seen = seen
        cards = self.cards
        at = cards.index(self.current) if self.current in cards else 0
        left = dict(self._cards)
        items = seen.items[: self._most]
        found = {_key(item): left.pop(_key(item), None) for item in items}
        for item in items:
            key = _key(item)
            found[key] = found[key] or _about_same(left, item) or self._made(seen, item)
        self._cards = {key: card for key, card in found.items() if card is not None}
        for item in items:
            self._cards[_key(item)].show_item(seen, item)
        self._arrange()
        self._put_away(list(left.values()), at)
        self._settled.start()

    def choose(self, meeting: UUID) -> None:
        """Make the card about a meeting the current one, if it has one."""
        for card in self.cards:
            if meeting in card.item.meetings and card.item.need not in _GROUPED:
                self._make_current(card)
                self.area.ensureWidgetVisible(card, 0, GAP)
                return

    def comes_into_sight(self, card: AttentionCard) -> bool:
        """Bring a card into sight, if its head is not; false: it was seen before."""
        view = self.area.viewport()
        top = card.mapTo(view, QPoint()).y()
        if 0 <= top < view.height() - GAP:
            return False
        self.area.ensureWidgetVisible(card, 0, GAP)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def _made(self, seen: Seen, item: Item) -> AttentionCard:
        card = AttentionCard(self._look, seen, item)
        card.left_by.connect(partial(self._go, card))
        card.grown.connect(self._settled.start)
        self.made.emit(card)
        return card

    def _arrange(self) -> None:
        """Put the cards where they belong. Those that are there already are not touched."""
        for at, card in enumerate(self.cards):
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
                card.show()

    def _put_away(self, cards: Sequence[AttentionCard], at: int) -> None:
        """Take cards away; if the current one goes, the one in its place comes after it."""
        had_focus = any(_holds_focus(card) for card in cards)
        was_current = self.current
        if was_current not in self.cards:
            stay = self.cards
            self.current = None
            self._make_current(stay[min(at, len(stay) - 1)] if stay else None)
        if had_focus and self.current is not None:
            self.current.setFocus()
        for card in cards:
            self._column.removeWidget(card)
            card.hide()
            self.gone.emit(card)
            card.deleteLater()

    def _look_around(self) -> None:
        """Ask for what could be done about the cards in sight, and let Tab go from above down."""
        cards = self.cards
        bar = self.area.verticalScrollBar()
        self._leave_room()
        shown = self.area.viewport().rect()
        near = [
            card
            for card in cards
            if shown.intersects(card.rect().translated(card.mapTo(self.area.viewport(), QPoint())))
        ]
        wanted = dict.fromkeys([*cards[:AT_ONCE], *near])
        if self.current is not None:
            wanted[self.current] = None
        self.in_sight.emit(list(wanted))
        stops = [stop for card in cards for stop in card.stops]
        for one, other in pairwise([*_stop_before(self.area, stops), *stops]):
            QWidget.setTabOrder(one, other)
        seen = self._seen
        if seen is not None and bar.value() == bar.maximum() and len(seen.items) > self._most:
            self._most += _AT_A_TIME
            self.show_look(seen)

    def _leave_room(self) -> None:
        """Let cards be as wide with a scroll bar beside them as without one."""
        bar = self.area.verticalScrollBar()
        right = _MARGIN - bar.sizeHint().width() if bar.isVisible() else _MARGIN
        self._column.setContentsMargins(_MARGIN, 2, right, _MARGIN)

    def _go(self, card: AttentionCard, step: int) -> None:
        cards = self.cards
        at = cards.index(card) + step
        if 0 <= at < len(cards):
            cards[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureWidgetVisible(cards[at], 0, GAP)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for card in self.cards:
            if now is not None and (card is now or card.isAncestorOf(now)):
                self._make_current(card)

    def _make_current(self, card: AttentionCard | None) -> None:
        if card is self.current:
            return
        if self.current is not None:
            self.current.stand_out(False)
        self.current = card
        if card is not None:
            card.stand_out(True)
            self._settled.start()


def _stop_before(area: QWidget, stops: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield where Tab is before it comes to the area: a new card would come after all else."""
    before = area.previousInFocusChain()
    while before is not None and before is not area:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and before not in stops:
            yield before
            return
        before = before.previousInFocusChain()


def _key(item: Item) -> _Key:
    if item.need in _GROUPED:
        return item.need, item.starts_at
    return item.need, item.meetings


def _about_same(left: dict[_Key, AttentionCard], item: Item) -> AttentionCard | None:
    """Find the card of a meeting for which another need was known before."""
    for key, card in left.items():
        if card.item.meetings == item.meetings and item.need not in _GROUPED:
            return left.pop(key)
    return None


def _holds_focus(card: AttentionCard) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (card is focused or card.isAncestorOf(focused))
