"""Takes the pages of an event apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.common.turns import in_turn
from ui.workplace import Workplace


def end_in_turn(view: QWidget, workplace: Workplace) -> None:
    """End what showed an event, page by page, while ``view`` is there.

    To end all at once would hold up a scan at the event that is opened next.
    """
    workplace.hide()
    pages = workplace.frame.pages
    # What nobody owned could be ended by the thread of a job. In a widget that is never shown,
    # nothing is styled anew for where it came to.
    holder = QWidget()
    parted = (partial(page.setParent, holder) for page in pages)
    ended = (each.deleteLater for each in (workplace, *pages, holder))
    in_turn(view, *parted, *ended)
