"""The dialog that hands check-ins back to whoever ran the registration."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QWidget

from app.outcomes.export.formats import For, HandBackOrder
from app.outcomes.export.handing_back import HandedBack
from app.progress import Report
from ui.common.buttons import Button
from ui.common.fields import take_digits
from ui.common.files import Question
from ui.common.lettering import BODY, LABEL, LABEL_STRONG
from ui.common.page import Tools
from ui.common.parts import Text, column, row
from ui.common.segments import ViewSwitch
from ui.exporting.words import BACK, PURPOSES, apart_words, wrote_words
from ui.exporting.writing import WritingDialog

_NUMBERS = 10**9


class HandBackCalls(Protocol):
    """What this dialog needs of ``app.outcomes.export.handing_back.HandingBack``."""

    def write(self, order: HandBackOrder, file: Path, report: Report) -> HandedBack: ...


class HandBackDialog(WritingDialog):
    """Asks for whom, then where."""

    def __init__(self, calls: HandBackCalls, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent, Button(tools.look, "Save…", "save"))
        self.go.clicked.connect(self.start)
        self._calls = calls
        self.purpose = For.ATTENDANCE
        self.purposes = ViewSwitch(tools.look, *(words for words, _ in PURPOSES.values()))
        self.purposes.setAccessibleName("For whom")
        self.about = Text("", BODY, "2", wraps=True)
        self.list = QLineEdit()
        take_digits(self.list, _NUMBERS)
        self.list.setAccessibleName("Check-in list, its number in pretix")
        self.list.setFixedWidth(120)
        self._of_pretix = QWidget()
        named = Text("Check-in list", LABEL_STRONG)
        told = Text("Its number in pretix; blank if a script knows it", LABEL, "2")
        self._of_pretix.setLayout(row(named, self.list, told, None, gap=12))
        body = QWidget()
        body.setLayout(column(self.purposes, self.about, self._of_pretix, gap=12))
        self.put_together("Hand back who came, and when", body)
        self.purposes.chosen.connect(self._choose)
        self._choose(0)

    @property
    def order(self) -> HandBackOrder:
        """What is wished."""
        text = self.list.text() if self.purpose is For.PRETIX else ""
        return HandBackOrder(self.purpose, lists=(int(text),) if text else ())

    def start(self) -> None:
        """Ask where, then write it."""
        order = self.order
        name = self.tools.files.name("check-ins")
        question = Question("Hand back check-ins", name)
        asking = self.tools.files.ask_where(BACK[order.purpose], question, self)
        asking.fileSelected.connect(lambda file: self._write(order, Path(file)))
        asking.open()

    def _write(self, order: HandBackOrder, file: Path) -> None:
        def then(done: HandedBack) -> None:
            folder = done.files[0].parent
            said = wrote_words(len(done.files), done.rows + done.apart, folder)
            apart = apart_words(done.apart, done.files[-1])
            self.tell(" ".join(filter(None, (said, apart))), folder)

        self.tools.slow.run(
            lambda report: self._calls.write(order, file, report), view=self.strip, then=then
        )

    def _choose(self, place: int) -> None:
        self.purpose = tuple(PURPOSES)[place]
        self.about.setText(PURPOSES[self.purpose][1])
        self._of_pretix.setVisible(self.purpose is For.PRETIX)
        self.adjustSize()
