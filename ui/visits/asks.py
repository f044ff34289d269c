"""Opens the dialogs about visits over their part of the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.visits.visit import VisitFacts
from ui.common.page import News, Tools
from ui.visits.allot_dialog import AllotDialog
from ui.visits.asking import VisitAsking
from ui.visits.services import VisitServices
from ui.visits.sign_up_dialog import SignUpDialog
from ui.visits.visit_dialog import CancelDialog, VisitDialog


class Asks(QObject):
    """``day`` is where a new visit is offered, ``visits`` are those that people can choose."""

    told = Signal(News)
    ended = Signal()

    def __init__(
        self, services: VisitServices, tools: Tools, days: Sequence[date], over: QWidget
    ) -> None:
        super().__init__(over)
        self._services, self._tools, self._days = services, tools, tuple(days)
        self._over = over
        self.day = tools.times.today()
        self.visits: tuple[VisitFacts, ...] = ()

    def new(self) -> None:
        """Ask for a new visit on the day that is shown."""
        days = (self.day, *self._days)
        dialog = VisitDialog(self._services, self._tools, days, None, self._over)
        dialog.show_day(self.day)
        self._open(dialog)

    def change(self, visit: VisitFacts) -> None:
        """Ask what is otherwise of a visit."""
        self._open(VisitDialog(self._services, self._tools, self._days, visit, self._over))

    def cancel(self, visit: VisitFacts) -> None:
        """Ask whether a visit is not to take place."""
        self._open(CancelDialog(self._services, self._tools, visit, self._over))

    def allot(self) -> None:
        """Show who would get which place, and ask whether to give them."""
        self._open(AllotDialog(self._services, self._tools, self._over))

    def sign_up(self) -> None:
        """Ask who would like to join which visits."""
        self._open(SignUpDialog(self._services, self._tools, self.visits, self._over))

    def _open(self, dialog: VisitAsking) -> None:
        dialog.told.connect(self.told)
        dialog.finished.connect(self.ended)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
