"""The menu of what can be done to a day at once, and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from ui.common.buttons import SmallButton
from ui.common.look import Look


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done: in which words, with which icon; ``also`` it is looked for by.

    ``of_person`` gives the same for one delegate, by id and name, if it can be done to them.
    """

    words: str
    icon: str
    run: Callable[[], object]
    also: str = ""
    of_person: Callable[[UUID, str], Offer | None] | None = None


def fill(menu: QMenu, look: Look, offers: Iterable[Offer]) -> None:
    """Let a menu offer these."""
    menu.clear()
    for offer in offers:
        action = menu.addAction(look.icon(offer.icon), offer.words)
        action.triggered.connect(lambda _on=False, run=offer.run: run())


class DayButton(SmallButton):
    """Opens the menu of the day, by a click, Space or Down."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "calendar-clock")
        self.setAccessibleName("Change the day")
        self._offers: list[Callable[[], Iterable[Offer]]] = []
        self.menu_below = QMenu(self)
        self.let_be(brief=True)
        self.clicked.connect(self.open_menu)
        look.changed.connect(self._dress)

    def let_be(self, *, brief: bool) -> None:
        """Leave its words away, where there is no room for them."""
        self.set_words("" if brief else "Change the day")
        self.setToolTip("Change the day: close tables, start later, let somebody leave" * brief)

    def offer(self, offers: Callable[[], Iterable[Offer]]) -> None:
        """Offer what this gives too, which is asked each time that the menu is opened."""
        self._offers.append(offers)

    def offers(self) -> Iterator[Offer]:
        """Yield all that is offered now."""
        for give in self._offers:
            yield from give()

    def open_menu(self) -> None:
        """Open the menu below, its right side under the button's."""
        fill(self.menu_below, self.look, self.offers())
        width = self.menu_below.sizeHint().width()
        corner = QPoint(self.width() - width, self.height() + 4)
        self.menu_below.popup(self.mapToGlobal(corner))

    def _dress(self) -> None:
        if self.menu_below.isVisible():
            fill(self.menu_below, self.look, self.offers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)
