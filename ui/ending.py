"""Takes the pages of an event apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.common.turns import in_turn
from ui.workplace import Workplace


def end_in_turn(view: QWidget, workplace: Workplace) -> None:
    """End what showed an event, page by page, while ``view`` is there.

    To end all at once would hold up a scan at the event that is opened next. Meanwhile ``view``
    owns them: what nobody owned could be ended by the thread of a job.
    """
    workplace.hide()
    pages = workplace.frame.pages
    parted = (partial(page.setParent, view) for page in pages)
    in_turn(view, *parted, workplace.deleteLater, *(page.deleteLater for page in pages))
