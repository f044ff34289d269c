"""Draws the badge off the window's thread, always the newest, never two at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.errors import DeskError
from app.printing.template_office import Specimens
from app.printing.templates.template import Template
from app.progress import Report
from ui.common.jobs import Jobs, Quiet
from ui.printing.sheets import first_page
from ui.templates.calls import TemplateCalls


class Drawer(QObject):
    """Gives a picture of each template that it is asked for, but for those outrun by others."""

    drawn = Signal(QImage)
    refused = Signal(object)

    def __init__(self, calls: TemplateCalls, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._calls, self._jobs = calls, jobs
        self._view = Quiet(self)
        self._view.refused.connect(self._refuse)
        self._busy = False
        self._next: tuple[Template, Specimens, int, bool, int] | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether something newer than what is shown is on its way."""
        return self._busy

    def draw(
        self, template: Template, specimens: Specimens, number: int, *, mono: bool, height: int
    ) -> None:
        """Draw the badge of one of the specimens, so many pixels high."""
        self._next = (template, specimens, number, mono, height)
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        if self._next is None:
            return
        template, specimens, number, mono, height = self._next
        self._next, self._busy = None, True
        calls = self._calls

        def work(_report: Report) -> QImage:
            face = specimens.faces[number]
            pdf = calls.draw(template, specimens.occasion, face, mono=mono)
            return first_page(pdf, height)

        self._jobs.run(work, view=self._view, then=self._show)

    def _show(self, picture: QImage) -> None:
        self._busy = False
        self.drawn.emit(picture)
        self._begin()

    def _refuse(self, refusal: DeskError) -> None:
        self._busy = False
        self.refused.emit(refusal)
        self._begin()
