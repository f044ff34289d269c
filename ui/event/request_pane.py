"""One request beside the table: all that is known of it, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.meetings.attendees import Someone
from app.meetings.views import RequestState
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, CELL, LABEL, TITLE
from ui.common.look import Look
from ui.common.parts import Picture, Text, clear, column, row
from ui.event.request_filters import Entry
from ui.event.request_words import (
    PRIORITIES,
    STATES,
    fixed_words,
    place_words,
    slot_words,
    why_words,
)

_NOBODY = "Choose a request, or note a new one."


class RequestPane(QWidget):
    """Shows a request; what is wanted of it is told by signals."""

    change_wanted = Signal()
    withdraw_wanted = Signal()
    reinstate_wanted = Signal()
    delegate_wanted = Signal(object)
    away_wanted = Signal(object)
    """Somebody's times away, by ``Someone``."""

    def __init__(self, look: Look, zone: ZoneInfo) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._look, self._zone = look, zone
        self._body = column(gap=14)
        self.setLayout(self._body)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a request, or none."""
        clear(self._body)
        if entry is None:
            self._body.addWidget(Text(_NOBODY, BODY, "2", wraps=True))
        else:
            self._show(entry)
        self._body.addStretch(1)

    def _show(self, entry: Entry) -> None:
        request = entry.row.request
        words, icon, tone = STATES[entry.state]
        state = row(Picture(self._look, icon, tone, 16), Text(words, BODY_STRONG), None)
        self._body.addLayout(column(Text(request.number, TITLE), state, gap=4))
        if entry.row.meeting is not None:
            meeting = entry.row.meeting
            place = place_words(meeting.starts_at, meeting.table, self._zone)
            self._body.addWidget(Text(f"{meeting.number}: {place}", BODY, wraps=True))
        elif entry.why is not None:
            self._body.addWidget(Text(why_words(entry.why, self._zone), BODY, "2", wraps=True))
        self._body.addLayout(self._buttons(entry))
        for title, people in (("Asks", request.guests), ("Is asked", request.hosts)):
            side = column(Text(title, LABEL, "2"), gap=4)
            for each in people:
                self._person(side, each)
            self._body.addLayout(side)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (label, text) in enumerate(self._facts(entry)):
            grid.addWidget(Text(label, LABEL, "2"), at, 0)
            shown = Text(text, CELL, wraps=True)
            shown.setAccessibleName(f"{label}: {text}")
            grid.addWidget(shown, at, 1)
        self._body.addLayout(grid)

    def _buttons(self, entry: Entry) -> QHBoxLayout:
        request = entry.row.request
        change = Button(self._look, "Change", "pencil", rank=Rank.MAIN)
        change.clicked.connect(self.change_wanted)
        is_out = request.state is RequestState.WITHDRAWN
        other = Button(
            self._look, "Reinstate" if is_out else "Withdraw", "rotate-ccw" if is_out else "undo-2"
        )
        other.clicked.connect(self.reinstate_wanted if is_out else self.withdraw_wanted)
        for button in (change, other):
            button.setAccessibleName(f"{button.text()} {request.number}")
        return row(change, other, None)

    def _person(self, side: QVBoxLayout, who: Someone) -> None:
        name = Text(who.name or "Somebody who was taken off the list", BODY_STRONG, wraps=True)
        said = ", ".join(filter(None, (who.organisation, who.badge_number)))
        show = SmallButton(self._look, "Show", "eye", rank=Rank.QUIET)
        show.setAccessibleName(f"Show {who.name}")
        show.clicked.connect(lambda: self.delegate_wanted.emit(who.id))
        away = SmallButton(self._look, "Times away…", "timer", rank=Rank.QUIET)
        away.setAccessibleName(f"Times away of {who.name}")
        away.clicked.connect(lambda: self.away_wanted.emit(who))
        side.addLayout(
            column(name, Text(said, CELL, "2", wraps=True), row(show, away, None), gap=1)
        )

    def _facts(self, entry: Entry) -> Iterator[tuple[str, str]]:
        request = entry.row.request
        follows = "" if request.kind_is_set else ", by their organisations"
        yield "Kind", f"{request.kind.upper()}{follows}"
        yield "Both want it", "Yes" if request.mutual else "Only one side"
        yield "Priority", PRIORITIES.get(request.priority, str(request.priority))
        yield "Worth", f"{request.worth:,}"
        if request.length > 1:
            yield "Takes", f"{request.length} slots"
        if request.slot is not None or request.table:
            yield "Fixed", fixed_words(request, self._zone).split(", not in")[0]
        if request.forbidden:
            yield "Not in", ", ".join(slot_words(each, self._zone) for each in request.forbidden)
        if request.needs:
            yield "Needs", ", ".join(request.needs)
        if request.after:
            yield "Comes after", ", ".join(request.after)
        if request.note:
            yield "Note", request.note
