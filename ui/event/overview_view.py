"""The event at a glance: cards with what is set up, each to be changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from zoneinfo import available_timezones

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.applications.admission import AdmissionTold
from app.errors import DeskError
from app.event.overview import EventOverview
from app.meetings.counts import MeetingCounts
from app.outcomes.answers import AnswerSet
from app.programme.views import ProgrammeCounts
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, TITLE
from ui.common.page import News, Tools
from ui.common.parts import Elided, Text, column, row, scrolled
from ui.common.strip import StatusStrip
from ui.event.admission_card import AdmissionCard
from ui.event.capacity_card import CapacityCard
from ui.event.closures_card import ClosuresCard
from ui.event.days_card import DaysCard
from ui.event.editor import Editor
from ui.event.facts_card import FactsCard
from ui.event.logo_field import LogoField
from ui.event.outcomes_card import OutcomesCard
from ui.event.owners_asking import OwnersAsking
from ui.event.plan_card import PlanCard
from ui.event.programme_card import ProgrammeCard
from ui.event.services import EventServices
from ui.event.side_cards import DecideCard, DesksCard, FileCard, NumbersCard
from ui.event.tables_card import TablesCard
from ui.event.texts_asking import TextsAsking
from ui.event.zones_card import ZonesCard

_RIGHT = 400
_Read = tuple[EventOverview, MeetingCounts, AnswerSet, AdmissionTold, ProgrammeCounts]


class ShowsOverview(Protocol):
    """A part that tells something of the event."""

    def show_overview(self, overview: EventOverview) -> None: ...


class OverviewView(QWidget):
    """Two columns of cards. Reads the event again after each change."""

    told = Signal(News)
    import_wanted = Signal()
    delegates_wanted = Signal()
    delegate_wanted = Signal(object)
    copy_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, services: EventServices, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        look, setup = tools.look, services.setup
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.editor = Editor(look, tools.quick, self.strip)
        self._silent = Quiet(self)
        self._zones_known, self._readings = False, InTurn(self._read)
        self.logo = LogoField(look, services.logos, self.editor, tools.files)
        self.facts = FactsCard(look, setup, self.editor, self.logo)
        self.days = DaysCard(look, setup, self.editor)
        self.capacity = CapacityCard(look)
        self.tables = TablesCard(look, services.tables, self.editor)
        self.zones = ZonesCard(look, services.zones, self.editor)
        self.closures = ClosuresCard(look, services.closures, self.editor)
        self.owners = OwnersAsking(services.owners, self.editor, tools)
        self.numbers = NumbersCard(look)
        self.meetings = PlanCard(look)
        self.decide = DecideCard(look, (services.doubts, services.organisations), self.editor)
        self.programme = ProgrammeCard(look)
        self.outcomes = OutcomesCard(look, services.answers, self.editor)
        self.admission = AdmissionCard(look, services.admission, self.editor)
        self.letter_texts = TextsAsking(services.letter_texts, self.editor, tools)
        self.desks = DesksCard(tools.times)
        self.file = FileCard(look)
        # From the whole to its parts.
        self._planned = (self.capacity, self.days, self.tables, self.zones, self.closures)
        self._others = (self.decide, self.facts, self.desks, self.file)
        self._right = (
            *(self.decide, self.facts, self.admission),
            *(self.programme, self.outcomes, self.desks, self.file),
        )
        self._where = Elided("", BODY, "2")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the event again; what is asked while it is being read is read once, after."""
        self._readings.ask()

    def _read(self) -> None:
        setup, counts = self._services.setup, self._services.plans.counts
        asked = self._services.answers.asked
        admission = self._services.admission.told

        def read(_report: object) -> _Read:
            told = (setup.overview(), counts(), asked(), admission())
            return *told, self._services.programme()

        self._tools.reads.run(read, view=self._silent, then=self._show_read)

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``, once it is known what becomes of facts that are not kept."""
        self.facts.leave(then)
        QTimer.singleShot(0, self.facts, lambda: self.area.ensureWidgetVisible(self.facts))

    def _show_read(self, read: _Read) -> None:
        overview, counts, asked, admission, programme = read
        self.programme.show_counts(programme)
        self.admission.show_told(admission)
        self.outcomes.show_asked(asked)
        self.show_overview(overview)
        self.meetings.show_counts(counts)
        self._readings.ended()

    def _say_unread(self, refusal: DeskError) -> None:
        self._readings.failed()
        self.strip.job_refused(refusal)

    def show_overview(self, overview: EventOverview) -> None:
        """Show what was read."""
        facts = overview.facts
        self._where.setText(" · ".join(filter(None, (facts.name, facts.city, facts.venue))))
        told: Sequence[ShowsOverview] = (
            *self._planned,
            self.numbers,
            *self._others,
            self.logo,
            self.owners,
        )
        for part in told:
            part.show_overview(overview)
        if not self._zones_known:
            self._zones_known = True
            self._tools.reads.run(
                lambda _report: tuple(sorted(available_timezones())),
                view=self._silent,
                then=self.facts.offer_zones,
            )

    def _build(self) -> None:
        left = column(*self._planned, None, gap=16)
        right_side = QWidget()
        right_side.setFixedWidth(_RIGHT)
        right = (self.numbers, self.meetings, *self._right)
        right_side.setLayout(column(*right, None, gap=16))
        cards = row(gap=16, margins=(24, 0, 24, 24))
        cards.addLayout(left, 1)
        cards.addWidget(right_side)
        inner = QWidget()
        inner.setLayout(cards)
        self.area = scrolled(inner)
        heading = column(Text("Event", TITLE), self._where, gap=0)
        top = column(heading, self.strip, gap=8, margins=(24, 20, 24, 12))
        whole = column(top, gap=0)
        whole.addWidget(self.area, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.tables.close_wanted.connect(self.closures.ask_tables)
        self.tables.reopen_wanted.connect(self.closures.reopen_tables)
        self.tables.owners_wanted.connect(self.owners.ask)
        self.admission.texts_wanted.connect(self.letter_texts.ask)
        self.zones.close_wanted.connect(self.closures.ask_zone)
        self.zones.reopen_wanted.connect(self.closures.reopen_zone)
        self.editor.told.connect(self.told)
        self.editor.done.connect(self.refresh)
        self._silent.refused.connect(self._say_unread)
        self.numbers.import_wanted.connect(self.import_wanted)
        self.numbers.delegates_wanted.connect(self.delegates_wanted)
        self.decide.delegate_wanted.connect(self.delegate_wanted)
        self.file.copy_wanted.connect(self.copy_wanted)
        self.file.erase_wanted.connect(self.erase_wanted)
