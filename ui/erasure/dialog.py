"""The dialog that erases one person or everybody, and then shows the proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.cli.erasure_words import TITLE, proof_lines, written
from app.erasure.erasure import Known
from app.erasure.proof import Proof
from app.progress import Report
from ui.common.buttons import Button, Rank
from ui.common.files import FileKind, Question
from ui.common.lettering import CELL, CELL_STRONG, LABEL_STRONG, SECTION
from ui.common.page import Tools
from ui.common.parts import Picture, Text, clear, column, row, scrolled
from ui.common.strip import StatusStrip
from ui.delegates.words import breakable

_WIDE, _TALL = 560, 460
_PROOFS = FileKind("proofs", ("PDF (*.pdf)", "Text (*.txt)"))
_KEPT = (
    "Badge number, organisation, country, delegation, sector, check-ins, meetings and outcomes "
    "stay, so that every figure is as it was. Notes on meetings and requests go."
)
_FOR_GOOD = (
    "This can't be taken back, and no copy is made before. Copies of the event that are opened on "
    "this computer later are erased as well."
)


class ErasureCalls(Protocol):
    """What this dialog needs of ``app.erasure.erasure.Erasure``."""

    def person(self, delegate: UUID) -> Proof: ...
    def everybody(self, report: Report) -> Proof: ...
    def remove_backups(self, proof: Proof) -> Proof: ...


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is to be erased: ``word`` has to be typed for it. Nobody in particular is everybody."""

    title: str
    what: str
    word: str
    delegate: UUID | None = None


def whom_of(delegate: UUID, known: Known) -> Whom:
    """Say who one person is."""
    what = (
        f"Name, address, telephone, notes, profile, tickets and badge codes of {known.name} go "
        "from this event: from the list, the journal, the search, and the papers that wait here."
    )
    return Whom(f"Erase {known.name}?", what, known.badge_number or known.name, delegate)


def everybody_of(people: int, event: str) -> Whom:
    """Say what it is to erase everybody."""
    one = people == 1
    what = (
        f"Names, addresses, notes, profiles, tickets and badge codes of {people:,} "
        f"{'person' if one else 'people'} go from this event, and the names of who was on duty."
    )
    return Whom("Erase all personal data of this event?", what, event)


class EraseDialog(QDialog):
    """Erases once the word is typed. Enter alone may end a scan, so it presses nothing."""

    def __init__(self, tools: Tools, calls: ErasureCalls, whom: Whom, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._calls, self._whom = tools, calls, whom
        self._proof: Proof | None = None
        look = tools.look
        self.status = StatusStrip(look, clock=tools.times.of_day)
        self.typed = QLineEdit()
        self.erase = Button(look, "Erase", "trash-2", rank=Rank.MAIN)
        self.leave = Button(look, "Leave it as it is")
        self.save = Button(look, "Save the proof…", "save")
        self.backups = Button(look, "Remove the backups", "trash-2")
        self.close_it = Button(look, "Close", rank=Rank.MAIN)
        self._said = column(gap=4, margins=(0, 0, 12, 0))
        inside = QWidget()
        inside.setLayout(self._said)
        self._area = scrolled(inside)
        self._screens = QStackedWidget()
        self._screens.addWidget(self._question())
        self._screens.addWidget(self._answer())
        self.setWindowTitle(whom.title)
        self.setLayout(column(self._screens, self.status, gap=12, margins=24))
        self.setFixedWidth(_WIDE)
        self.erase.setEnabled(False)
        self.typed.textChanged.connect(self._look_at)
        self.status.busy_changed.connect(lambda _busy: self._look_at())
        self.erase.clicked.connect(self._erase)
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_where)
        self.backups.clicked.connect(self._remove_backups)
        self.close_it.clicked.connect(self.accept)
        self.typed.setFocus()

    def proof_text(self) -> str:
        """Give the proof as it is shown; blank before anything was erased."""
        texts = (each.text() for each in self._area.findChildren(Text))
        return "\n".join(texts).replace("\u200b", "")

    def reject(self) -> None:
        """Stay while something is being erased: it would go on unseen."""
        if not self.status.busy:
            super().reject()

    def _question(self) -> QWidget:
        whom, screen = self._whom, QWidget()
        self.typed.setAccessibleName(f"Type {whom.word} to erase")
        asked = Text(f"Type {whom.word} to erase", LABEL_STRONG, wraps=True)
        asked.setBuddy(self.typed)
        head = row(
            Picture(self._tools.look, "triangle-alert", "bad-text", 20),
            Text(whom.title, SECTION, wraps=True),
            gap=10,
        )
        head.setStretch(1, 1)
        texts = (Text(whom.what, wraps=True), Text(_KEPT, tone="2", wraps=True))
        warned = Text(_FOR_GOOD, CELL_STRONG, "bad", wraps=True)
        buttons = row(None, self.leave, self.erase)
        screen.setLayout(
            column(head, *texts, warned, column(asked, self.typed, gap=6), None, buttons, gap=14)
        )
        return screen

    def _answer(self) -> QWidget:
        screen = QWidget()
        head = row(
            Picture(self._tools.look, "circle-check", "ok-text", 20),
            Text("Erased", SECTION),
            None,
            gap=10,
        )
        buttons = row(self.save, self.backups, None, self.close_it)
        screen.setLayout(column(head, self._area, buttons, gap=14))
        return screen

    def _look_at(self) -> None:
        matches = self.typed.text().strip().casefold() == self._whom.word.casefold()
        idle = not self.status.busy
        self.erase.setEnabled(matches and idle)
        for each in (self.typed, self.leave, self.save, self.backups, self.close_it):
            each.setEnabled(idle)

    def _erase(self) -> None:
        delegate = self._whom.delegate

        def erase(report: Report) -> Proof:
            calls = self._calls
            return calls.everybody(report) if delegate is None else calls.person(delegate)

        self._run(erase)

    def _remove_backups(self) -> None:
        proof = self._proof
        if proof is not None:
            self._run(lambda _report: self._calls.remove_backups(proof))

    def _run(self, work: Callable[[Report], Proof]) -> None:
        self._tools.slow.run(work, view=self.status, then=self._show)

    def _show(self, proof: Proof) -> None:
        self._proof = proof
        clear(self._said)
        for said in proof_lines(proof, self._tools.times.of_day):
            self._said.addLayout(_line(said))
        self._said.addStretch(1)
        self._area.setMinimumHeight(_TALL)
        self.backups.setVisible(bool(proof.copies))
        self._screens.setCurrentIndex(1)
        self.setWindowTitle(TITLE)
        self._in_sight()
        self.close_it.setFocus()

    def _in_sight(self) -> None:
        """Keep the taller dialog on the window it belongs to."""
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            middle = parent.mapToGlobal(parent.rect().center())
            self.move(middle - QPoint(self.width() // 2, self.height() // 2))

    def _ask_where(self) -> None:
        files = self._tools.files
        question = Question("Save the proof of erasure", files.name(TITLE))
        ask = files.ask_where(_PROOFS, question, self)
        ask.fileSelected.connect(lambda file: self.save_to(Path(file)))
        ask.open()

    def save_to(self, file: Path) -> None:
        """Write the proof to a file."""
        proof = self._proof
        if proof is None:
            return

        def save(_report: Report) -> Proof:
            written(proof, file, self._tools.times.of_day)
            return proof

        self._run(save)


def _line(said: str) -> QVBoxLayout:
    """Show a line of the proof: a heading, an entry below one, or a sentence."""
    if said.endswith(":"):
        return column(Text(said, CELL_STRONG), margins=(0, 10, 0, 0))
    if said.startswith(" "):
        return column(Text(breakable(said.strip()), CELL, wraps=True), margins=(16, 0, 0, 0))
    return column(Text(breakable(said), wraps=True), margins=(0, 4, 0, 0))
