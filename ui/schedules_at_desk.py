"""What joins the Desk to the printing of schedules, two parts that do not know each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.journal.journal import Journal
from app.printing.schedules.office import ScheduleOffice
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import SlipWish
from ui.common.page import Tools
from ui.desk.page import DeskPage
from ui.desk.paper_reader import PaperReader
from ui.desk.refusals import OF_SCHEDULES, Act
from ui.printing.desk_printing import DeskPrinting
from ui.printing.schedule_dialog import ScheduleDialog
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
        self._slips = Slips(slip_office(journal), tools, printing, page)
        self._slips.told.connect(page.told)
        self._tools = tools
        self._way = ""
        self._keep: Callable[[str], None] = lambda _way: None
        page.learned.connect(PaperReader(self._office, tools, page.card).learn)
        page.card.act_wanted.connect(self._act)

    def take_way(self, way: str, keep: Callable[[str], None]) -> None:
        """Take up where schedules went last; ``keep`` gets it whenever that has changed."""
        self._way, self._keep = way, keep

    def _act(self, act: Act) -> None:
        verdict = self._page.card.verdict
        if act not in OF_SCHEDULES or verdict is None or verdict.person is None:
            return
        if act is Act.PRINT_SLIP:
            wish = SlipWish(self._tools.times.today(), (verdict.person.id,))
            self._slips.print_out(wish, verdict.person.name)
            return
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
