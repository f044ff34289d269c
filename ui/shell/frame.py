"""What stands around the pages. It shows them and knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from ui.common.look import Look
from ui.common.page import Page
from ui.common.parts import column, row
from ui.common.strip import StatusStrip
from ui.shell.rail import WIDTH, Entry, Rail
from ui.shell.toasts import LASTS_MS, Toasts
from ui.shell.undo_keys import UndoKeys


class Guard(Protocol):
    """What is to be asked before the event goes, besides the pages."""

    @property
    def unsaved(self) -> bool: ...
    def leave(self, then: Callable[[], None]) -> None: ...


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
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._guards: list[Guard] = []
        self._stack = QStackedWidget()
        self._keys = UndoKeys(self)
        self._strips = column(self.notice, gap=0)
        below = column(self._strips, self._stack, gap=0)
        below.setStretch(1, 1)
        self.setLayout(row(self.rail, column(bar, below, gap=0), gap=0))
        self.rail.page_wanted.connect(self.show_page)
        self.toasts.undo_wanted.connect(self.undo_wanted)
        self._keys.undo_wanted.connect(self.toasts.take_back)
        self._keys.redo_wanted.connect(self.redo_wanted)
        self.toasts.focus_dropped.connect(self._arrive_again)

    @property
    def page(self) -> str:
        """The key of the page that is shown; blank while there is none."""
        return next((key for key, page in self._pages.items() if page is self.shown), "")

    @property
    def shown(self) -> Page | None:
        """The page that is shown, if one is."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those that are made by now."""
        return tuple(self._pages.values())

    @property
    def unsaved(self) -> bool:
        """Tell whether something would be lost with the event, such as what was typed on a page."""
        return any(each.unsaved for each in (*self.pages, *self._guards))

    def leave(self, then: Callable[[], object]) -> None:
        """Go on with ``then`` once nothing is unsaved; the page where something is asks first."""
        key = next((key for key, page in self._pages.items() if page.unsaved), "")
        if not key:
            guard = next((each for each in self._guards if each.unsaved), None)
            if guard is None:
                then()
            else:
                guard.leave(lambda: self.leave(then))
            return
        self.show_page(key)
        self._pages[key].leave(lambda: self.leave(then))

    def ask_first(self, guard: Guard) -> None:
        """Let somebody be asked as well before the event goes, after all pages."""
        self._guards.append(guard)

    def add_strip(self, strip: QWidget) -> None:
        """Let something stand above every page."""
        self._strips.addWidget(strip)

    def add_page(self, key: str, make: Callable[[], Page]) -> None:
        """Offer a page, which is made when it is needed. Its ``key`` is an entry's of the rail."""
        self._makers[key] = make

    def ready(self, key: str) -> Page:
        """Have a page made, if it is not, and not yet shown; what it tells is toasted."""
        if key not in self._pages:
            page = self._pages[key] = self._makers[key]()
            page.told.connect(self.toasts.show_news)
        return self._pages[key]

    def place(self, key: str) -> Page:
        """Have a page that is made beside the one that is shown, dressed as that is."""
        page = self.ready(key)
        if page.parent() is None:
            self._stack.addWidget(page)
        return page

    def lay_out(self, key: str) -> None:
        """Lay a page out: whoever asks for it first then waits for its painting alone."""
        page = self.place(key)
        page.resize(self._stack.size())
        for each in (page, *page.findChildren(QWidget)):
            each.ensurePolished()
            layout: QLayout | None = each.layout()
            if layout is not None:
                layout.activate()

    def prepare(self, key: str) -> None:
        """Let a page make what not everybody needs."""
        self.ready(key).prepare()

    def show_page(self, key: str) -> None:
        """Show a page, or stay where there is none of this key."""
        if key not in self._makers:
            return
        page = self.place(key)
        self._stack.setCurrentWidget(page)
        self.rail.choose(key)
        page.arrive()
        self.page_changed.emit(key)

    def focusNextPrevChild(self, forward: bool) -> bool:
        focused: QWidget | None = self.focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(forward)
        # Nobody pressed Tab: what had the focus is going, and Qt looks for another place.
        with self.toasts.passed_by():
            return super().focusNextPrevChild(forward)

    def _arrive_again(self) -> None:
        if self.shown is not None:
            self.shown.arrive()


def kept_place(window: QWidget) -> str:
    """Give a window's size and place as text, for the settings."""
    return window.saveGeometry().toBase64().toStdString()


def put_back(window: QWidget, place: str) -> bool:
    """Give a window the size and place it had; tell whether the text made sense."""
    stored = QByteArray.fromBase64(QByteArray(place.encode()))
    return not stored.isEmpty() and window.restoreGeometry(stored)
