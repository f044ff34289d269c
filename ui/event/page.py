"""The page of the event: what is set up, and registrations into it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.journal.journal import Changes
from ui.common.page import Page, Tools
from ui.common.turns import in_turn
from ui.event.choose_step import dropped_file
from ui.event.import_view import ImportView
from ui.event.overview_view import OverviewView
from ui.event.plan_view import PlanView
from ui.event.services import EventServices
from ui.event.steps import Step

_SHOWN = frozenset(
    {"Event", "Day", "Block", "Slot", "Table", "Desk", "Delegate", "CheckIn", "Doubt"}
) | {"Organisation", "TableOwner", "Closure", "FarZones", "Request", "Meeting", "Plan"}
"""What the overview tells of."""


class EventPage(Page):
    """The overview, and in its place the import while one is prepared."""

    imported = Signal(object)
    """An import was done: ``app.delegates.importing.imports.Imported``."""
    delegates_wanted = Signal()
    """The page of delegates is to be shown."""
    copy_wanted = Signal()
    """A copy of the event is to be saved; the window asks where."""

    def __init__(
        self, services: EventServices, tools: Tools, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self.overview = OverviewView(services, tools)
        self._views = QStackedLayout(self)
        self._add(self.overview)
        self._stale = True
        self.setAcceptDrops(True)
        self.overview.copy_wanted.connect(self.copy_wanted)
        self.overview.delegate_wanted.connect(self.delegate_wanted)
        self.overview.import_wanted.connect(self.start_import)
        self.overview.meetings.plan_wanted.connect(self.start_plan)
        in_turn(self, lambda: self.importing)

    @cached_property
    def importing(self) -> ImportView:
        """The steps of an import, made a moment after the overview."""
        view = ImportView(self._services, self._tools)
        view.imported.connect(self.imported)
        view.left.connect(self.show_overview)
        view.decide_wanted.connect(self.show_overview)
        self._add(view)
        return view

    @cached_property
    def planning(self) -> PlanView:
        """Plans of meetings, made when one is wanted first."""
        view = PlanView(self._services.plans.planning, self._tools)
        view.told.connect(self.told)
        view.left.connect(self._leave_plan)
        self._views.addWidget(view)
        return view

    def arrive(self) -> None:
        """Read what is stale; an import that is being prepared stays where it was."""
        if self._stale:
            self._stale = False
            self.overview.refresh()
        if self._views.currentWidget() is self.overview:
            self.overview.setFocus()

    def take_back(self) -> bool:
        """Take back the import whose result is shown."""
        return self._imports and self.importing.take_back()

    def learn(self, changes: Changes) -> None:
        """Read the overview again, now or when it is looked at."""
        if "Delegate" in changes.models and self._imports:
            self.importing.learn()
        if changes.models.isdisjoint(_SHOWN):
            return
        self._stale = True
        if self.overview.isVisible():
            self.arrive()

    def start_import(self) -> None:
        """Show the steps of an import."""
        if self.importing.step is Step.IMPORT and not self.importing.result.strip.busy:
            self.importing.start_over()
        self._views.setCurrentWidget(self.importing)
        self.importing.choose.choose.setFocus()

    def start_plan(self) -> None:
        """Look for a plan of what is wanted."""
        self._views.setCurrentWidget(self.planning)
        self.planning.start()

    def _leave_plan(self) -> None:
        self._stale = True
        self.show_overview()
        self.overview.meetings.plan.setFocus()

    def show_overview(self) -> None:
        """Show what is set up."""
        self._views.setCurrentWidget(self.overview)
        self.arrive()

    def import_file(self, file: Path) -> None:
        """Begin an import with a file, as if it had been dropped here."""
        if self.importing.result.strip.busy:
            return
        self.importing.open_file(file)
        self.start_import()

    @property
    def _imports(self) -> bool:
        return isinstance(self._views.currentWidget(), ImportView)

    def _add(self, view: OverviewView | ImportView) -> None:
        self._views.addWidget(view)
        view.told.connect(self.told)
        view.delegates_wanted.connect(self.delegates_wanted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.import_file(file)
