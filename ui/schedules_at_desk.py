"""What joins the Desk to the printing of schedules, two parts that do not know each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.journal.journal import Journal
from app.printing.schedules.office import ScheduleOffice
from ui.common.page import Tools
from ui.desk.page import DeskPage
from ui.desk.paper_reader import PaperReader
from ui.desk.refusals import OF_SCHEDULES, Act
from ui.printing.desk_printing import DeskPrinting

if TYPE_CHECKING:
    from ui.slips import Slips


class SchedulesAtDesk(QObject):
    """Opens the dialog for whoever the Desk shows, and tells the Desk how their paper stands."""

    def __init__(
        self, page: DeskPage, journal: Journal, tools: Tools, printing: DeskPrinting
    ) -> None:
        super().__init__(page)
        self._page = page
        self._office = ScheduleOffice(journal)
        self._printing = printing
        self._journal = journal
        self._tools = tools
        self._way = ""
        self._keep: Callable[[str], None] = lambda _way: None
        page.learned.connect(PaperReader(self._office, tools, page.card).learn)
        page.card.act_wanted.connect(self._act)

    @cached_property
    def _slips(self) -> Slips:
        from app.printing.slips.office import slip_office  # noqa: PLC0415 - see ``load_ahead``
        from ui.slips import Slips  # noqa: PLC0415

        slips = Slips(slip_office(self._journal), self._tools, self._printing, self._page)
        slips.told.connect(self._page.told)
        return slips

    def take_way(self, way: str, keep: Callable[[str], None]) -> None:
        """Take up where schedules went last; ``keep`` gets it whenever that has changed."""
        self._way, self._keep = way, keep

    def _act(self, act: Act) -> None:
        verdict = self._page.card.verdict
        if act not in OF_SCHEDULES or verdict is None or verdict.person is None:
            return
        if act is Act.PRINT_SLIP:
            from app.printing.slips.wishes import SlipWish  # noqa: PLC0415

            wish = SlipWish(self._tools.times.today(), (verdict.person.id,))
            self._slips.print_out(wish, verdict.person.name)
            return
        from ui.printing.schedule_dialog import ScheduleDialog  # noqa: PLC0415 - see ``load_ahead``

        dialog = ScheduleDialog(self._office, self._tools, verdict.person, self._page.window())
        dialog.take_way(self._way)
        dialog.take_printers(self._printing)
        dialog.told.connect(self._page.told)
        dialog.way_chosen.connect(self._remember)
        dialog.open()
        if act is Act.PRINT_NEW_SCHEDULE:
            dialog.print_at_once()

    def _remember(self, way: str) -> None:
        self._way = way
        self._keep(way)
