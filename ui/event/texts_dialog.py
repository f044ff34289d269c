"""What letters of this event say, with a real delegate's letter beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.applications.letters.own import Example, TextTold
from app.applications.letters.texts import PLACEHOLDERS, LetterTextUnusable
from app.delegates.registration import Status
from app.errors import DeskError
from ui.common.buttons import Button, Choice, Rank, SmallButton
from ui.common.fields import DONE, labelled
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, LABEL_STRONG, SECTION, font
from ui.common.page import Tools
from ui.common.parts import Text, column, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip

_WIDE, _TALL, _COLUMNS = 1040, 680, 4
_SETTLES_IN_MS = 150
_STATUSES = {
    Status.ACCEPTED: "Acceptance",
    Status.DECLINED: "Refusal",
    Status.WAITING: "Waiting list",
}
_LANGUAGES = {"en": "English", "de": "German", "fr": "French"}
_ABOUT = (
    "The first line is the subject; blank lines part paragraphs. What stands in braces is put in "
    "for each person, and a paragraph that has nothing to say is left out."
)
_Key = tuple[Status, str]


class TextCalls(Protocol):
    """What this dialog needs of ``app.applications.letters.own.LetterTexts``."""

    def told(self) -> tuple[TextTold, ...]: ...
    def example(self, status: Status, language: str, text: str) -> Example: ...
    def change_all(self, texts: Mapping[_Key, str]) -> None: ...


class TextsDialog(QDialog):
    """``kept`` says that letters say something else now; all that was changed is kept at once."""

    kept = Signal()

    def __init__(
        self, calls: TextCalls, tools: Tools, texts: Sequence[TextTold], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._calls, self._tools = calls, tools
        self._stored = {(each.status, each.language): each.text.strip() for each in texts}
        self._usual = {(each.status, each.language): each.usual.strip() for each in texts}
        self._drafts: dict[_Key, str] = {}
        look = tools.look
        self.setWindowTitle("Letter texts")
        self.status, self.language = Choice(look), Choice(look)
        for status, said in _STATUSES.items():
            self.status.addItem(said, status)
        for language, said in _LANGUAGES.items():
            self.language.addItem(said, language)
        self.text, self.shown = QPlainTextEdit(), QPlainTextEdit()
        self._whose = Text("", LABEL_STRONG, "2")
        self.strip = StatusStrip(look)
        self.keep = Button(look, "Keep texts", "check", DONE, Rank.MAIN)
        self.usual = SmallButton(look, "Use the usual text", "rotate-ccw", rank=Rank.QUIET)
        self.cancel = Button(look, "Cancel")
        self._looking = Quiet(self)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def key(self) -> _Key:
        """Which text is shown."""
        return Status(self.status.currentData()), str(self.language.currentData())

    @property
    def changed(self) -> Mapping[_Key, str]:
        """The texts that are not as they are stored."""
        return {
            key: text for key, text in self._drafts.items() if text.strip() != self._stored[key]
        }

    def _lay_out(self) -> None:
        for field, said in ((self.text, "Text"), (self.shown, "Example")):
            field.setFont(font(BODY))
            field.setTabChangesFocus(True)
            field.setAccessibleName(said)
        self.shown.setReadOnly(True)
        places = row(self._left(), self._right(), gap=20)
        places.setStretch(0, 1)
        places.setStretch(1, 1)
        layout = column(
            Text("Letter texts", SECTION),
            Text(_ABOUT, BODY, "2", wraps=True),
            places,
            self.strip,
            row(self.usual, None, self.cancel, self.keep),
            gap=12,
            margins=24,
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(_WIDE, _TALL)
        self.text.setFocus()

    def _left(self) -> QVBoxLayout:
        asked = row(labelled("Letters of", self.status), labelled("In", self.language), gap=12)
        left = column(asked, self.text, self._placeholders(), gap=8)
        left.setStretch(1, 1)
        return left

    def _right(self) -> QVBoxLayout:
        right = column(self._whose, self.shown, gap=4)
        right.setStretch(1, 1)
        return right

    def _placeholders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setColumnStretch(_COLUMNS, 1)
        for at, name in enumerate(PLACEHOLDERS):
            button = SmallButton(self._tools.look, f"{{{name}}}")
            button.setAccessibleName(f"Put in {name}")
            button.clicked.connect(partial(self._put_in, name))
            grid.addWidget(button, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _connect(self) -> None:
        for choice in (self.status, self.language):
            choice.currentIndexChanged.connect(lambda _at: self._show())
        self.text.textChanged.connect(self._typed)
        self._soon.timeout.connect(self._look)
        self._looking.refused.connect(self._say_why_not)
        self.usual.clicked.connect(self._use_usual)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)

    def _show(self) -> None:
        self.text.setPlainText(self._drafts.get(self.key, self._stored[self.key]))
        self._look()

    def _typed(self) -> None:
        self._drafts[self.key] = self.text.toPlainText()
        self.keep.setEnabled(bool(self.changed))
        self.usual.setEnabled(self.text.toPlainText().strip() != self._usual[self.key])
        self._soon.start()

    def _put_in(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus()

    def _use_usual(self) -> None:
        self.text.setPlainText(self._usual[self.key])
        self.text.setFocus()

    def _look(self) -> None:
        key, text = self.key, self.text.toPlainText()

        def show(example: Example) -> None:
            if (key, text) == (self.key, self.text.toPlainText()):
                self.strip.say("")
                name = example.name
                self._whose.setText(f"As {name} would read it" if name else "Nobody applied yet")
                self.shown.setPlainText(example.text)

        self._tools.reads.run(
            lambda _report: self._calls.example(*key, text), view=self._looking, then=show
        )

    def _say_why_not(self, refusal: DeskError) -> None:
        said = sentence(refusal, self._tools.times.of_day)
        if isinstance(refusal, LetterTextUnusable):
            # Which file it would be is nothing that anybody sees here.
            said = said.removeprefix(f"{refusal.name}, ")
            said = said[:1].upper() + said[1:]
        self.strip.say(said)

    def _keep(self) -> None:
        texts = dict(self.changed)

        def done(_nothing: None) -> None:
            self.kept.emit()
            self.accept()

        self._tools.quick.run(
            lambda _report: self._calls.change_all(texts), view=self._looking, then=done
        )
