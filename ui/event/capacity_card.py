"""How many meetings the hall holds beside how many are wanted, on each day and in all."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.event.capacity import LEAST_SPARE, Capacity, DayCapacity, capacity_of
from app.event.clashes import clashes
from app.event.overview import EventOverview
from ui.common.lettering import BODY, BODY_STRONG, LEAD
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, clear, column, row
from ui.common.times import day_words
from ui.event.capacity_words import (
    advice_words,
    clash_words,
    formula_words,
    own_words,
    spare_words,
    wanted_words,
)
from ui.event.card import Card

_DAY_WIDE = 132


class CapacityCard(Card):
    """Changes with everything that is set up. Too little to spare is said before it hurts."""

    def __init__(self, look: Look) -> None:
        super().__init__("Places to meet")
        self._look = look
        self._shown: tuple[Capacity, str] | None = None
        self._formula, self._own = Text("", LEAD), Text("", BODY, "2")
        self._wanted, self._spare = Text("", BODY), Text("", BODY_STRONG)
        self._state = Picture(look, "circle-check", "ok-text", 16)
        self._verdict = QWidget()
        self._verdict.setLayout(row(self._state, self._spare, gap=6))
        self.meter = Meter(look)
        self._advice = Panel("warning")
        self._advised = Text("", BODY, wraps=True)
        sign = Picture(look, "triangle-alert", "warn-text", 16)
        advice = row(sign, self._advised, gap=10, margins=(12, 8, 12, 8))
        advice.setStretch(1, 1)
        self._advice.setLayout(advice)
        self._days = column(gap=4)
        self.inside.addWidget(self._formula)
        self.inside.addWidget(self._own)
        self.inside.addWidget(self.meter)
        self.inside.addLayout(row(self._wanted, None, self._verdict))
        self.inside.addWidget(self._advice)
        self.inside.addLayout(self._days)

    def show_overview(self, overview: EventOverview) -> None:
        """Count anew, and show it."""
        told = capacity_of(overview)
        said = [clash_words(each, overview.facts.zone) for each in clashes(overview)]
        warning = "\n".join(filter(None, (*said, advice_words(told))))
        if (told, warning) == self._shown:
            return
        self._shown = (told, warning)
        self._formula.setText(formula_words(told))
        self._own.setText(own_words(told))
        self._own.setVisible(bool(told.own_tables))
        self._wanted.setText(wanted_words(told) if told.requests else "No requests yet.")
        self._spare.setText(spare_words(told))
        icon, tone = _state(told)
        self._spare.set_tone(tone)
        self._state.show_icon(icon, f"{tone}-text")
        self._verdict.setVisible(bool(told.requests))
        self.meter.show_capacity(told)
        self._advised.setText(warning)
        self._advice.setVisible(bool(warning))
        clear(self._days)
        if len(told.days) > 1 and told.places + told.own_places:
            for day in told.days:
                self._days.addLayout(_day(day))


def _state(told: Capacity) -> tuple[str, str]:
    """Give the icon and the tone of what is spare."""
    if told.usable < told.wanted:
        return "circle-x", "bad"
    return ("triangle-alert", "warn") if told.is_scarce else ("circle-check", "ok")


def _day(day: DayCapacity) -> QHBoxLayout:
    name = Text(day_words(day.date), BODY, "2")
    name.setFixedWidth(_DAY_WIDE)
    own = f"and {day.own_places:,} at own tables" if day.own_tables else ""
    return row(name, Text(formula_words(day), BODY, "2"), Text(own, BODY, "2"), None)


class Meter(QWidget):
    """A bar of all usable places: what is wanted of them is filled, a line marks the spare."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: Capacity | None = None
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_capacity(self, told: Capacity) -> None:
        """Show another capacity; nothing is shown where nothing is wanted."""
        self._told = told
        self.setVisible(bool(told.requests))
        self.setAccessibleName(f"{wanted_words(told)} of {told.usable:,}, {spare_words(told)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        told = self._told
        if told is None or not told.wanted:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 2, self.width(), 8)
        whole = max(told.usable, told.wanted)
        shape = QPainterPath()
        shape.addRoundedRect(bar, 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(bar, self._look.colour("line"))
        filled = bar.width() * told.wanted / whole
        colour = {"ok": "accent", "warn": "warn-mark"}.get(_state(told)[1], "bad")
        painter.fillRect(QRectF(0, bar.top(), filled, 8), self._look.colour(colour))
        painter.setClipping(False)
        # Where the requests would end if just enough were spare.
        mark = bar.width() * told.usable / whole * 100 / (100 + LEAST_SPARE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        painter.drawRect(QRectF(round(mark) - 1, 0, 2, 12))
        painter.end()
