"""The floor of an open event: its page, and on the rail how much needs somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.desks import OpenEvent
from app.journal.journal import Changes
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.shell.rail import Rail
from ui.stage_work import StageWork
from ui.wall_work import WallWork

if TYPE_CHECKING:
    from app.floor.manager import FloorManager
    from app.floor.tellings import Tellings
    from app.floor.watching import DayReader
    from ui.floor.page import FloorPage
    from ui.floor.seat_by_badge import SeatByBadge
    from ui.printing.desk_printing import DeskPrinting

_EVERY_MS = 20_000
"""The clock alone makes a meeting late."""
_SETTLES_IN_MS = 150
_SHARE = 10
"""So many times as long as a look took nobody looks again, however much is written."""


class FloorWork(QObject):
    """Looks at today's floor whether the page is shown or not, and counts on the rail."""

    heard = Signal(bool)
    """A scan belonged to the open meeting; whether it was noted."""

    def __init__(self, event: OpenEvent, tools: Tools, rail: Rail, key: str) -> None:
        super().__init__(rail)
        self._event, self._tools, self._rail, self._key = event, tools, rail, key
        self.wall = WallWork(event.journal, lambda: self._manager.reader, tools, rail)
        self.stage = StageWork(event.journal, tools, rail)
        self._view = Quiet(self)
        self._badges: SeatByBadge | None = None
        self._is_looking = False
        self._took = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._again = QTimer(self, interval=_EVERY_MS)
        for each in (self._soon, self._again):
            each.timeout.connect(self._look)
        self._view.refused.connect(lambda _refusal: self._count(0))

    @cached_property
    def _manager(self) -> FloorManager:
        from app.floor.manager import FloorManager  # noqa: PLC0415 - see ``load_ahead``

        return FloorManager(self._event.journal, self._event.letters, self._tellings.outdated)

    @cached_property
    def _tellings(self) -> Tellings:
        from app.floor.tellings import Tellings  # noqa: PLC0415 - see ``load_ahead``

        return Tellings(self._event.journal)

    @property
    def days(self) -> DayReader:
        """What reads days, for whoever else looks at them."""
        return self._manager.reader

    def begin(self) -> None:
        """Look from now on; before, whoever opens the event waits for other things."""
        self._again.start()
        self._look()

    def page(self, day: date, printing: DeskPrinting) -> FloorPage:
        """Make the page, which shows a day."""
        from app.printing.slips.office import SlipOffice  # noqa: PLC0415 - see ``load_ahead``
        from ui.delegates.deeds_in_words import in_words  # noqa: PLC0415
        from ui.floor.attention_beside import put_beside  # noqa: PLC0415
        from ui.floor.attention_panel import AttentionPanel  # noqa: PLC0415
        from ui.floor.attention_services import attention_services  # noqa: PLC0415
        from ui.floor.changes.beside import put_changes  # noqa: PLC0415
        from ui.floor.changes.services import change_services  # noqa: PLC0415
        from ui.floor.open_proposals import OpenProposals  # noqa: PLC0415
        from ui.floor.page import FloorPage  # noqa: PLC0415
        from ui.floor.ruling import RulesOfEvent, Ruling  # noqa: PLC0415
        from ui.floor.seat_by_badge import SeatByBadge  # noqa: PLC0415
        from ui.floor.services import floor_services  # noqa: PLC0415
        from ui.telling_at_floor import put_telling  # noqa: PLC0415

        page = FloorPage(floor_services(self._event, self._manager), self._tools, day)
        page.wall_wanted.connect(self.wall.show)
        needs = attention_services(self._manager)
        panel = AttentionPanel(needs, self._tools, day)
        put_beside(page, panel)
        OpenProposals(page, panel, needs, self._tools)
        office = SlipOffice(self._event.journal, self._manager.reader, self._tellings)
        put_telling(page, panel, office, self._tools, printing)
        self._badges = SeatByBadge(page, self._manager.seating.sits_at, self._tools)
        self._badges.heard.connect(self.heard)
        put_changes(page, change_services(self._event, self._manager, in_words), self._tools)
        Ruling(page, RulesOfEvent(self._event), self._tools)
        return page

    def take_scan(self, text: str, otherwise: Callable[[], None]) -> bool:
        """Look whether a scan is of the meeting that is open; false: none is, on no page."""
        return self._badges is not None and self._badges.take(text, otherwise)

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        self.wall.learn(changes)
        self.stage.learn(changes)
        if not self._again.isActive() or self._soon.isActive():
            return
        if self._manager.is_made_of(changes.models):
            self._soon.start()

    def _look(self) -> None:
        if self._is_looking:
            self._soon.start()
            return
        self._is_looking = True
        self._took.start()
        today = self._tools.times.today()
        self._tools.reads.run(
            lambda _report: self._manager.count(today),
            view=self._view,
            then=self._count,
        )

    def _count(self, count: int) -> None:
        self._is_looking = False
        self._soon.setInterval(
            min(max(_SETTLES_IN_MS, _SHARE * self._took.elapsed()), _EVERY_MS // 4)
        )
        self._rail.set_count(self._key, count)
