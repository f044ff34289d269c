"""Requests: all of them in a table, one beside it, and what a desk does to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.event.slots import SlotTimes
from app.meetings.attendees import Someone
from app.meetings.plan_told import NotPlaced
from app.meetings.request_rows import RequestRow
from app.meetings.views import RequestFacts
from app.progress import Report
from ui.common.buttons import Button, Choice, Rank, SmallButton
from ui.common.check import CheckBox
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, TITLE
from ui.common.page import News, Tools
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.strip import StatusStrip
from ui.event.away_dialog import AwayDialog
from ui.event.meeting_services import MeetingServices
from ui.event.request_filters import Entry, Wanted, entries
from ui.event.request_form import Asking
from ui.event.request_side import RequestSide
from ui.event.request_table import RequestTable
from ui.event.request_words import STATES, names_words
from ui.event.words import rows_words


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read at once: requests as rows, and as entries that are ready to be searched."""

    rows: Sequence[RequestRow]
    entries: Sequence[Entry]
    slots: Sequence[SlotTimes]


class RequestsView(QWidget):
    """Reads requests anew whenever it is looked at and something was written."""

    left = Signal()
    told = Signal(News)
    delegate_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(self, meetings: MeetingServices, tools: Tools) -> None:
        super().__init__()
        self._meetings, self._tools = meetings, tools
        look, zone = tools.look, tools.times.zone
        self._entries: Sequence[Entry] = ()
        self._slots: Sequence[SlotTimes] = ()
        self._why: Mapping[UUID, NotPlaced] = {}
        self._awaited: UUID | None = None
        self._readings = InTurn(self._read)
        self._silent = Quiet(self)
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.table = RequestTable(look, zone)
        self.side = RequestSide(tools, meetings.find)
        self.pane = self.side.pane
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find by name, organisation or number")
        self.field.setAccessibleName("Find requests")
        self.field.setClearButtonEnabled(True)
        self.states, self.kinds = Choice(look), Choice(look)
        self.mutual = CheckBox(look, "Both want it")
        self.add = Button(look, "New request", "plus", "Ctrl+N", Rank.MAIN)
        self.bring = Button(look, "Import requests…", "download")
        self.away = Button(look, "Times away…", "timer")
        self.to_event = SmallButton(look, "Event", rank=Rank.QUIET)
        self.to_event.setAccessibleName("Back to the event")
        self._counted = Text("", BODY, "2")
        self._none = Text("", BODY, "2", wraps=True)
        self._build()
        self._connect()

    def arrive(self) -> None:
        """Read the requests, and be ready to search them."""
        self.refresh()
        self.field.setFocus()

    def refresh(self) -> None:
        """Read all requests again; what is asked meanwhile is read once more, after."""
        self._readings.ask()

    def _read(self) -> None:
        meetings, why = self._meetings, self._why

        def work(_report: Report) -> _Read:
            rows = meetings.rows()
            return _Read(rows, entries(rows, why), meetings.slots())

        self._tools.reads.run(work, view=self._silent, then=self._take)

    def _read_reasons(self, rows: Sequence[RequestRow]) -> None:
        """Find out what keeps requests from a place, which takes longer than to read them."""
        meetings = self._meetings

        def work(_report: Report) -> tuple[Mapping[UUID, NotPlaced], Sequence[Entry]]:
            why = meetings.reasons()
            return why, entries(rows, why)

        self._tools.reads.run(work, view=self._silent, then=lambda found: self._explain(*found))

    def _explain(self, why: Mapping[UUID, NotPlaced], explained: Sequence[Entry]) -> None:
        if why != self._why:
            self._why, self._entries = why, explained
            self._narrow()
            self._show_chosen()
        self._readings.ended()

    def begin_new(self) -> None:
        """Note a new request."""
        self.side.open_form(None, self._slots)

    def ask_away(self) -> None:
        """Ask whose times away are looked at, and show them."""
        self._open_away().person.setFocus()

    def _show_away(self, who: Someone) -> None:
        self._open_away().show_times(who.id, who.name)

    def _open_away(self) -> AwayDialog:
        dialog = AwayDialog(self._meetings, self._tools, self._slots, self)
        dialog.told.connect(self.told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _take(self, read: _Read) -> None:
        self._entries, self._slots = read.entries, read.slots
        self._narrow()
        if self._awaited is not None and self.table.choose(self._awaited):
            self._awaited = None
        self._show_chosen()
        self._read_reasons(read.rows)

    def _narrow(self) -> None:
        wanted = Wanted(
            self.field.text(),
            self.states.currentData() or "",
            self.kinds.currentData() or "",
            self.mutual.isChecked(),
        )
        left = wanted.left(self._entries)
        self.table.show_entries(left)
        every, shown = rows_words(len(self._entries), "request", "requests"), len(left)
        some = shown < len(self._entries)
        self._counted.setText(f"{shown:,} of {every}" if some else every)
        self.table.setVisible(bool(left))
        self._none.setVisible(not left)
        nobody = "No requests yet. Import a list, or note one here."
        self._none.setText("No request fits. Search for less." if self._entries else nobody)

    def _show_chosen(self) -> None:
        self.pane.show_entry(self.table.chosen)

    def _give_up(self) -> None:
        (self.table if self.table.chosen else self.field).setFocus()

    def _save(self, request: RequestFacts | None, asking: Asking) -> None:
        calls = self._meetings.requests
        if request is None:
            work = partial(calls.add, asking.guests, asking.hosts, asking.order)
            self._do(work, "{number} is noted: {guests} asks {hosts}.")
        else:
            self._do(partial(calls.change, request.id, asking.order), "{number} is corrected.")

    def _withdraw(self) -> None:
        self._on_chosen(self._meetings.requests.withdraw, "{number} is withdrawn.")

    def _reinstate(self) -> None:
        self._on_chosen(self._meetings.requests.reinstate, "{number} counts again.")

    def _change(self) -> None:
        chosen = self.table.chosen
        if chosen is not None:
            self.side.open_form(chosen.row.request, self._slots)

    def _on_chosen(self, act: Callable[[UUID], RequestFacts], said: str) -> None:
        chosen = self.table.chosen
        if chosen is not None:
            self._do(partial(act, chosen.id), said)

    def _do(self, work: Callable[[], RequestFacts], said: str) -> None:
        def tell(request: RequestFacts) -> None:
            self._awaited = request.id
            self.refresh()
            self.table.setFocus()
            guests, hosts = names_words(request.guests), names_words(request.hosts)
            words = said.format(number=request.number, guests=guests, hosts=hosts)
            self.told.emit(News(words))
            self.side.close_form()

        self._tools.quick.run(lambda _report: work(), view=self.strip, then=tell)

    def _build(self) -> None:
        self.states.setAccessibleName("State")
        self.kinds.setAccessibleName("Kind")
        self.states.addItem("Every state", "")
        for state, (words, _icon, _tone) in STATES.items():
            self.states.addItem(words, state)
        self.kinds.addItem("Every kind", "")
        for kind in ("c2c", "b2c", "b2b"):
            self.kinds.addItem(kind.upper(), kind)
        where = row(
            self.to_event,
            Picture(self._tools.look, "chevron-right", "text-3", 14),
            Text("Requests", BODY, "2"),
            None,
        )
        head = row(
            Text("Requests", TITLE), self._counted, None, self.away, self.bring, self.add, gap=10
        )
        sift = row(self.field, self.states, self.kinds, self.mutual, gap=10)
        sift.setStretch(0, 1)
        sheet = Panel("sheet")
        sheet.setLayout(column(self.table, self._none, gap=0, margins=1))
        self._none.setContentsMargins(20, 20, 20, 20)
        left = column(where, head, self.strip, sift, sheet, gap=12, margins=(24, 14, 16, 24))
        left.setStretch(4, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.to_event.clicked.connect(self.left)
        self.field.textChanged.connect(self._narrow)
        self.states.currentIndexChanged.connect(self._narrow)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.mutual.toggled.connect(self._narrow)
        self.table.chosen_changed.connect(self._show_chosen)
        self.add.clicked.connect(self.begin_new)
        self.bring.clicked.connect(self.import_wanted)
        self.away.clicked.connect(self.ask_away)
        self.side.saved.connect(self._save)
        self.side.given_up.connect(self._give_up)
        self.pane.change_wanted.connect(self._change)
        self.pane.withdraw_wanted.connect(self._withdraw)
        self.pane.reinstate_wanted.connect(self._reinstate)
        self.pane.away_wanted.connect(self._show_away)
        self.pane.delegate_wanted.connect(self.delegate_wanted)
        self._silent.refused.connect(self._say_unread)

    def _say_unread(self, refusal: object) -> None:
        self._readings.failed()
        self.strip.job_refused(refusal)  # type: ignore[arg-type] # a refusal is what it carries
