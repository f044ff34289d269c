"""The last step of an import: it is carried out, stopped, or taken back again."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.delegates.importing.imports import Imported
from app.errors import DeskError
from app.progress import Cancelled, Report
from ui.common.jobs import Jobs
from ui.common.page import News
from ui.event.importing.draft import Draft
from ui.event.importing.list_calls import ListCalls
from ui.event.importing.result_step import ResultStep


class Importer(QObject):
    """Imports what a draft says, and shows in ``result`` what came of it."""

    told = Signal(News)
    imported = Signal(object)
    left_off = Signal()
    """Nothing was imported: it was stopped or refused, and there is a way back."""

    def __init__(self, calls: ListCalls, jobs: Jobs, result: ResultStep) -> None:
        super().__init__(result)
        self._calls, self._jobs, self._result = calls, jobs, result
        self._unit: UUID | None = None
        result.undone.connect(self.undo)
        result.strip.refused.connect(self._show_refused)

    @property
    def can_undo(self) -> bool:
        """Whether the result of an import is shown that can be taken back."""
        return self._unit is not None

    def run(self, draft: Draft) -> None:
        """Import a file, and keep a matching by hand for the next time."""

        def work(report: Report) -> Imported | None:
            try:
                imported = self._calls.imports.run(draft.file, draft.order, report)
            except Cancelled:
                return None
            if draft.changed:
                self._calls.mappings.save(draft.kind.kept_as, draft.mapping)
            return imported

        def show(imported: Imported | None) -> None:
            if imported is None:
                self._result.show_stopped()
                self.left_off.emit()
            else:
                self._show(draft, imported)

        self._unit = None
        self._result.show_running(draft.preview.file)
        self._jobs.run(work, view=self._result.strip, then=show)

    def undo(self) -> None:
        """Take back the import whose result is shown."""
        unit = self._unit
        if unit is None or self._result.strip.busy:
            return
        self._jobs.run(
            lambda report: self._calls.take_back(unit, report),
            view=self._result.strip,
            then=lambda _taken: self._show_undone(),
        )

    def _show(self, draft: Draft, imported: Imported) -> None:
        self._unit = imported.unit
        self._result.show_result(imported)
        news = News(draft.kind.news(imported), undoable=imported.unit is not None)
        self.told.emit(news)
        self.imported.emit(imported)

    def _show_refused(self, _refusal: DeskError) -> None:
        """Say that nothing was imported; the strip says why, also of what can't be taken back."""
        if self._unit is None:
            self._result.show_refused()
            self.left_off.emit()

    def _show_undone(self) -> None:
        self._unit = None
        self._result.show_undone()
        self.told.emit(News("The import was taken back.", undoable=False))
