"""Brings the editor of templates before whoever prints badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.printing.template_office import TemplateOffice
from ui.common.turns import in_turn
from ui.templates.editor import TemplateEditor

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.papers.page import PrintPage
    from ui.workplace import Workplace


def edit_templates(place: Workplace, opened: Opened, page: PrintPage) -> None:
    """Open the editor on what the chosen paper is printed from; then look at the badges anew."""
    stock = page.way.stock
    office = TemplateOffice(opened.event.journal)
    editor = TemplateEditor(office, place.tools, stock.name if stock else "", place)
    editor.finished.connect(lambda _how: page.arrive() if page.isVisible() else None)
    # To make it and to show it takes a moment each: what waits comes between.
    in_turn(editor, editor.open)
