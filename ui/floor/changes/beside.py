"""Brings the page and big changes of its day together."""

from __future__ import annotations

from ui.common.page import Tools
from ui.floor.changes.changing import Changing
from ui.floor.changes.services import ChangeServices
from ui.floor.page import FloorPage


def put_changes(page: FloorPage, services: ChangeServices, tools: Tools) -> Changing:
    """Let the day be changed from the page's head, its tables and its open meeting."""
    changing = Changing(services, tools, page.grid, page.head.change)
    page.reader.made.connect(changing.follow)
    page.opened.leave_wanted.connect(changing.ask_leave)
    page.opened.history_wanted.connect(changing.show_meeting_history)
    changing.told.connect(page.told)
    changing.refused.connect(page.refuse)
    return changing
