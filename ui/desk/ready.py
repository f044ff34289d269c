"""What the Desk says before the first scan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.common.buttons import LargeButton, Rank
from ui.common.lettering import BODY, TITLE
from ui.common.look import Look
from ui.common.parts import Picture, Text, column

_READY = "Ready. Scan a badge, or type a name."
_HOW = (
    "A part of any name, organisation, e-mail or badge number is enough. "
    "Not on the list? Register on site with Alt G."
)
_EMPTY = "No delegates yet."
_FIRST = "Import the registration list. Until then, register people with Alt G."
_WIDE = 460


class Ready(QWidget):
    """Waits for the next. Where nobody is registered yet, it asks for the list."""

    import_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._picture = Picture(look, "scan-line", "text-3", 64)
        self._says = Text(_READY, TITLE)
        self._more = Text(_HOW, BODY, "2", wraps=True)
        self._more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bring = LargeButton(look, "Import delegates", "download", rank=Rank.MAIN)
        self._bring.clicked.connect(self.import_wanted)
        parts = (self._picture, self._says, self._more, self._bring)
        layout = column(None, self._picture, 12, self._says, self._more, 8, self._bring, None)
        for part in parts:
            layout.setAlignment(part, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
        self.show_known(known=True)

    def show_known(self, *, known: bool) -> None:
        """Tell whether anybody is registered."""
        self._picture.show_icon("scan-line" if known else "users", "text-3")
        self._says.setText(_READY if known else _EMPTY)
        self._more.setText(_HOW if known else _FIRST)
        self._more.setFixedSize(_WIDE, self._more.heightForWidth(_WIDE))
        self._bring.setVisible(not known)
