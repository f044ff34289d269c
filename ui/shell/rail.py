"""The rail at the left: one entry for each page, then the theme and help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QWidget

from ui.common.buttons import key_words
from ui.common.lettering import CHIP, KEY, font
from ui.common.logo import Logo
from ui.common.look import Look
from ui.common.parts import Panel, column
from ui.common.pressable import Pressable

WIDTH = 76
_ENTRY_WIDTH, _ENTRY_HEIGHT, _SMALL_HEIGHT = 68, 60, 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A page on the rail: what it is called in the program, its word, its icon."""

    key: str
    word: str
    icon: str


class Rail(Panel):
    """Switches between pages. ``Ctrl+1`` is the first of them."""

    page_wanted = Signal(str)
    theme_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self._look = look
        self._pages = {entry.key: RailButton(look, entry) for entry in entries}
        self._theme = RailButton(look, Entry("theme", "", "moon"))
        self._help = RailButton(look, Entry("help", "", "circle-question-mark"))
        self.setFixedWidth(WIDTH)
        # The line at the right is the panel's; the entries stand in the middle of the whole.
        self.setLayout(
            column(
                *(Logo(look), 16, *self._pages.values(), None, self._theme, self._help),
                gap=4,
                margins=(4, 12, 3, 8),
            )
        )
        for place, (key, button) in enumerate(self._pages.items(), 1):
            button.clicked.connect(lambda _down=False, key=key: self.page_wanted.emit(key))
            self._listen(f"Ctrl+{place}", button)
        self._listen("F1", self._help)
        self._theme.clicked.connect(self.theme_wanted)
        self._help.clicked.connect(self.help_wanted)
        look.changed.connect(self._name_theme)
        self._name_theme()

    @property
    def pages(self) -> tuple[str, ...]:
        """The keys of the pages, from top to bottom."""
        return tuple(self._pages)

    def choose(self, key: str) -> None:
        """Mark the page that is shown."""
        for each, button in self._pages.items():
            button.set_chosen(each == key)

    def set_count(self, key: str, count: int) -> None:
        """Say how much work waits on a page."""
        self._pages[key].set_count(count)

    def _listen(self, keys: str, button: RailButton) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(button.click)
        button.set_keys(keys)

    def _name_theme(self) -> None:
        dark = self._look.is_dark
        self._theme.set_icon("sun" if dark else "moon", "Light theme" if dark else "Dark theme")


class RailButton(Pressable):
    """An entry of the rail: an icon over its word, and a count of what waits."""

    def __init__(self, look: Look, entry: Entry) -> None:
        super().__init__(look)
        self._word = entry.word
        self._icon_name = entry.icon
        self._keys = ""
        self._count = 0
        self._chosen = False
        self.setFixedSize(_ENTRY_WIDTH, _ENTRY_HEIGHT if entry.word else _SMALL_HEIGHT)
        self.setText(entry.word or entry.key.capitalize())
        self._name_it()

    @property
    def count(self) -> int:
        """How much waits."""
        return self._count

    @property
    def chosen(self) -> bool:
        """Tell whether its page is the one that is shown."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:
        """Mark it, or not."""
        self._chosen = chosen
        self._name_it()
        self.update()

    def set_count(self, count: int) -> None:
        """Say how much waits."""
        self._count = count
        self._name_it()
        self.update()

    def set_keys(self, keys: str) -> None:
        """Say which keys do the same."""
        self._keys = keys
        self._name_it()

    def set_icon(self, icon: str, text: str) -> None:
        """Show another icon, and say what it does."""
        self._icon_name = icon
        self.setText(text)
        self._name_it()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter)
        colour = "accent-text" if self._chosen else "text-2"
        pixmap = self.look.pixmap(self._icon_name, colour, 20)
        middle = (self.width() - 20) / 2
        painter.drawPixmap(QPointF(middle, 10 if self._word else (self.height() - 20) / 2), pixmap)
        if self._word:
            painter.setFont(font(KEY))
            painter.setPen(self.look.colour(colour))
            area = QRectF(0, 33, self.width(), 16)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._word)
        if self._count:
            self._paint_count(painter)
        painter.end()

    def _paint_surface(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen or self.isDown():
            painter.setBrush(self.look.colour("accent-soft"))
        elif self.underMouse():
            painter.setBrush(self.look.colour("hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_count(self, painter: QPainter) -> None:
        text = str(self._count) if self._count < 100 else "99+"
        painter.setFont(font(CHIP))
        width = max(17.0, painter.fontMetrics().horizontalAdvance(text) + 9.0)
        area = QRectF(self.width() - 3 - width, 4, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("bad"))
        painter.drawRoundedRect(area, 8.5, 8.5)
        painter.setPen(self.look.colour("bad-on"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _name_it(self) -> None:
        waits = f", {self._count} to look at" if self._count else ""
        shown = ", shown now" if self._chosen else ""
        self.setAccessibleName(f"{self.text()}{waits}{shown}")
        keys = f" ({key_words(self._keys)})" if self._keys else ""
        self.setToolTip(f"{self.text()}{waits}{keys}")
