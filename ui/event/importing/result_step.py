"""The last step: how far the import is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.delegates.importing.imports import Imported
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, LEAD
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.common.strip import StatusStrip
from ui.event.importing.list_kind import ListKind, Of


class ResultStep(QWidget):
    """Shows the import under way, then its counts and what can be done next."""

    undone = Signal()
    another = Signal()
    show_wanted = Signal()
    """What was imported is to be looked at."""
    decide_wanted = Signal()

    def __init__(self, look: Look, kind: ListKind) -> None:
        super().__init__()
        self._kind = kind
        self.strip = StatusStrip(look)
        self._icon = Picture(look, "download", "accent-text", 28)
        self._title = Elided("", LEAD)
        self._text = Text("", BODY, "2", wraps=True)
        self.show_all = Button(look, kind.words.show, kind.words.icon, rank=Rank.MAIN)
        self.decide = Button(look, "Decide", "circle-question-mark")
        self.import_another = Button(look, "Import another", "file-plus")
        self.undo = Button(look, "Undo import", "undo-2")
        self._next = (self.show_all, self.decide, self.import_another, self.undo)
        card = Panel("card")
        head = row(self._icon, self._title, gap=14)
        head.setStretch(1, 1)
        card.setLayout(
            column(head, self._text, self.strip, row(*self._next, None), gap=14, margins=24)
        )
        self.setLayout(column(card, None))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(self.undone)
        self.import_another.clicked.connect(self.another)
        self.show_all.clicked.connect(self.show_wanted)
        self.decide.clicked.connect(self.decide_wanted)
        self.strip.busy_changed.connect(self._follow)

    def show_running(self, file: str) -> None:
        """Show that rows are being imported."""
        self._icon.show_icon("download", "accent-text")
        self._title.setText(f"Importing {file}")
        self._text.setText("Scans go on meanwhile. Stopping takes back what was imported so far.")
        self._offer()
        # The button that was pressed is gone; the focus must not wander off to the rail.
        self.setFocus()

    def show_result(self, imported: Imported) -> None:
        """Show what was done."""
        self._icon.show_icon("circle-check", "ok-text")
        self._title.setText(f"Imported {imported.file}")
        self._text.setText("\n".join(self._kind.summed(imported)))
        doubts = len(imported.doubtful) if self._kind.of is Of.DELEGATES else 0
        self.decide.set_words(f"Decide on {doubts:,}")
        # A list that says nothing new wrote nothing that could be taken back.
        undo = () if imported.unit is None else (self.undo,)
        self._offer(self.show_all, self.import_another, *undo)
        self.decide.setVisible(bool(doubts))

    def show_stopped(self) -> None:
        """Show that nothing is left of the import."""
        self._icon.show_icon("circle-alert", "warn-text")
        self._title.setText("The import was stopped")
        self._text.setText("Nothing of it was kept. Go back to the rows, or import another file.")
        self._offer(self.import_another)

    def show_refused(self) -> None:
        """Show that it was refused; the strip says why."""
        self._icon.show_icon("circle-x", "bad-text")
        self._title.setText("Nothing was imported")
        self._text.setText("Go back to the rows, or import another file.")
        self._offer(self.import_another)

    def show_undone(self) -> None:
        """Show that the import was taken back."""
        self._icon.show_icon("undo-2", "text-2")
        self._title.setText("The import was taken back")
        self._text.setText("The event is as it was before. Your matching of columns is kept.")
        self._offer(self.import_another)

    def _offer(self, *buttons: Button) -> None:
        for button in self._next:
            button.setVisible(button in buttons)

    def _follow(self, busy: bool) -> None:
        for button in self._next:
            button.setEnabled(not busy)
