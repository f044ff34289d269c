"""What must be known before paper is used, and the questions that follow from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.printing.drawn import Drawn
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row


class Notice(Panel):
    """A sentence that stays, hidden while it is blank."""

    def __init__(self, look: Look, part: str, icon: str, colour: str) -> None:
        super().__init__(part)
        self._said = Text("", BODY, wraps=True)
        mark = Picture(look, icon, colour, 16)
        head = row(mark, self._said, gap=10)
        head.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        head.setStretch(1, 1)
        self._body = column(head, gap=8, margins=(12, 10, 12, 10))
        self.setLayout(self._body)
        self.hide()

    def say(self, text: str) -> None:
        """Say something else; a blank hides it."""
        self._said.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class Reprint(Notice):
    """Warns of badges that were printed before, and offers a new code to one delegate."""

    code_wanted = Signal(str)
    """A new code is wanted, for this reason."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warning", "triangle-alert", "warn-mark")
        self._warned = ("", False)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why a new code is needed")
        self.reason.setPlaceholderText("Lost, damaged…")
        self._new_code = SmallButton(look, "New code…", "refresh-cw")
        self._issue = SmallButton(look, "Issue new code", "refresh-cw", rank=Rank.MAIN)
        self._cancel = SmallButton(look, "Keep the old code")
        self._form = QWidget()
        self._form.setLayout(
            column(
                Text("Why? The old badge no longer opens the door then.", LABEL_STRONG, wraps=True),
                self.reason,
                row(self._issue, self._cancel, None),
                gap=6,
            )
        )
        self._offer = QWidget()
        self._offer.setLayout(row(26, self._new_code, None, gap=0))
        self._body.addWidget(self._offer)
        self._body.addWidget(self._form)
        self._form.hide()
        self._new_code.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.close_form)
        self._issue.clicked.connect(lambda: self.code_wanted.emit(self.reason.text()))

    def warn(self, text: str, *, offers_code: bool) -> None:
        """Warn, and offer a new code or not; a form that is being filled stays."""
        warned = (text, offers_code)
        if warned == self._warned:
            return
        self._warned = warned
        self.close_form()
        self._offer.setVisible(offers_code)
        self.say(text)

    def close_form(self) -> None:
        """Give up asking for a new code."""
        had_focus = self.reason.hasFocus() or self._cancel.hasFocus() or self._issue.hasFocus()
        self._form.hide()
        self.reason.clear()
        self._offer.show()
        if had_focus:
            self._new_code.setFocus()

    def _ask(self) -> None:
        self._offer.hide()
        self._form.show()
        self.reason.setFocus()


class Saved(Notice):
    """Asks whether what was saved to a file has come out of a printer.

    ``noted`` carries what did, as it was drawn.
    """

    noted = Signal(object)
    asked = Signal()
    answered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "news", "circle-check", "accent-text")
        self._drawn: Drawn | None = None
        self.yes = SmallButton(look, "Note as printed", "check", rank=Rank.MAIN)
        no = SmallButton(look, "Not printed yet")
        self._body.addLayout(row(26, self.yes, no, None))
        self.yes.clicked.connect(lambda: self._answer(self._drawn))
        no.clicked.connect(lambda: self._answer(None))

    def ask(self, drawn: Drawn, file: Path, words: str) -> None:
        """Ask it of papers that stand in a file."""
        self._drawn = drawn
        self.say(f"Saved in {file.name}: {words}. Note it once it is on paper.")
        self.yes.setFocus()
        self.asked.emit()

    def _answer(self, printed: Drawn | None) -> None:
        self.say("")
        self.answered.emit()
        if printed is not None:
            self.noted.emit(printed)
