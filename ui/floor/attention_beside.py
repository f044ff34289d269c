"""Brings the grid and what needs somebody together."""

from __future__ import annotations

from ui.floor.attention_panel import AttentionPanel
from ui.floor.page import FloorPage


def put_beside(page: FloorPage, panel: AttentionPanel) -> None:
    """Show the panel beside the grid, whose keys act on the panel's current card as well."""

    def follow(row: int, column: int) -> None:
        for meeting in page.grid.records.cell(row, column).meetings:
            panel.list.choose(meeting)

    page.side.set_home(panel)
    page.numbered.connect(panel.take)
    page.grid.current_changed.connect(follow)
    page.reader.made.connect(lambda sheet: panel.show_day(sheet.day.date))
    panel.told.connect(page.told)
    panel.meeting_wanted.connect(page.show_meeting)
