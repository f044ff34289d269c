"""Whom somebody may mean who has typed what matches nobody, or what people seek and offer."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.delegates.lookup import Found
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.delegates.search_in import NOBODY
from ui.delegates.services import DelegateServices

_MOST = 50


class Guessing(QObject):
    """``meant`` carries what was typed, and those who are spelt nearly so, by id, if any are."""

    meant = Signal(str, tuple)

    def __init__(self, services: DelegateServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._silent = Quiet(self)

    def ask(self, typed: str, day: date) -> None:
        """Look who is spelt nearly as was typed."""

        def tell(found: Found) -> None:
            if found.corrected:
                self.meant.emit(typed, tuple(each.person.id for each in found.delegates))

        self._tools.quick.run(
            lambda _report: self._services.find(typed, day, _MOST), view=self._silent, then=tell
        )


class Seeking(QObject):
    """``found`` carries what was typed, those who seek or offer it by id, and what to say of it."""

    found = Signal(str, object, str)

    def __init__(self, services: DelegateServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._silent = Quiet(self)

    def ask(self, typed: str) -> None:
        """Look who seeks or offers what was typed."""

        def tell(found: tuple[frozenset[UUID], bool]) -> None:
            ids, corrected = found
            note = f"Nobody writes “{typed}”. These write nearly so." if corrected else ""
            self.found.emit(typed, ids or frozenset({NOBODY}), note)

        self._tools.quick.run(
            lambda _report: self._services.seek(typed), view=self._silent, then=tell
        )
