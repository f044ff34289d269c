"""The second and third step: the file's rows, what its columns are, what is wrong in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.importing.troubles import Trouble
from app.event.mappings import SavedMapping
from ui.common.buttons import SmallButton
from ui.common.check import CheckBox
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.event.importing.draft import Draft
from ui.event.importing.file_bar import FileBar
from ui.event.importing.list_kind import ListWords
from ui.event.importing.match_table import MatchTable
from ui.event.words import listed, rows_words

_MOST_NAMED = 3


class RowsStep(QWidget):
    """A bar on the file, a headline that says what to do, and the table.

    ``other_wanted``: the list is of another kind, and somebody wants it to be read as such.
    """

    other_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.bar = FileBar(look)
        self._other = Panel("warning")
        self._looks_like = Text("", BODY, wraps=True)
        self._read_so = SmallButton(look, "")
        other = row(
            Picture(look, "circle-question-mark", "warn-mark", 16),
            self._looks_like,
            self._read_so,
            gap=10,
            margins=(14, 8, 8, 8),
        )
        other.setStretch(1, 1)
        self._other.setLayout(other)
        self._other.hide()
        self.all_rows = SmallButton(look, "Show all rows", "list")
        self.all_rows.hide()
        self.table = MatchTable(look)
        self.whole = CheckBox(look, "Import nothing if a row is rejected")
        self._headline = Text("", SECTION)
        self._hint = Elided("", BODY, "2")
        self._seen = Text("", BODY, "2")
        self._draft: Draft | None = None
        self._can_match = True
        sheet = Panel("sheet")
        sheet.setLayout(column(self.table, gap=0, margins=1))
        head = row(self._headline, self._hint, self._seen, self.all_rows, gap=10)
        head.setStretch(1, 1)
        # Beside the hint it would leave half a sentence of it in a small window.
        choice = row(self.whole, None)
        self.setLayout(column(self.bar, self._other, head, choice, sheet, gap=12))
        self.layout().setStretch(4, 1)  # type: ignore[union-attr] # it was set above
        self.table.comes_after = self.bar.over
        self.table.rows_seen.connect(self._show_seen)
        self.all_rows.clicked.connect(lambda: self.narrow(()))
        self._read_so.clicked.connect(self.other_wanted)

    def offer(self, other: ListWords | None) -> None:
        """Say that the list looks like one of another kind, or of no other."""
        self._other.setVisible(other is not None)
        if other is not None:
            self._looks_like.setText(f"This looks like a list of {other.many}.")
            self._read_so.set_words(other.title)

    def look_at(self, trouble: Trouble) -> None:
        """Show the row of a trouble; of several rows only these."""
        if len(trouble.rows) > 1:
            self.narrow(trouble.rows)
        elif self.all_rows.isVisible():
            self.narrow(())
        self.table.go_to(trouble.rows[0], trouble.column)

    def narrow(self, lines: Sequence[int]) -> None:
        """Show only these rows; all, if there are none."""
        had_focus = self.all_rows.hasFocus()
        self.table.narrow(lines)
        self.all_rows.setVisible(bool(lines))
        if lines:
            self._seen.setText(rows_words(len(lines), "row", "rows") + " shown")
        if had_focus:
            self.table.setFocus()

    def show_draft(self, draft: Draft, kept: Sequence[SavedMapping], *, can_match: bool) -> None:
        """Show a draft: to match its columns, or to look at its rows."""
        if self._draft is None or self._draft.preview is not draft.preview:
            self.all_rows.hide()
        self._draft, self._can_match = draft, can_match
        self.bar.show_draft(draft, kept, can_match=can_match)
        self.whole.setVisible(not can_match)
        self.whole.setChecked(draft.whole_or_nothing)
        self.table.show_draft(draft, can_match=can_match)
        if can_match:
            self._show_matched(draft)

    def show_troubles(self, troubles: Sequence[Trouble], *, checked: bool) -> None:
        """Mark what is wrong."""
        self.table.mark(troubles)
        if self._can_match:
            return
        lines = {line for trouble in troubles for line in trouble.lines}
        if not checked:
            self._headline.setText("Not checked yet")
        elif lines:
            self._headline.setText(rows_words(len(lines), "row to look at", "rows to look at"))
        else:
            self._headline.setText("Every row can be read")
        hint = self._draft.kind.words.hint if self._draft is not None else ""
        self._hint.setText(hint if lines else "")

    def _show_matched(self, draft: Draft) -> None:
        count = draft.matched + len(draft.open)
        self._headline.setText(
            f"{draft.matched} of {rows_words(count, 'column', 'columns')} matched"
        )
        named = [f"“{label}”" for label in draft.open]
        if len(named) > _MOST_NAMED:
            named = [*named[: _MOST_NAMED - 1], f"{len(named) - _MOST_NAMED + 1} more"]
        verb = "is" if len(named) == 1 else "are"
        is_open = bool(named)
        self._hint.setText(
            f"Tell us what {listed(named)} {verb}, or leave it out." if is_open else ""
        )

    def _show_seen(self, first: int, last: int) -> None:
        if self._draft is not None and self.all_rows.isHidden():
            count = len(self._draft.preview.rows)
            self._seen.setText(f"Rows {first:,}–{last:,} of {count:,}")
