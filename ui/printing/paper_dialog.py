"""What the dialogs of all papers have in common: preview, printing, saving, and their keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from ui.common.buttons import Button
from ui.common.page import News, Tools
from ui.common.parts import Panel, column, row
from ui.common.strip import StatusStrip
from ui.printing.calls import PageCalls
from ui.printing.notices import Saved
from ui.printing.preview import SheetPreview
from ui.printing.printers import Way
from ui.printing.sender import Sender


class PaperDialog(QDialog):
    """Shows a page, then prints or saves. Opened with ``open``; closing deletes it.

    A key that comes before there is anything to print is kept until there is.
    """

    told = Signal(News)
    way_chosen = Signal(str)
    """Papers went there; ``take_way`` understands it the next time."""

    def __init__(
        self, calls: PageCalls[Any, Any], tools: Tools, what: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._pressed: Button | None = None
        self.preview = SheetPreview(tools.look)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self.question = Saved(tools.look)
        self.printing = Button(tools.look, f"Print {what}…", "printer", "Ctrl+P")
        self.saving = Button(tools.look, "Save PDF…", "save", "Ctrl+S")
        self.sending: Sender[Any, Any] = Sender(calls, tools, self.strip, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Print {what}")

    def take_way(self, written: str) -> None:
        """Take up where papers went last, as ``way_chosen`` said."""
        self.sending.way = Way.read(written)
        self._show_way(self.sending.way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key that came before there was anything to print."""
        pressed = QKeySequence(event.keyCombination())
        for key, button in self._keys():
            if pressed == QKeySequence(key):
                self._press(button)
                return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; if something is under way, stop that instead."""
        if self.strip.busy:
            self.strip.stop()
        else:
            super().reject()

    @property
    def _main(self) -> Button:
        return self.saving if self.sending.way.into_file else self.printing

    def _keys(self) -> tuple[tuple[str, Button], ...]:
        """Give the keys that wait until there is something to print."""
        return (self.printing.key, self.printing), (self.saving.key, self.saving)

    def _press(self, button: Button) -> None:
        self._pressed = button
        self._enable()

    def _enable(self) -> None:
        """Let be pressed what can be, and press what was pressed before it could."""
        raise NotImplementedError

    def _show_way(self, way: Way) -> None:
        """Show where papers went last."""
        raise NotImplementedError

    def _put_together(self, side: QWidget) -> None:
        """Lay out the page, what stands beside it, and the buttons below."""
        closing = Button(self._tools.look, "Close", "x")
        closing.clicked.connect(self.reject)
        foot = Panel("foot")
        buttons = row(self.printing, self.saving, None, closing, gap=12)
        foot.setLayout(column(self.strip, self.question, buttons, gap=8, margins=(20, 8, 20, 14)))
        body = row(self.preview, side, gap=0)
        body.setStretch(0, 1)
        layout = column(body, foot, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _tell(self, text: str) -> None:
        self.told.emit(News(text, undoable=False))
        self.accept()
