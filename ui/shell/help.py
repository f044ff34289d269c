"""Help: the keys of the page that is shown, and the three things people ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from ui.common.buttons import Button, Rank, SmallButton, key_words
from ui.common.lettering import BODY_STRONG, KEY, SECTION, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, line, row

Keys = Sequence[tuple[str, str]]
"""Key sequences such as ``Alt+B``, each with what it does. Words that are no keys stay."""

EVERYWHERE: Keys = (
    ("Ctrl+1", "Go to the first page; Ctrl 2 to the second, and so on"),
    ("Ctrl+K", "Search, or say what to do"),
    ("Ctrl+Z", "Undo the last thing this desk did"),
    ("Ctrl+Shift+Z", "Do it again"),
    ("Space", "Press the button that has the focus; Enter is left to the scanner"),
    ("F1", "This help"),
    ("F11", "Full screen, and back"),
)

_RUBBISH = (
    "Hold the test card before it and read what it typed. The test says which setting is wrong, "
    "and learns a foreign keyboard layout."
)
_NOT_FOUND = (
    "Type fewer letters, or part of the organisation; accents do not matter. If no one fits, "
    "register the person on site (Alt G on the Desk)."
)
_WRONG_PERSON = (
    "Press Undo, or Ctrl Z. It takes back what this desk did last, and nothing else. Then scan "
    "the right badge."
)
_ASKED = (
    ("The scanner types nothing, or rubbish.", _RUBBISH),
    ("Somebody is not found.", _NOT_FOUND),
    ("The wrong person was checked in.", _WRONG_PERSON),
)
_WIDTH, _HEIGHT = 860, 580


class Help(QDialog):
    """Stands over the window until it is closed by Esc, F1 or its button."""

    scanner_test_wanted = Signal()
    licences_wanted = Signal()

    def __init__(self, look: Look, page: str, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._test = SmallButton(look, "Scanner test", "scan-line")
        self._licences = SmallButton(look, "Licences", "file-text")
        self._close = Button(look, "Close", "x", "F1", rank=Rank.MAIN)
        self.setWindowTitle("Help")
        self.resize(_WIDTH, _HEIGHT)
        groups = [_group(f"On {page}", keys)] if keys else []
        left = Panel("")
        left.setLayout(column(*groups, _group("Everywhere", EVERYWHERE), None, gap=24))
        scrolled = QScrollArea()
        scrolled.setWidget(left)
        left.setProperty("part", "scrolled")
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setProperty("part", "read")
        scrolled.setAccessibleName("Keys")
        body = row(scrolled, line("upright"), self._answers(), gap=24)
        body.setStretch(0, 5)
        body.setStretch(2, 4)
        self.setLayout(
            column(
                Text("Help", TITLE),
                body,
                row(self._licences, None, self._close),
                gap=20,
                margins=24,
            )
        )
        self._close.setFocus()
        self._close.clicked.connect(self.accept)
        self._test.clicked.connect(self._go_to_test)
        self._licences.clicked.connect(self._go_to_licences)

    def _answers(self) -> QWidget:
        parts: list[QWidget | int | None] = [Text("What people ask", SECTION)]
        for number, (question, answer) in enumerate(_ASKED):
            parts += [
                12,
                Text(question, BODY_STRONG, wraps=True),
                Text(answer, tone="2", wraps=True),
            ]
            if number == 0:
                parts += [4, self._test]
        answers = QWidget()
        # As deep as the keys beside it, which have room for a frame around them.
        answers.setLayout(column(*parts, None, gap=4, margins=(0, 2, 0, 0)))
        return answers

    def _go_to_test(self) -> None:
        self.accept()
        self.scanner_test_wanted.emit()

    def _go_to_licences(self) -> None:
        self.accept()
        self.licences_wanted.emit()


def _group(title: str, keys: Keys) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 4, 12, 0)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    grid.setColumnMinimumWidth(0, 76)
    grid.setColumnStretch(1, 1)
    for at, (key, words) in enumerate(keys):
        cap = Text(key_words(key) or key, KEY)
        cap.setProperty("part", "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(words, wraps=True), at, 1)
    group = QWidget()
    group.setLayout(column(Text(title, SECTION), grid, gap=8))
    return group
