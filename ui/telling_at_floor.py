"""What joins the floor to the printing of change slips, two parts that do not know each other."""

from __future__ import annotations

from app.printing.slips.office import SlipOffice
from ui.common.page import Tools
from ui.floor.attention_panel import AttentionPanel
from ui.floor.page import FloorPage
from ui.floor.tell_beside import TellBeside, tell_services
from ui.printing.desk_printing import DeskPrinting
from ui.slips import Slips


def put_telling(
    page: FloorPage,
    panel: AttentionPanel,
    office: SlipOffice,
    tools: Tools,
    printing: DeskPrinting,
) -> TellBeside:
    """Show beside the grid who must be told, and print their slips."""
    telling = TellBeside(page, panel, tell_services(office), tools)
    slips = Slips(office, tools, printing, page)
    telling.slips_wanted.connect(slips.print_out)
    slips.told.connect(page.told)
    return telling
