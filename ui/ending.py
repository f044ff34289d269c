"""Takes the pages of an event apart."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import delete

from ui.common.turns import in_turn
from ui.workplace import Workplace


def end_in_turn(view: QWidget, workplace: Workplace) -> None:
    """End what showed an event, page by page, while ``view`` is there.

    To end all at once would hold up a scan at the event that is opened next.
    """
    workplace.hide()
    for child in workplace.children():
        if type(child) is QObject:
            # Turns that are left to take would come upon pages that are gone, were it gone later.
            delete(child)
        elif not isinstance(child, QWidget | QLayout):
            # So would whatever listens or ticks; but it may be what asked for the end.
            child.deleteLater()
    pages = workplace.frame.pages
    for page in pages:
        if page.parent() is None:
            # What nobody owned could be ended by the thread of a job.
            page.setParent(workplace)
    in_turn(view, *(each.deleteLater for each in (*pages, workplace)))
