"""The bar above every page: the event, its days, the slot, search, and this desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

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
_NARROWEST_NAME, _WIDEST_NAME = 96, 340


class TopBar(Panel):
    """The same on every page. What does not fit is the event's name, which is cut short."""

    def __init__(self, tools: Tools, find: FindCalls, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent)
        self._times = tools.times
        self.name = Elided("", BODY_STRONG)
        self.place = Elided("", LABEL, "3")
        self.days = DaySwitch(tools.look, tools.times)
        self.slot = SlotClock(tools.look, tools.times)
        self.search = CommandBox(tools, find)
        self.desk = DeskPill(tools.look)
        self._cover = QWidget()
        self._cover.setLayout(column(None, self.name, self.place, None, gap=0))
        self._cover.setMinimumWidth(_NARROWEST_NAME)
        self._cover.setMaximumWidth(_WIDEST_NAME)
        self.setFixedHeight(HEIGHT)
        layout = row(
            *(self._cover, self.days, None, self.slot, self.search, self.desk),
            gap=16,
            margins=(20, 0, 20, 1),
        )
        # The name takes what is left over, up to what it needs; the empty stretch the rest.
        layout.setStretch(0, 1_000)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_event(self, facts: EventFacts, slots: Sequence[SlotTimes]) -> None:
        """Say which event this is; its days begin with today, or with the first."""
        self.name.setText(facts.name)
        place = " · ".join(filter(None, (facts.city, facts.venue)))
        self.place.setText(place)
        self.place.setVisible(bool(place))
        wide = max(
            label.fontMetrics().horizontalAdvance(text) for label, text in self._words(facts, place)
        )
        self._cover.setMaximumWidth(max(_NARROWEST_NAME, min(wide + 8, _WIDEST_NAME)))
        if facts.days:
            today, known = self._times.today(), self.days.chosen
            stays = known if known in facts.days else None
            self.days.show_days(
                facts.days, stays or (today if today in facts.days else facts.days[0])
            )
        self.slot.show_slots(slots)

    def _words(self, facts: EventFacts, place: str) -> tuple[tuple[Elided, str], ...]:
        return (self.name, facts.name), (self.place, place)
