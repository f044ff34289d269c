"""Which desk this is, and what can be set about it."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.common.lettering import CELL, CELL_STRONG, font
from ui.common.look import Look
from ui.common.pressable import is_enter

_HEIGHT = 36
_WIDEST = 250
_LEFT, _ICON, _GAP, _RIGHT = 11, 18, 8, 15


class DeskWish(StrEnum):
    """What the pill's menu offers."""

    RENAME = "rename"
    ON_DUTY = "on_duty"
    SOUND = "sound"
    BADGES = "badges"
    SCANNER_TEST = "scanner_test"
    PRINTER_SETUP = "printer_setup"
    CAMERA = "camera"
    FULL_SCREEN = "full_screen"
    SAVE_COPY = "save_copy"
    REHEARSE = "rehearse"
    CLOSE_EVENT = "close_event"


_MENU = (
    (
        (DeskWish.RENAME, "Rename this desk…", "pencil", ""),
        (DeskWish.ON_DUTY, "Person on duty…", "id-card", ""),
        (DeskWish.SOUND, "Turn sound off", "volume-x", ""),
        (DeskWish.BADGES, "Print a badge at check-in", "id-card", ""),
    ),
    (
        (DeskWish.SCANNER_TEST, "Scanner test…", "scan-line", ""),
        (DeskWish.PRINTER_SETUP, "Printer setup…", "settings-2", ""),
        (DeskWish.CAMERA, "Camera…", "camera", ""),
        (DeskWish.FULL_SCREEN, "Full screen", "maximize", "F11"),
    ),
    (
        (DeskWish.SAVE_COPY, "Save a copy…", "save", ""),
        (DeskWish.REHEARSE, "Rehearse a day…", "fast-forward", ""),
        (DeskWish.CLOSE_EVENT, "Close the event", "log-out", ""),
    ),
)


class DeskPill(QPushButton):
    """Says the desk's name and whether it is in step with others; opens a menu.

    ``wanted`` carries a ``DeskWish``.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._sound = True
        self._state = "this desk only"
        self._menu = QMenu(self)
        self._actions: dict[DeskWish, QAction] = {}
        for group in _MENU:
            self._menu.addSeparator()
            self._actions |= {entry[0]: self._add(entry) for entry in group}
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open_menu)
        look.changed.connect(self._dress)

    def show_desk(self, name: str, on_duty: str = "") -> None:
        """Say which desk this is, and who is on duty there."""
        self._name = name
        self._actions[DeskWish.ON_DUTY].setText(
            f"Person on duty: {on_duty}…" if on_duty else "Person on duty…"
        )
        whole = f"{name} · {self._state}"
        self.setAccessibleName(whole)
        self.setToolTip(f"{whole}\nOn duty: {on_duty}" if on_duty else whole)
        self.updateGeometry()
        self.update()

    def set_sound(self, on: bool) -> None:
        """Say whether sound is on; the menu offers the other."""
        self._sound = on
        self._actions[DeskWish.SOUND].setText("Turn sound off" if on else "Turn sound on")
        self._dress()

    def set_badges(self, on: bool) -> None:
        """Say whether badges are printed at check-in; the menu offers the other."""
        words = "Print no badge at check-in" if on else "Print a badge at check-in"
        self._actions[DeskWish.BADGES].setText(words)

    def action(self, wish: DeskWish) -> QAction:
        """Give an entry of the menu."""
        return self._actions[wish]

    @property
    def menu_below(self) -> QMenu:
        """The menu that it opens."""
        return self._menu

    def open_menu(self) -> None:
        """Open the menu below, its right side under the pill's."""
        size = self._menu.sizeHint()
        self._menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), _HEIGHT + 4)))

    def sizeHint(self) -> QSize:
        words = _width(self._name, strong=True) + _width(f" · {self._state}")
        return QSize(min(round(_LEFT + _ICON + _GAP + words + _RIGHT) + 1, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Down too; pass Enter by, for it may be the end of a scan."""
        if is_enter(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, focused = self._look, self.hasFocus()
        edge = "accent" if focused else "ctl-line" if self.underMouse() else "line-strong"
        painter.setPen(QPen(look.colour(edge), 2 if focused else 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        inset = 1 if focused else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        icon = look.pixmap("monitor-check", "ok-text", _ICON)
        painter.drawPixmap(QPointF(_LEFT, (self.height() - _ICON) / 2), icon)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        x = float(_LEFT + _ICON + _GAP)
        state = f" · {self._state}"
        room = self.width() - x - _RIGHT - _width(state)
        metrics = QFontMetricsF(font(CELL_STRONG))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room + 1)
        painter.setPen(self._look.colour("text"))
        for text, lettering in ((name, CELL_STRONG), (state, CELL)):
            painter.setFont(font(lettering))
            width = _width(text, strong=lettering is CELL_STRONG)
            area = QRectF(x, 0, width + 1, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            x += width

    def _add(self, entry: tuple[DeskWish, str, str, str]) -> QAction:
        wish, text, icon, keys = entry
        action = self._menu.addAction(self._look.icon(icon), text)
        if keys:
            # An entry of a menu that stands in no bar only shows its keys.
            action.setShortcut(keys)
            QShortcut(QKeySequence(keys), self).activated.connect(action.trigger)
        action.triggered.connect(lambda: self.wanted.emit(wish))
        return action

    def _dress(self) -> None:
        for wish, _text, icon, _keys in chain.from_iterable(_MENU):
            shown = "volume-2" if wish is DeskWish.SOUND and not self._sound else icon
            self._actions[wish].setIcon(self._look.icon(shown))
        self.update()


def _width(text: str, *, strong: bool = False) -> float:
    return QFontMetricsF(font(CELL_STRONG if strong else CELL)).horizontalAdvance(text)
