"""What is asked for after the meetings, and forms with the answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from app.outcomes.answers import AnswerSet, Preset
from ui.common.buttons import Choice, Rank, SmallButton
from ui.common.fields import labelled
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.services import AnswerCalls

_PRESETS: Mapping[Preset, tuple[str, str]] = {
    Preset.BOTH: ("Kinds and short answers", "What came of it by kind, or in short."),
    Preset.KINDS: ("Kinds of outcomes", "Joint proposal, joint event, agreement, lead or none."),
    Preset.PLATFORM: (
        "Short answers, as platforms do",
        "Did not take place, insufficient interest, informative, cooperation possible.",
    ),
}


class OutcomesCard(Card):
    """A choice of answers, kept at once, and the way to import forms."""

    import_wanted = Signal()

    def __init__(self, look: Look, answers: AnswerCalls, editor: Editor) -> None:
        super().__init__("After the meetings")
        self._answers, self._editor = answers, editor
        self._shown: Preset | None = None
        self.choice = Choice(look)
        for preset, (words, _meaning) in _PRESETS.items():
            self.choice.addItem(words, preset)
        self._meaning = Text("", BODY, "2", wraps=True)
        self.bring = SmallButton(look, "Import outcomes…", "download", rank=Rank.QUIET)
        self.inside.addLayout(labelled("Slips and the Outcomes page ask for", self.choice))
        self.inside.addWidget(self._meaning)
        self.inside.addLayout(row(self.bring, None))
        self.choice.activated.connect(self._choose)
        self.bring.clicked.connect(self.import_wanted)

    def show_asked(self, asked: AnswerSet) -> None:
        """Show what is asked for."""
        self._shown = asked.preset
        self.choice.setCurrentIndex(self.choice.findData(asked.preset))
        self._meaning.setText(_PRESETS[asked.preset][1])

    def _choose(self, at: int) -> None:
        preset = Preset(self.choice.itemData(at))
        if preset is self._shown:
            return
        said = "Other answers are asked for. Meeting slips printed from now on have their boxes."
        self._editor.do(lambda: self._answers.choose(preset), said)
