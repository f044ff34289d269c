"""What stands around the steps of an import: the way there, the outlook, the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.event.importing.draft import Draft
from ui.event.importing.list_kind import ListKind
from ui.event.importing.outlook import Outlook
from ui.event.importing.rehearser import Rehearsed
from ui.event.importing.steps import STEP_WORDS, Step, StepBar
from ui.event.importing.trouble_card import Answers
from ui.event.words import rows_words

_PROMISE = "Nothing is saved before step 4. You can go back at any time."


class ImportFrame(QWidget):
    """Puts a step between its heading, its outlook and its buttons."""

    def __init__(
        self, look: Look, kind: ListKind, steps: Sequence[QWidget], answers: Answers
    ) -> None:
        super().__init__()
        self.steps = StepBar(look)
        self.outlook = Outlook(look, kind, answers)
        self.to_event = SmallButton(look, "Event", rank=Rank.QUIET)
        self.to_event.setAccessibleName("Back to the event")
        self.back = Button(look, "Back")
        self.next = Button(look, "Check the rows", key="Ctrl+Return", rank=Rank.MAIN)
        self._promise = Text(_PROMISE, BODY, "2")
        # As a layout it would show the first step in a window of its own: it has no parent yet.
        self._body = QStackedWidget()
        for each in steps:
            self._body.addWidget(each)
        where = row(
            self.to_event,
            Picture(look, "chevron-right", "text-3", 14),
            Text(kind.words.where, BODY, "2"),
        )
        where.setContentsMargins(0, 0, 0, 0)
        where.addStretch(1)
        heading = row(Text(kind.words.title, TITLE), None, self.steps)
        foot = self._foot = Panel("foot")
        foot.setLayout(
            row(self._promise, None, self.back, self.next, gap=12, margins=(24, 16, 24, 16))
        )
        inside = column(where, heading, 8, gap=2, margins=(24, 14, 24, 20))
        inside.addWidget(self._body, 1)
        main = column(inside, foot, gap=0)
        main.setStretch(0, 1)
        whole = row(gap=0)
        whole.addLayout(main, 1)
        whole.addWidget(self.outlook)
        self.setLayout(whole)

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self._body.setCurrentIndex({Step.CHOOSE: 0, Step.IMPORT: 2}.get(step, 1))
        self.steps.show_step(step)
        self.outlook.setVisible(step in (Step.MATCH, Step.CHECK))

    def show_way_back(self) -> None:
        """Let somebody go back from an import that was left off."""
        self._foot.show()

    def show_way_on(self, step: Step, draft: Draft | None, rehearsed: Rehearsed | None) -> None:
        """Say what the next step is, and whether it can be taken."""
        self.next.setVisible(step in (Step.MATCH, Step.CHECK))
        self._foot.setVisible(step is not Step.IMPORT)
        self._promise.setText("" if step is Step.IMPORT else _PROMISE)
        if step is Step.MATCH:
            self.next.set_words(STEP_WORDS[Step.CHECK])
            self.next.setEnabled(draft is not None and not draft.lacking)
            return
        rows, rejected = 0, 0
        if rehearsed is not None:
            told = rehearsed.imported
            rows = told.created + told.updated + told.unchanged
            rejected = len({problem.line for problem in told.rejected})
        self.next.set_words(f"Import {rows_words(rows, 'row', 'rows')}" if rows else "Import")
        refused = bool(rejected and draft is not None and draft.whole_or_nothing)
        self.next.setEnabled(rows > 0 and not refused)
        if step is Step.CHECK and refused:
            stays = rows_words(rejected, "row is", "rows are")
            self._promise.setText(f"{stays} rejected, so nothing would be imported.")
