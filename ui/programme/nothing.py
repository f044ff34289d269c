"""What stands where the timeline would, while the event has no programme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import FACT
from ui.common.look import Look
from ui.common.parts import Text, column, row


class NoProgramme(QWidget):
    """One line, and the two ways on."""

    import_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        said = Text("No programme yet.", FACT, "2")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring = Button(look, "Import a programme", "upload", rank=Rank.MAIN)
        self.add = Button(look, "Add a session", "plus")
        self.setLayout(
            column(None, said, row(None, self.bring, self.add, None), None, None, gap=16)
        )
        self.bring.clicked.connect(self.import_wanted)
        self.add.clicked.connect(self.add_wanted)
