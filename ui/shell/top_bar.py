"""The bar above every page: the event, its days, the slot, search, and this desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.event.facts import EventFacts
from app.event.slots import SlotTimes
from ui.common.lettering import BODY_STRONG, LABEL
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, column, row
from ui.shell.command_box import CommandBox, FindCalls
from ui.shell.day_switch import DaySwitch
from ui.shell.desk_pill import DeskPill
from ui.shell.slot_clock import SlotClock

HEIGHT = 56
_NARROWEST_NAME, _WIDEST_NAME = 96, 520


class TopBar(Panel):
    """The same on every page. The event's name is cut only once the search is at its narrowest."""

    def __init__(self, tools: Tools, find: FindCalls, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent)
        self._times = tools.times
        self.name = Elided("", BODY_STRONG, cut=Qt.TextElideMode.ElideMiddle)
        self.place = Elided("", LABEL, "3")
        self.days = DaySwitch(tools.look, tools.times)
        self.slot = SlotClock(tools.look, tools.times)
        self.search = CommandBox(tools, find)
        self.desk = DeskPill(tools.look)
        self._cover = _Cover(self.name, self.place)
        self.setFixedHeight(HEIGHT)
        layout = row(
            *(self._cover, self.days, None, self.slot, self.search, self.desk),
            gap=16,
            margins=(20, 0, 20, 1),
        )
        # What the name leaves goes to the search, up to what it can use; the rest stays empty.
        layout.setStretch(4, 1_000)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_event(self, facts: EventFacts, slots: Sequence[SlotTimes]) -> None:
        """Say which event this is; its days begin with today, or with the first."""
        self.name.setText(facts.name)
        place = " · ".join(filter(None, (facts.city, facts.venue)))
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self._cover.updateGeometry()
        if facts.days:
            today, known = self._times.today(), self.days.chosen
            stays = known if known in facts.days else None
            self.days.show_days(
                facts.days, stays or (today if today in facts.days else facts.days[0])
            )
        self.slot.show_slots(slots)


class _Cover(QWidget):
    """As wide as what it says, and narrower only where there is no room for that."""

    def __init__(self, name: Elided, place: Elided) -> None:
        super().__init__()
        self._texts = (name, place)
        self.setLayout(column(None, name, place, None, gap=0))
        self.setMinimumWidth(_NARROWEST_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        wide = max(text.fontMetrics().horizontalAdvance(text.text()) for text in self._texts)
        return QSize(max(_NARROWEST_NAME, min(wide + 2, _WIDEST_NAME)), super().sizeHint().height())
