"""What stands around the pages. It shows them and knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.common.look import Look
from ui.common.page import Page
from ui.common.parts import column, row
from ui.common.strip import StatusStrip
from ui.shell.rail import WIDTH, Entry, Rail
from ui.shell.toasts import LASTS_MS, Toasts
from ui.shell.undo_keys import UndoKeys


class Frame(QWidget):
    """The rail at the left, a bar above, one page at a time, and toasts over all of it.

    ``notice`` holds what nobody should miss and no page can say. ``page_changed`` carries the key
    of the page that is shown now. Undo is wanted by Ctrl+Z or by a toast, redo by Ctrl+Shift+Z.
    """

    page_changed = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(
        self,
        look: Look,
        entries: Sequence[Entry],
        bar: QWidget,
        *,
        toasts_last_ms: int = LASTS_MS,
    ) -> None:
        super().__init__()
        self.rail = Rail(look, entries)
        self.bar = bar
        self.notice = StatusStrip(look)
        self.toasts = Toasts(look, self, left=WIDTH, lasts_ms=toasts_last_ms)
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._keys = UndoKeys(self)
        below = column(self.notice, self._stack, gap=0)
        below.setStretch(1, 1)
        self.setLayout(row(self.rail, column(bar, below, gap=0), gap=0))
        self.rail.page_wanted.connect(self.show_page)
        self.toasts.undo_wanted.connect(self.undo_wanted)
        self._keys.undo_wanted.connect(self.undo_wanted)
        self._keys.redo_wanted.connect(self.redo_wanted)

    @property
    def page(self) -> str:
        """The key of the page that is shown; blank while there is none."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def add_page(self, key: str, page: Page) -> None:
        """Take a page in. Its ``key`` is an entry's of the rail; what it tells is toasted."""
        self._pages[key] = page
        self._stack.addWidget(page)
        page.told.connect(self.toasts.show_news)

    def show_page(self, key: str) -> None:
        """Show a page, or stay where there is none of this key."""
        page = self._pages.get(key)
        if page is None:
            return
        self._stack.setCurrentWidget(page)
        self.rail.choose(key)
        page.arrive()
        self.page_changed.emit(key)


def kept_place(window: QWidget) -> str:
    """Give a window's size and place as text, for the settings."""
    return window.saveGeometry().toBase64().toStdString()


def put_back(window: QWidget, place: str) -> bool:
    """Give a window the size and place it had; tell whether the text made sense."""
    stored = QByteArray.fromBase64(QByteArray(place.encode()))
    return not stored.isEmpty() and window.restoreGeometry(stored)
