"""What can be done about the papers of badges, beside choosing one; and which are no use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.printing.stock import StockUnusable
from ui.common.buttons import SmallButton
from ui.common.look import Look
from ui.common.parts import column, row
from ui.common.sentences import sentence
from ui.printing.notices import Notice

_NAMED = 2


class StockActions(QWidget):
    """Buttons below the papers. ``row`` has room for more of them."""

    import_wanted = Signal()
    """A described paper is to be kept for this desk."""
    trial_wanted = Signal()
    """A page with rulers is to be printed on what is chosen."""
    templates_wanted = Signal()
    """What badges look like is to be changed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._unusable = Notice(look, "warning", "triangle-alert", "warn-mark")
        self.adding = SmallButton(look, "Add a paper…", "file-plus")
        self.trial = SmallButton(look, "Test page", "ruler")
        self.adding.setToolTip("Reads the measures of sheets and labels from a file (.toml)")
        self.trial.setToolTip("Prints rulers and the outlines of the labels: are they in place?")
        self.templates = SmallButton(look, "Badge templates…", "id-card")
        self.templates.setToolTip("What badges look like: texts, sizes, colours, the code")
        self.row = row(self.adding, self.trial, None)
        self.setLayout(column(self._unusable, self.row, row(self.templates, None)))
        self.adding.clicked.connect(self.import_wanted)
        self.trial.clicked.connect(self.trial_wanted)
        self.templates.clicked.connect(self.templates_wanted)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give what can have the focus, from above."""
        return (self.adding, self.trial, self.templates)

    def show_unusable(self, unusable: Sequence[StockUnusable]) -> None:
        """Say which described papers can't be used, with file and line."""
        said = [f"Can't be used: {sentence(each)}" for each in unusable[:_NAMED]]
        if len(unusable) > _NAMED:
            said.append(f"{len(unusable) - _NAMED:,} more can't be used either.")
        self._unusable.say("\n".join(said))
