"""Says what becomes of meetings before their slot or their table is taken."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Picture, Text, column, row
from ui.event.words import rows_words


class LosingDialog(QDialog):
    """Asks whether so many meetings shall lose their place; ``verb`` is what takes it."""

    def __init__(self, look: Look, meetings: int, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = f"{rows_words(meetings, 'meeting', 'meetings')} would lose the place they have"
        if meetings == 1:
            title = "1 meeting would lose the place it has"
        self.setWindowTitle(title)
        self.go = Button(look, verb, rank=Rank.MAIN)
        self.leave = Button(look, "Leave it as it is")
        what = (
            "Nothing was changed yet. Whoever meets then waits for another slot or table until "
            "you plan anew. Undo gives the places back."
        )
        head = row(Picture(look, "triangle-alert", "warn-text", 20), Text(title, SECTION), None)
        said = Text(what, BODY, wraps=True)
        said.setFixedWidth(440)
        buttons = row(None, self.leave, self.go)
        self.setLayout(column(head, said, buttons, gap=16, margins=24))
        self.go.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.leave.setFocus()
