"""What stands there when nothing is left to record, or when there is nothing to record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from ui.common.buttons import SmallButton
from ui.common.lettering import BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, row
from ui.outcomes.offers import Offer
from ui.outcomes.rows import Count, OutcomeDay, Row
from ui.outcomes.spans import Span


class DoneBar(Panel):
    """Says above the table that all is recorded, and offers to export it."""

    def __init__(self, look: Look, offers: Sequence[Offer], day: Callable[[], date]) -> None:
        super().__init__("news")
        self._said = Text("", BODY_STRONG)
        self.buttons = [SmallButton(look, each.words, each.icon) for each in offers]
        for button, offer in zip(self.buttons, offers, strict=True):
            button.clicked.connect(partial(_run, offer, day))
        mark = Picture(look, "circle-check", "accent-text")
        self.setLayout(row(mark, self._said, None, *self.buttons, gap=10, margins=(12, 8, 8, 8)))
        self.hide()

    def show_count(self, count: Count, *, is_open: bool) -> None:
        """Say that all is recorded if it is so, and nobody looks at a meeting."""
        begun = count.wanted - count.ahead
        if count.ahead:
            to_come = f"{count.ahead:,} {'is' if count.ahead == 1 else 'are'} still to come."
            self._said.setText(f"All {begun:,} that have begun are recorded. {to_come}")
        else:
            self._said.setText(f"All {count.wanted:,} recorded.")
        self.setVisible(begun > 0 and not count.left and not is_open)


def nothing_words(day: OutcomeDay | None, rows: Sequence[Row], span: Span | None) -> str:
    """Say why there is no table; blank if there is one."""
    if day is None or rows:
        return ""
    if span is not None and day.rows:
        return f"No meeting of this day is at {span.words.casefold()}."
    return "No meetings on this day yet."


def _run(offer: Offer, day: Callable[[], date], _on: bool = False) -> None:
    offer.run(day())
