"""Which file is being imported, and by which mapping its columns are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.event.mappings import SavedMapping
from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, row
from ui.common.times import day_words
from ui.event.importing.draft import Draft
from ui.event.words import PRESET_NAMES, rows_words

_AS_FOUND = "As the headers say"


class FileBar(Panel):
    """Names the file, its sheet, its rows, and what its columns were matched like."""

    sheet_chosen = Signal(str)
    mapping_chosen = Signal(object)
    """A kept mapping, or nothing for what the headers say."""
    kept_as = Signal(str)
    """The matching by hand shall be kept under a name."""
    start_over = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("card")
        self._kept: Sequence[SavedMapping] = ()
        self._name = Elided("", BODY_STRONG)
        self._rows = Text("", BODY, "2")
        self._like = Elided("", BODY, "2")
        self.sheets = Choice(look)
        self.sheets.setAccessibleName("Sheet of the workbook")
        self._mappings = Choice(look)
        self._mappings.setAccessibleName("Match the columns like")
        self.name_it = QLineEdit()
        self.name_it.setPlaceholderText("Keep matching as…")
        self.name_it.setAccessibleName("Keep this matching under a name")
        self.name_it.setFixedSize(164, 32)
        self.keep = SmallButton(look, "Keep")
        for choice in (self.sheets, self._mappings):
            choice.setFixedHeight(32)
            choice.setMaximumWidth(190)
        self.over = SmallButton(look, "Start over")
        self._lay_out(Picture(look, "file-spreadsheet", "text-2", 20))
        self.sheets.textActivated.connect(self.sheet_chosen)
        self._mappings.activated.connect(self._choose_mapping)
        self.over.clicked.connect(self.start_over)
        self.keep.clicked.connect(self._keep)
        self.name_it.returnPressed.connect(self._keep)

    def _lay_out(self, icon: Picture) -> None:
        parts = row(
            icon,
            self._name,
            self._rows,
            self.sheets,
            8,
            self._like,
            gap=10,
            margins=(16, 11, 14, 11),
        )
        for part in (self._mappings, self.name_it, self.keep):
            parts.addWidget(part)
        parts.addWidget(self.over)
        parts.setStretch(1, 3)
        parts.setStretch(5, 2)
        self.setLayout(parts)

    def show_draft(self, draft: Draft, kept: Sequence[SavedMapping], *, can_match: bool) -> None:
        """Show a draft; ``kept`` are the mappings that fit its file."""
        preview = draft.preview
        self._kept = kept
        several = len(preview.sheets) > 1 and can_match
        self._name.setText(preview.file)
        # The rows stand right after it.
        wide = self._name.fontMetrics().horizontalAdvance(preview.file)
        self._name.setMaximumWidth(wide + 2)
        sheet = f"sheet “{preview.sheet}” · " if preview.sheet and not several else ""
        self._rows.setText(sheet + rows_words(len(preview.rows), "row", "rows"))
        self.sheets.clear()
        self.sheets.addItems(list(preview.sheets))
        self.sheets.setCurrentText(preview.sheet)
        self.sheets.setVisible(several)
        self._mappings.clear()
        self._mappings.addItems([_AS_FOUND, *(each.name for each in kept)])
        self._mappings.setCurrentText(draft.like.name if draft.like else _AS_FOUND)
        self._mappings.setVisible(bool(kept) and can_match)
        self._like.setText(_like(draft))
        for part in (self.name_it, self.keep):
            part.setVisible(draft.changed and can_match)

    def _keep(self) -> None:
        name = " ".join(self.name_it.text().split())
        if name:
            self.name_it.clear()
            self.kept_as.emit(name)

    def _choose_mapping(self, at: int) -> None:
        self.mapping_chosen.emit(self._kept[at - 1] if at else None)


def _like(draft: Draft) -> str:
    if draft.changed:
        return "Matched by hand"
    if draft.like is not None:
        return f"Matched like your import on {day_words(draft.like.at.date())}"
    known = PRESET_NAMES.get(draft.preview.preset)
    return f"Read as {known}" if known else ""
