"""A dialog about visits: a title, what is so, a strip for refusals, and its buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from app.visits.overview import Consequences
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE
from ui.common.lettering import BODY, SECTION
from ui.common.page import News, Tools
from ui.common.parts import Panel, Text, column, row
from ui.common.strip import StatusStrip
from ui.common.times import Times
from ui.visits.words import clash_words, counted, people_words

T = TypeVar("T")
_WIDE, _MOST = 600, 6


class VisitAsking(QDialog):
    """Ctrl+Enter does what its filled button says, Esc leaves it."""

    told = Signal(News)

    def __init__(self, tools: Tools, title: str, does: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDE)
        self.status = StatusStrip(tools.look, clock=tools.times.of_day)
        self.title = Text(title, SECTION, wraps=True)
        self.said = Text("", BODY, "2", wraps=True)
        self.act = Button(tools.look, does, "check", DONE, Rank.MAIN)
        self.leave = Button(tools.look, "Cancel")
        self.status.busy_changed.connect(self.act.setDisabled)
        self.leave.clicked.connect(self.reject)

    def lay_out(self, *parts: QWidget | QBoxLayout) -> None:
        """Put parts between what is said and the buttons."""
        buttons = row(None, self.leave, self.act)
        inside = column(self.title, self.said, *parts, self.status, buttons, gap=16, margins=24)
        self.setLayout(inside)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Run what writes, or has to be known before."""
        self._tools.quick.run(lambda _report: work(), view=self.status, then=then)

    def fit(self) -> None:
        """Be as high as what is said now needs."""
        inside = self.layout()
        if inside is not None:
            inside.activate()
            self.resize(self.width(), inside.totalHeightForWidth(self.width()))

    def end(self, news: str) -> None:
        """Close, and tell what was done."""
        self.told.emit(News(news))
        self.accept()


class Told(Panel):
    """Names who must be told of a change, and what clashes after it."""

    def __init__(self) -> None:
        super().__init__("warning")
        self._words = Text("", BODY, wraps=True)
        self.setLayout(column(self._words, margins=12))
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_what(self, found: Consequences, times: Times) -> bool:
        """Say it; tell whether there is anything to say."""
        lines = []
        if found.told:
            verb = "has a place and must" if len(found.told) == 1 else "have a place and must"
            lines.append(f"{people_words(found.told)} {verb} be told.")
        lines += [clash_words(each, times) for each in found.clashes[:_MOST]]
        if len(found.clashes) > _MOST:
            more = len(found.clashes) - _MOST
            lines.append(f"{counted(more, 'more has', 'more have')} something at that time.")
        self._words.setText("\n".join(lines))
        self.setVisible(bool(lines))
        return bool(lines)
