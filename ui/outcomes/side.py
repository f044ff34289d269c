"""The right side of the page: the day so far, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.meetings.attendees import MeetingKind
from app.outcomes.figures import Figures
from app.outcomes.outcome import OutcomeKind
from app.outcomes.programme_figures import ProgrammeFigures
from ui.common.buttons import Button
from ui.common.lettering import CELL, CELL_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, line, row, scrolled
from ui.outcomes.charts import Bar, Bars, Histogram
from ui.outcomes.offers import Offer
from ui.outcomes.sessions import SessionsSoFar
from ui.outcomes.words import KIND_ICONS, KIND_WORDS

WIDE = 316
_WORDS_WIDE = 172


class DaySide(Panel):
    """Shows figures, and a button for each offer; each is run with the day that is shown."""

    def __init__(self, look: Look, offers: Sequence[Offer], day: Callable[[], date]) -> None:
        super().__init__("side")
        self._title = Text("", SECTION)
        self._recorded = Text("", CELL, "2", wraps=True)
        self._kinds = Bars(look, _WORDS_WIDE)
        self._several = Text("", LABEL, "2", wraps=True)
        self._mean = Text("", CELL, "2")
        self._interest = Histogram(look)
        self._types_title = Text("Recorded by meeting type", CELL_STRONG)
        self._types, self._types_line = Bars(look, 0), line()
        self.sessions = SessionsSoFar(look)
        self._open = Text("", CELL, "2", wraps=True)
        self.buttons = tuple(_button(look, each, day) for each in offers)
        inside = QWidget()
        inside.setLayout(self._column())
        self.setLayout(column(scrolled(inside), gap=0))
        self.setFixedWidth(WIDE)
        self._several.hide()
        self.figures: Figures | None = None

    def name_day(self, words: str) -> None:
        """Say of which day the figures are."""
        self._title.setText(f"{words} so far")

    def show_figures(self, figures: Figures, begun: ProgrammeFigures) -> None:
        """Show other figures, and those of sessions that have begun."""
        self.sessions.show_figures(begun)
        self.figures, told = figures, figures.meetings
        self._recorded.setText(f"{_meetings(told.recorded)} recorded, of {told.wanted:,} in all")
        self._kinds.show_bars(
            [
                Bar(
                    KIND_WORDS[kind],
                    figures.outcomes[kind],
                    KIND_ICONS[kind],
                    is_quiet=kind is OutcomeKind.NONE,
                )
                for kind in OutcomeKind
            ]
        )
        interest = figures.interest
        self._interest.show_counts(interest.answers)
        self._mean.setText("nobody asked yet" if interest.mean is None else _mean(interest.mean))
        by = figures.by.kinds
        self._types.show_bars(
            [
                Bar(kind.upper(), by[kind].recorded, kind=str(kind), of=by[kind].wanted)
                for kind in MeetingKind
                if kind in by and by[kind].wanted
            ]
        )
        for part in (self._types, self._types_title, self._types_line):
            part.setVisible(told.wanted > 0)
        left = told.not_recorded
        goes = f"{_meetings(left)} {'goes' if left == 1 else 'go'} out as “not recorded”."
        self._open.setText(goes if left else "Nothing that has begun is left to record.")
        self._open.setVisible(told.wanted > 0)

    def show_several(self, count: int) -> None:
        """Say how many meetings have several outcomes, and so stand in several bars."""
        self._several.setText(
            f"{_meetings(count)} {'has' if count == 1 else 'have'} several outcomes."
        )
        self._several.setVisible(count > 0)

    def _column(self) -> QVBoxLayout:
        parts: list[QWidget | QVBoxLayout | int | None] = [
            column(self._title, self._recorded, gap=4),
            column(Text("Outcomes", CELL_STRONG), self._kinds, self._several, gap=6),
            line(),
        ]
        interest = QWidget()
        interest.setLayout(row(Text("Interest", CELL_STRONG), None, self._mean))
        parts += [column(interest, self._interest, gap=4), self._types_line]
        parts += [column(self._types_title, self._types, gap=6), self.sessions]
        if self.buttons:
            parts += [line(), column(Text("Export", CELL_STRONG), self._open, gap=4)]
            parts += [column(*self.buttons, gap=8)]
        else:
            parts += [line(), self._open]
        return column(*parts, None, gap=12, margins=(20, 16, 20, 16))


class _Button(Button):
    begins_left = True


def _button(look: Look, offer: Offer, day: Callable[[], date]) -> Button:
    button = _Button(look, offer.words, offer.icon, offer.key)
    button.setMinimumWidth(WIDE - 41)
    button.clicked.connect(partial(_run, offer, day))
    return button


def _run(offer: Offer, day: Callable[[], date], _on: bool = False) -> None:
    offer.run(day())


def _meetings(count: int) -> str:
    return "1 meeting" if count == 1 else f"{count:,} meetings"


def _mean(mean: float) -> str:
    return f"average {mean:.1f}"
