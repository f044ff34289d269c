"""Change slips from any page: opens the dialog, and remembers where slips went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.printing.slips.office import SlipOffice
from app.printing.slips.wishes import SLIP_PAPERS, SlipWish
from app.settings import Settings, change_settings, load_settings
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.printing.desk_printing import DeskPrinting
from ui.printing.slip_dialog import SlipDialog


class Slips(QObject):
    """Prints at once where slips went last; asks where they go, if that is not known."""

    told = Signal(News)

    def __init__(
        self, office: SlipOffice, tools: Tools, printing: DeskPrinting, page: QWidget
    ) -> None:
        super().__init__(page)
        self._office, self._tools, self._page = office, tools, page
        self._printing = printing
        self._view = Quiet(self)

    def print_out(self, wish: SlipWish, whose: str) -> None:
        """Print slips, on what they were printed on last."""
        reading = Quiet(self)
        # Not knowing that is no reason to print none.
        reading.refused.connect(lambda _why: self._open(wish, whose, Settings(desk_id="")))
        self._tools.quick.run(
            lambda _report: load_settings(),
            view=reading,
            then=lambda settings: self._open(wish, whose, settings),
        )

    def _open(self, wish: SlipWish, whose: str, settings: Settings) -> None:
        paper = settings.slip_paper if settings.slip_paper in SLIP_PAPERS else wish.paper
        wanted = replace(wish, paper=paper)
        dialog = SlipDialog(self._office, self._tools, wanted, whose, self._page.window())
        dialog.take_way(settings.slip_printing)
        dialog.take_printers(self._printing)
        dialog.told.connect(self.told)
        dialog.paper_chosen.connect(lambda name: self._keep(lambda s: replace(s, slip_paper=name)))
        dialog.way_chosen.connect(lambda way: self._keep(lambda s: replace(s, slip_printing=way)))
        dialog.open()
        dialog.print_at_once()

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        self._tools.quick.run(
            lambda _report: change_settings(change), view=self._view, then=lambda _settings: None
        )
