"""Asks how many places there are for each kind of delegates and for each delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from app.applications.admission import GroupPlaces
from app.applications.places import MOST_PLACES
from app.delegates.registration import Kind
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE, take_digits
from ui.common.kinds import KIND_WORDS
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Text, column, row, scrolled

_WIDE, _TALL, _FIELD = 520, 620, 112
_ABOUT = (
    "Nobody is accepted by itself beyond these, nor beyond the places in all. Who is accepted "
    "already stays so."
)


class LimitsDialog(QDialog):
    """``decided`` carries the places that were changed."""

    decided = Signal(object)

    def __init__(
        self, look: Look, groups: Sequence[GroupPlaces], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Places by kind and delegation")
        self._groups = tuple(groups)
        self.fields = tuple(self._field(each) for each in groups)
        self.keep = Button(look, "Keep places", "check", DONE, Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        inner = QWidget()
        inner.setLayout(self._grid())
        layout = column(
            Text("Places by kind and delegation", SECTION),
            Text(_ABOUT, BODY, "2", wraps=True),
            scrolled(inner),
            row(None, self.cancel, self.keep),
            gap=16,
            margins=24,
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(_WIDE, _TALL)
        self.keep.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self.fields[0].setFocus()

    def _field(self, group: GroupPlaces) -> QLineEdit:
        field = QLineEdit(group.places)
        take_digits(field, MOST_PLACES)
        field.setPlaceholderText("No limit")
        field.setFixedWidth(_FIELD)
        field.setAccessibleName(f"Places for {group_words(group)}")
        return field

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        at = 0
        for title, is_kind in (("Kinds of delegates", True), ("Delegations", False)):
            grid.addWidget(Text(title, BODY_STRONG), at, 0, 1, 3)
            at += 1
            for group, field in zip(self._groups, self.fields, strict=True):
                if bool(group.kind) is is_kind:
                    grid.addWidget(Elided(group_words(group), BODY), at, 0)
                    taken = Text(f"{group.taken:,} accepted", BODY, "2")
                    taken.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    grid.addWidget(taken, at, 1)
                    grid.addWidget(field, at, 2)
                    at += 1
            if not is_kind and all(each.kind for each in self._groups):
                grid.addWidget(Text("Nobody belongs to a delegation yet.", BODY, "2"), at, 0, 1, 3)
        grid.setRowStretch(at + 1, 1)
        return grid

    def _decide(self) -> None:
        pairs = zip(self._groups, self.fields, strict=True)
        said = [replace(each, places=field.text().strip()) for each, field in pairs]
        self.decided.emit([each for each in said if each not in self._groups])
        self.accept()


def group_words(group: GroupPlaces) -> str:
    """Name whose places they are."""
    return KIND_WORDS[Kind(group.kind)] if group.kind else group.delegation
