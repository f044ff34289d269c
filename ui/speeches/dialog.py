"""Asks who speaks in which order, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QDialog, QSpinBox, QTimeEdit, QWidget

from app.cli.meanwhile_words import meanwhile_lines
from app.delegates.registration import Kind, Status
from app.errors import DeskError
from app.meetings.attendees import Someone
from app.programme.meanwhile import Meanwhile
from app.progress import Report
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.running import Speeches
from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import DONE, inset, labelled, plain
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Text, column, row
from ui.common.sentences import sentence
from ui.common.times import day_words
from ui.speeches.rows import clock
from ui.speeches.services import SpeechServices

_PAUSE_MS, _NAMES, _WIDE = 120, 8, 560
_HALF, _LATE = 30, 23
_ORDERS: Mapping[Order, str] = {
    Order.MIXED: "One of each delegation in turn",
    Order.DELEGATION: "Delegation after delegation",
    Order.DRAWN: "Drawn by lot",
}
_KINDS: Mapping[str, str] = {
    "": "All kinds",
    Kind.CLUSTER: "Clusters",
    Kind.COMPANY: "Companies",
    Kind.UNIVERSITY: "Universities",
    Kind.AUTHORITY: "Authorities",
    Kind.INVESTOR: "Investors",
    Kind.SUPPORT: "Support organisations",
    Kind.OTHER: "Others",
}


@dataclass(frozen=True, slots=True)
class _Who:
    """Whose application stands so, and whether only who is here speaks."""

    status: Status
    here: bool = False


_WHO: Mapping[_Who, str] = {
    _Who(Status.ACCEPTED): "Everybody who is accepted",
    _Who(Status.ACCEPTED, here=True): "Who is here",
    _Who(Status.RECEIVED): "Who is not decided on yet",
    _Who(Status.WAITING): "Who is on the waiting list",
}


class SpeechesDialog(QDialog):
    """Says live who would speak, and until when."""

    decided = Signal(object)
    """The order that is wanted."""

    def __init__(
        self, services: SpeechServices, tools: Tools, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tools, self._day = services, tools, day
        look = tools.look
        self._seed = 1
        self.starts = plain(QTimeEdit(self._soon_after()))
        self.starts.setDisplayFormat("HH:mm")
        self.minutes, self.questions = plain(QSpinBox()), plain(QSpinBox())
        for field, least in ((self.minutes, 1), (self.questions, 0)):
            field.setRange(least, 120)
            field.setSuffix(" min")
            field.setValue(5)
        for each in (self.starts, self.minutes, self.questions):
            inset(each)
        self.order, self.who = _choice(look, _ORDERS), _choice(look, _WHO)
        self.kind, self.delegation = _choice(look, _KINDS), Choice(look)
        self.delegation.addItem("All delegations", "")
        self.again = Button(look, "Draw again", "refresh-cw")
        self.counted = Text("", BODY_STRONG, wraps=True)
        self.names = Text("", BODY, "2", wraps=True)
        self.besides = Text("", LABEL, "warn", wraps=True)
        self.keep = Button(look, "Set speeches", "check", DONE, rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self._view = Quiet(self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_speeches(self, speeches: Speeches) -> None:
        """Start from what is set."""
        local = speeches.starts_at.astimezone(self._tools.times.zone)
        self.starts.setTime(QTime(local.hour, local.minute))
        self.minutes.setValue(speeches.minutes)
        self.questions.setValue(speeches.questions)

    def show_delegations(self, names: Sequence[str]) -> None:
        """Offer these."""
        for each in names:
            self.delegation.addItem(each, each)

    @property
    def said(self) -> SpeechOrder:
        """What is wanted by now."""
        at, zone = self.starts.time(), self._tools.times.zone
        who: _Who = self.who.currentData()
        return SpeechOrder(
            datetime.combine(self._day, time(at.hour(), at.minute()), zone).astimezone(UTC),
            self.minutes.value(),
            self.questions.value(),
            Order(self.order.currentData()),
            self.delegation.currentData(),
            self._seed,
            self.kind.currentData(),
            who.status,
            who.here,
        )

    def look(self) -> None:
        """Find out who would speak."""
        order = self.said
        services, day = self._services, self._day

        def found(_report: Report) -> tuple[Sequence[Someone], Meanwhile]:
            people = services.speaking.would_speak(day, order)
            return people, services.meanwhile(day, order, people)

        self._tools.reads.run(found, view=self._view, then=lambda said: self._show(order, *said))

    def _soon_after(self) -> QTime:
        """Give the next half hour, or nine o'clock of another day."""
        now = self._tools.times.clock().astimezone(self._tools.times.zone)
        if now.date() != self._day or now.hour >= _LATE:
            return QTime(9, 0)
        return QTime(now.hour, 30) if now.minute < _HALF else QTime(now.hour + 1, 0)

    def _show(self, order: SpeechOrder, people: Sequence[Someone], meanwhile: Meanwhile) -> None:
        if order != self.said:
            return
        zone = self._tools.times.zone
        ends = order.starts_at + len(people) * timedelta(minutes=order.minutes + order.questions)
        verb = "speaks" if len(people) == 1 else "speak"
        said = f"{len(people)} {verb}, {clock(order.starts_at, zone)} to {clock(ends, zone)}."
        self.counted.setText(said)
        more = len(people) - _NAMES
        names = " · ".join(f"{n} {each.name}" for n, each in enumerate(people[:_NAMES], start=1))
        self.names.setText(f"{names} · {more} more" if more > 0 else names)
        self.besides.setText("\n".join(meanwhile_lines(meanwhile, zone)))
        self.keep.setEnabled(True)

    def _refuse(self, refusal: DeskError) -> None:
        said = sentence(refusal, self._tools.times.of_day)
        self.counted.setText(said.replace(" Nothing was changed.", ""))
        self.names.setText("")
        self.besides.setText("")
        self.keep.setEnabled(False)

    def _draw(self) -> None:
        self._seed += 1
        self.look()

    def _lay_out(self) -> None:
        self.setWindowTitle(f"Speeches on {day_words(self._day)}")
        # Room for three lines each, so that nothing moves while somebody chooses.
        self.names.setFixedHeight(3 * 20)
        self.besides.setMinimumHeight(3 * 16)
        for text in (self.names, self.besides):
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.again.hide()
        times = (
            labelled("Starts", self.starts),
            labelled("Each speaks", self.minutes),
            labelled("Questions", self.questions),
        )
        ordered = row(labelled("Order", self.order), self.again, gap=12)
        ordered.setStretch(0, 1)
        ordered.setAlignment(self.again, Qt.AlignmentFlag.AlignBottom)
        chosen = row(labelled("Of", self.delegation), labelled("Kind", self.kind), gap=12)
        for at in range(2):
            chosen.setStretch(at, 1)
        self.setLayout(
            column(
                Text(self.windowTitle(), SECTION),
                row(*times, gap=12),
                ordered,
                labelled("Who speaks", self.who),
                chosen,
                column(self.counted, self.names, self.besides, gap=4),
                row(None, self.cancel, self.keep),
                gap=16,
                margins=24,
            )
        )
        self.setFixedWidth(_WIDE)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.look)
        self._view.refused.connect(self._refuse)
        for changed in (self.minutes.valueChanged, self.questions.valueChanged):
            changed.connect(self._soon.start)
        self.starts.timeChanged.connect(self._soon.start)
        for each in (self.order, self.who, self.kind, self.delegation):
            each.currentIndexChanged.connect(self._soon.start)
        self.order.currentIndexChanged.connect(
            lambda _at: self.again.setVisible(self.order.currentData() == Order.DRAWN)
        )
        self.again.clicked.connect(self._draw)
        self.keep.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)

    def _decide(self) -> None:
        self.decided.emit(self.said)
        self.accept()


def _choice(look: Look, offered: Mapping[Any, str]) -> Choice:
    made = Choice(look)
    for value, words in offered.items():
        made.addItem(words, value)
    return made
