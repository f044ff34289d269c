"""Keeps matchings by hand under names, and knows those that fit a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.event.mappings import SavedMapping
from app.progress import Report
from ui.common.jobs import Jobs
from ui.common.strip import StatusStrip
from ui.event.importing.draft import Draft
from ui.event.services import MappingCalls


class Keeping(QObject):
    """``kept`` tells the name under which a matching was kept."""

    kept = Signal(str)

    def __init__(self, mappings: MappingCalls, jobs: Jobs, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._mappings, self._jobs, self._strip = mappings, jobs, strip
        self.fitting: tuple[SavedMapping, ...] = ()

    def take(self, known: tuple[SavedMapping, ...], draft: Draft) -> None:
        """Know those of all kept mappings that fit a draft."""
        self.fitting = tuple(each for each in known if draft.fits(each))

    def named(self, name: str) -> SavedMapping | None:
        """Give the one of this name, if it fits."""
        return next((each for each in self.fitting if each.name == name), None)

    def keep(self, name: str, draft: Draft) -> None:
        """Keep the matching of a draft."""
        mappings, columns = self._mappings, draft.mapping

        def work(_report: Report) -> tuple[SavedMapping, ...]:
            mappings.save(name, columns)
            return mappings.all()

        self._jobs.run(work, view=self._strip, then=partial(self._show_kept, name, draft))

    def _show_kept(self, name: str, draft: Draft, known: tuple[SavedMapping, ...]) -> None:
        self.take(known, draft)
        self.kept.emit(name)
