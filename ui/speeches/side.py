"""What can be done about whoever is chosen on the list, and who else may speak."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import labelled
from ui.common.jobs import Jobs
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Text, column, line, scrolled
from ui.common.person_field import FindPeople, PersonField
from ui.speeches.rows import Row, Stands

_WIDE = 280


class _Wide(Button):
    """A button in a column of them."""

    begins_left = True


class Side(Panel):
    """Acts on one speaker; adds others."""

    def __init__(self, look: Look, find: FindPeople, jobs: Jobs) -> None:
        super().__init__("side")
        self.name = Elided("", BODY_STRONG)
        self.said = Text("", BODY, "2", wraps=True)
        self.up = _Wide(look, "Move up", "arrow-up", "Alt+Up")
        self.down = _Wide(look, "Move down", "arrow-down", "Alt+Down")
        self.skip = _Wide(look, "Skip", "fast-forward", "Alt+S")
        self.remove = _Wide(look, "Take off the list", "x")
        self.remove.show_key("Del")
        self.other = Choice(look)
        self.other.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.swap = _Wide(look, "Swap", "arrow-left-right")
        self.add = PersonField(find, jobs, "Add a speaker")
        self.drop = Button(look, "Drop all speeches", "trash-2", rank=Rank.QUIET)
        self._acts = (self.up, self.down, self.skip, self.remove)
        self._swapping = QWidget()
        self._lay_out()
        self.show_row(None, ())

    @property
    def other_one(self) -> UUID | None:
        """With whom places are to be changed."""
        chosen: str | None = self.other.currentData()
        return UUID(chosen) if chosen else None

    def show_row(self, row: Row | None, rows: Sequence[Row]) -> None:
        """Offer what can be done about somebody."""
        moves = row is not None and row.can_move
        self.name.setText(row.name if row else "Nobody is chosen")
        self.said.setText(_said(row))
        skipped = row is not None and row.stands is Stands.SKIPPED
        self.skip.set_words("Speaks after all" if skipped else "Skip")
        self.skip.setEnabled(moves or skipped)
        self.remove.setEnabled(row is not None and row.can_go)
        waiting = [each.id for each in rows if each.can_move]
        self.up.setEnabled(moves and row is not None and row.id != waiting[0])
        self.down.setEnabled(moves and row is not None and row.place < len(rows))
        self._offer_others([each for each in rows if each.can_move and moves and each != row])

    def _offer_others(self, others: Sequence[Row]) -> None:
        offered = [(f"{each.place} · {each.name}", str(each.id)) for each in others]
        places = range(self.other.count())
        known = [(self.other.itemText(at), self.other.itemData(at)) for at in places]
        if offered != known:
            before = self.other.currentData()
            self.other.clear()
            for words, delegate in offered:
                self.other.addItem(words, delegate)
            self.other.setCurrentIndex(max(self.other.findData(before), 0))
        self._swapping.setEnabled(bool(offered))
        self._swapping.setVisible(bool(offered))

    def _lay_out(self) -> None:
        for each in (*self._acts, self.swap):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        swapping = labelled("Change places with", self.other)
        self._swapping.setLayout(column(swapping, self.swap))
        inner = QWidget()
        inner.setLayout(
            column(
                *(Text("Speaker", SECTION), self.name, self.said, 4, *self._acts, 4),
                *(self._swapping, 8, line(), 8, labelled("Add a speaker", self.add)),
                *(None, line(), self.drop),
                margins=(20, 16, 20, 16),
            )
        )
        self.setFixedWidth(_WIDE)
        self.setLayout(column(scrolled(inner)))


def _said(row: Row | None) -> str:
    if row is None:
        return "Choose somebody on the list."
    if row.stands is Stands.SKIPPED:
        return "Skipped: does not speak."
    at = "Began" if not row.can_move else "Speaks"
    here = "" if row.is_here or not row.can_move else " Not here yet."
    return f"{at} at {row.expected}, planned for {row.planned}.{here}"
