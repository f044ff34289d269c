"""The page of the event: what is set up, and registrations into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.journal.journal import Changes
from app.meetings.planning import PlanOrder
from ui.common.page import Page, Tools
from ui.event.importing.choose_step import dropped_file
from ui.event.importing.import_view import ImportView
from ui.event.importing.list_calls import KINDS, list_calls
from ui.event.importing.list_kind import Of
from ui.event.importing.steps import Step
from ui.event.overview_view import OverviewView
from ui.event.plan_asking import PlanAsking
from ui.event.plan_view import PlanView
from ui.event.requests_view import RequestsView
from ui.event.services import EventServices

_SHOWN = frozenset(
    {"Event", "Day", "Block", "Slot", "Table", "Desk", "Delegate", "CheckIn", "Doubt"}
) | {"Organisation", "TableOwner", "Closure", "FarZones", "Request", "Meeting", "Plan"}
_SHOWN |= {"ApplicationTerms", "PlaceLimit", "ProgrammeSession"}
"""What the overview tells of."""
_AWAY = frozenset({"Booking", "ProgrammeSession", "Unavailable"})
"""What says when people can't meet."""
_OF_REQUESTS = (_SHOWN | _AWAY | {"PlanRules", "Resource"}) - {"CheckIn", "Desk", "Doubt"}
"""What says where requests stand."""
_IN_LISTS = (
    frozenset({"Delegate", "Request", "Meeting", "Outcome", "Slot", "Table"}) | _AWAY | {"Visit"}
)
"""What a list that is imported is put beside."""


class EventPage(Page):
    """The overview, and in its place the import while one is prepared."""

    imported = Signal(object)
    """An import was done: ``app.delegates.importing.imports.Imported``."""
    delegates_wanted = Signal()
    """The page of delegates is to be shown."""
    outcomes_wanted = Signal()
    """The page of outcomes is to be shown."""
    programme_wanted = Signal(str)
    """A part of the programme, by its key, is to be shown."""
    """The page of the programme is to be shown."""
    copy_wanted = Signal()
    erase_wanted = Signal()
    """A copy of the event is to be saved; the window asks where."""

    def __init__(
        self, services: EventServices, tools: Tools, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self.overview = OverviewView(services, tools)
        self._views = QStackedLayout(self)
        self._views.addWidget(self.overview)
        self.overview.told.connect(self.told)
        self.overview.delegates_wanted.connect(self.delegates_wanted)
        self._stale = True
        self.setAcceptDrops(True)
        self.overview.copy_wanted.connect(self.copy_wanted)
        self.overview.erase_wanted.connect(self.erase_wanted)
        self.overview.delegate_wanted.connect(self.delegate_wanted)
        self.overview.import_wanted.connect(self.start_import)
        self.overview.meetings.requests_wanted.connect(lambda: self.start_import(Of.REQUESTS))
        self.overview.meetings.meetings_wanted.connect(lambda: self.start_import(Of.MEETINGS))
        self.overview.programme.show_wanted.connect(partial(self.programme_wanted.emit, "sessions"))
        self.overview.programme.import_wanted.connect(lambda: self.start_import(Of.PROGRAMME))
        self.overview.outcomes.import_wanted.connect(lambda: self.start_import(Of.OUTCOMES))
        self.asking = PlanAsking(services.plans, self.overview.editor, tools)
        self.asking.decided.connect(self.start_plan)
        self.overview.meetings.plan_wanted.connect(self.asking.ask)
        self.overview.meetings.show_wanted.connect(self.show_requests)
        self.overview.meetings.rules_wanted.connect(self.asking.ask_rules)

    @cached_property
    def importing(self) -> ImportView:
        """The steps of an import of delegates."""
        view = self._make_steps(Of.DELEGATES)
        view.imported.connect(self.imported)
        view.decide_wanted.connect(self.show_overview)
        view.show_wanted.connect(self.delegates_wanted)
        return view

    @cached_property
    def importing_requests(self) -> ImportView:
        """The steps of an import of requests, made when they are wanted first."""
        return self._make_steps(Of.REQUESTS)

    @cached_property
    def importing_meetings(self) -> ImportView:
        """The steps of an import of meetings, made when they are wanted first."""
        return self._make_steps(Of.MEETINGS)

    @cached_property
    def importing_outcomes(self) -> ImportView:
        """The steps of an import of outcomes, made when they are wanted first."""
        return self._make_steps(Of.OUTCOMES)

    @cached_property
    def importing_programme(self) -> ImportView:
        """The steps of an import of the programme, made when they are wanted first."""
        return self._make_steps(Of.PROGRAMME)

    @cached_property
    def importing_visits(self) -> ImportView:
        """The steps of an import of visits, made when they are wanted first."""
        return self._make_steps(Of.VISITS)

    @cached_property
    def importing_sign_ups(self) -> ImportView:
        """The steps of an import of sign-ups for visits, made when they are wanted first."""
        return self._make_steps(Of.SIGN_UPS)

    def _make_steps(self, of: Of) -> ImportView:
        view = ImportView(KINDS[of], list_calls(of, self._services), self._tools)
        view.left.connect(self.show_overview)
        view.told.connect(self.told)
        if of is Of.OUTCOMES:
            view.show_wanted.connect(self.outcomes_wanted)
        elif of in (Of.PROGRAMME, Of.VISITS, Of.SIGN_UPS):
            part = "sessions" if of is Of.PROGRAMME else "visits"
            view.show_wanted.connect(partial(self.programme_wanted.emit, part))
        elif of is not Of.DELEGATES:
            view.show_wanted.connect(self.show_requests)
        view.other_wanted.connect(lambda file, kind: self.import_file(file, kind.of))
        self._views.addWidget(view)
        return view

    def steps_of(self, of: Of) -> ImportView:
        """Give the steps of an import."""
        match of:
            case Of.REQUESTS:
                return self.importing_requests
            case Of.MEETINGS:
                return self.importing_meetings
            case Of.OUTCOMES:
                return self.importing_outcomes
            case Of.PROGRAMME:
                return self.importing_programme
            case Of.VISITS | Of.SIGN_UPS:
                return self.importing_visits if of is Of.VISITS else self.importing_sign_ups
            case _:
                return self.importing

    @cached_property
    def requests(self) -> RequestsView:
        """All requests, in a view made when it is wanted first."""
        view = RequestsView(self._services.meetings, self._tools)
        view.told.connect(self.told)
        view.left.connect(self._leave_requests)
        view.delegate_wanted.connect(self.delegate_wanted)
        view.import_wanted.connect(lambda: self.start_import(Of.REQUESTS))
        self._views.addWidget(view)
        return view

    @cached_property
    def planning(self) -> PlanView:
        """Plans of meetings, made when one is wanted first."""
        view = PlanView(self._services.plans.planning, self._tools)
        view.told.connect(self.told)
        view.left.connect(self._leave_plan)
        view.again_wanted.connect(self.asking.ask)
        self._views.addWidget(view)
        return view

    def prepare(self) -> None:
        _made = self.importing

    def arrive(self) -> None:
        """Read what is stale; an import that is being prepared stays where it was."""
        if self._stale:
            self._stale = False
            self.overview.refresh()
        if self._views.currentWidget() is self.overview:
            self.overview.setFocus()

    def take_back(self) -> bool:
        """Take back the import whose result is shown."""
        shown = self._shown_steps
        return shown is not None and shown.take_back()

    @property
    def unsaved(self) -> bool:
        return self.overview.facts.unsaved or self._has_request

    def leave(self, then: Callable[[], None]) -> None:
        if self.overview.facts.unsaved:
            self.show_overview()
            self.overview.leave(partial(self.leave, then))
        elif self._has_request:
            self.show_requests()
            self.requests.side.leave(partial(self.leave, then))
        else:
            then()

    @property
    def _has_request(self) -> bool:
        """Tell whether a request is half written, without making the view of them."""
        return "requests" in vars(self) and self.requests.side.unsaved

    def learn(self, changes: Changes) -> None:
        """Read the overview again, now or when it is looked at."""
        shown = self._shown_steps
        if shown is not None and not changes.models.isdisjoint(_IN_LISTS):
            shown.learn()
        requests = self._views.currentWidget()
        if isinstance(requests, RequestsView) and not changes.models.isdisjoint(_OF_REQUESTS):
            requests.refresh()
        if changes.models.isdisjoint(_SHOWN):
            return
        self._stale = True
        if self.overview.isVisible():
            self.arrive()

    def start_import(self, of: Of = Of.DELEGATES) -> None:
        """Show the steps of an import."""
        steps = self.steps_of(of)
        if steps.step is Step.IMPORT and not steps.result.strip.busy:
            steps.start_over()
        self._views.setCurrentWidget(steps)
        steps.choose.choose.setFocus()

    def start_plan(self, order: PlanOrder) -> None:
        """Look for a plan of what is wanted."""
        self._views.setCurrentWidget(self.planning)
        self.planning.start(order)

    def show_requests(self) -> None:
        """Show all requests."""
        self._views.setCurrentWidget(self.requests)
        self.requests.arrive()

    def _leave_requests(self) -> None:
        self.show_overview()
        self.overview.meetings.show_all.setFocus()

    def _leave_plan(self) -> None:
        self._stale = True
        self.show_overview()
        self.overview.meetings.plan.setFocus()

    def show_overview(self) -> None:
        """Show what is set up."""
        self._views.setCurrentWidget(self.overview)
        self.arrive()

    def import_file(self, file: Path, of: Of = Of.DELEGATES) -> None:
        """Begin an import with a file, as if it had been dropped here."""
        steps = self.steps_of(of)
        if steps.result.strip.busy:
            return
        steps.open_file(file)
        self.start_import(of)

    @property
    def _shown_steps(self) -> ImportView | None:
        shown = self._views.currentWidget()
        return shown if isinstance(shown, ImportView) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            # Over the steps of an import it is of their kind; these say so if it looks otherwise.
            shown = self._shown_steps
            self.import_file(file, shown.kind.of if shown else Of.DELEGATES)
