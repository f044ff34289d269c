"""The form in which a request is noted at the desk, or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from app.event.slots import SlotTimes
from app.meetings.orders import LONGEST, RequestOrder
from app.meetings.views import RequestFacts
from ui.common.buttons import Button, Choice, Rank
from ui.common.check import CheckBox
from ui.common.fields import labelled
from ui.common.lettering import BODY, SECTION, font
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.people_field import PeopleField
from ui.event.request_words import PRIORITIES, side_words, slot_words
from ui.event.slots_field import SlotsField

_KINDS = {"": "Not set", "c2c": "C2C", "b2c": "B2C", "b2b": "B2B"}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks whom, and what is said of it; of one that stands only what is new."""

    guests: Sequence[UUID]
    hosts: Sequence[UUID]
    order: RequestOrder


class RequestForm(QWidget):
    """``saved`` carries an ``Asking``. Ctrl+S saves, Esc gives up; Enter never does either."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        look: Look,
        sides: tuple[PeopleField, PeopleField],
        slots: Sequence[SlotTimes],
        zone: ZoneInfo,
    ) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._request: RequestFacts | None = None
        self._begun = RequestOrder()
        self.guests, self.hosts = sides
        self._sides = Text("", BODY, wraps=True)
        self.priority, self.kind, self.length, self.slot = (Choice(look) for _ in range(4))
        self._fill(slots, zone)
        self.mutual = CheckBox(look, "Both want it")
        self.table = QLineEdit()
        self.table.setPlaceholderText("Any table")
        self.forbidden = SlotsField(look, slots, zone, "Not in")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(56)
        self.note.setFont(font(BODY))
        self._problem = Text("", BODY, "bad", wraps=True)
        self._title = Text("", SECTION)
        self.save_it = Button(look, "Save", "save", "Ctrl+S", Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self._build()
        self.save_it.clicked.connect(self.save)
        self.cancel.clicked.connect(self.cancelled)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.cancelled)

    def begin(self, request: RequestFacts | None) -> None:
        """Ask for a new request, or for corrections of one that stands."""
        self._request = request
        self._title.setText(f"Change {request.number}" if request else "New request")
        self.save_it.set_words("Save" if request else "Note request")
        for side in (self.guests, self.hosts):
            side.show_people(())
            side.setVisible(request is None)
        self._sides.setVisible(request is not None)
        self._problem.hide()
        self._show(request)
        self._begun = self._order()
        self.go_back()

    def go_back(self) -> None:
        """Let the first field have the focus."""
        (self.guests.field if self._request is None else self.priority).setFocus()

    @property
    def unsaved(self) -> bool:
        """Tell whether something was said in it."""
        sides = (self.guests, self.hosts)
        named = any(each.people or each.field.text().strip() for each in sides)
        return named or self._order() != self._begun

    @property
    def what(self) -> str:
        """What would be lost with it, and the verb: ``The changes to R-A1 are``."""
        return f"The changes to {self._request.number} are" if self._request else "The request is"

    def save(self) -> None:
        """Hand over what was said, unless a side is blank."""
        if self._request is None and not (self.guests.people and self.hosts.people):
            blank = self.hosts if self.guests.people else self.guests
            who = "who is asked" if self.guests.people else "who asks"
            self._problem.setText(f"Say {who}: type a name, then choose from the list.")
            self._problem.show()
            blank.field.setFocus()
            return
        self._problem.hide()
        self.saved.emit(Asking(self.guests.people, self.hosts.people, self._order()))

    def _show(self, request: RequestFacts | None) -> None:
        if request is not None:
            asks = f"{side_words(request.guests)}\nasks {side_words(request.hosts)}"
            self._sides.setText(asks)
        said: dict[str, Any] = _said(request)
        for name, choice in self._choices().items():
            choice.setCurrentIndex(max(0, _place(choice, said[name])))
        self.mutual.setChecked(said["mutual"])
        self.table.setText(said["table"])
        self.forbidden.tick(said["forbidden"])
        self.note.setPlainText(said["note"])

    def _order(self) -> RequestOrder:
        before = _said(self._request)
        now: dict[str, Any] = {name: each.currentData() for name, each in self._choices().items()}
        now |= {
            "mutual": self.mutual.isChecked(),
            "table": self.table.text().strip(),
            "forbidden": self.forbidden.ticked,
            "note": self.note.toPlainText().strip(),
        }
        new = {name: value for name, value in now.items() if value != before[name]}
        if "slot" in new and new["slot"] is None:
            new["any_slot"] = True
        return RequestOrder(**new)

    def _choices(self) -> dict[str, Choice]:
        return {
            "priority": self.priority,
            "kind": self.kind,
            "length": self.length,
            "slot": self.slot,
        }

    def _fill(self, slots: Sequence[SlotTimes], zone: ZoneInfo) -> None:
        for choice in (self.priority, self.kind, self.length, self.slot):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choice.setMinimumWidth(80)
        for value, words in PRIORITIES.items():
            self.priority.addItem(words, value)
        for kind, words in _KINDS.items():
            self.kind.addItem(words, kind)
        for number in range(1, LONGEST + 1):
            self.length.addItem(f"{number} slot" if number == 1 else f"{number} slots", number)
        self.slot.addItem("Any slot", None)
        for each in slots:
            self.slot.addItem(slot_words(each.starts_at, zone), each.starts_at)

    def _build(self) -> None:
        pair = _pair(labelled("Priority", self.priority), labelled("Kind", self.kind))
        fixed = _pair(labelled("Only in", self.slot), labelled("Only at table", self.table))
        more = _pair(labelled("Takes", self.length), column(None, self.mutual, gap=4))
        buttons = row(self.save_it, self.cancel, None)
        self.setLayout(
            column(
                self._title,
                self._sides,
                self.guests,
                self.hosts,
                self._problem,
                pair,
                more,
                fixed,
                labelled("Not in these slots", self.forbidden),
                labelled("Note", self.note),
                buttons,
                None,
                gap=12,
                margins=(0, 0, 12, 12),
            )
        )


def _pair(one: QBoxLayout, other: QBoxLayout) -> QHBoxLayout:
    """Put two parts side by side, each as wide as the other."""
    both = row(gap=12)
    both.addLayout(one, 1)
    both.addLayout(other, 1)
    return both


def _said(request: RequestFacts | None) -> dict[str, Any]:
    """Give what stands, or what holds of a request of which nothing is said."""
    if request is None:
        nothing: tuple[datetime, ...] = ()
        usual = {"priority": 2, "kind": "", "length": 1, "slot": None}
        return usual | {"mutual": False, "table": "", "forbidden": nothing, "note": ""}
    kind = request.kind if request.kind_is_set else ""
    return {
        "priority": request.priority,
        "kind": kind,
        "length": request.length,
        "slot": request.slot,
        "mutual": request.mutual,
        "table": request.table,
        "forbidden": request.forbidden,
        "note": request.note,
    }


def _place(choice: Choice, value: object) -> int:
    return next((at for at in range(choice.count()) if choice.itemData(at) == value), 0)
