"""Somebody of the meeting that is shown: how they stand, and what leads further."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.floor.day import Participant
from app.floor.states import Attendance
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY_STRONG, LABEL
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, column, row
from ui.floor.presence_dot import PresenceDot


class MeetingPerson(QWidget):
    """Made anew whenever something about them is otherwise.

    ``entry`` leads to what is known of them; ``leaves`` lets them leave for today.
    """

    def __init__(self, look: Look, someone: Participant, side: str, stands: Attendance) -> None:
        super().__init__()
        self._look, self._someone = look, someone
        who = someone.who
        self._name = Text(who.name or who.badge_number, BODY_STRONG, wraps=True)
        where = ", ".join(filter(None, (side, who.organisation)))
        self._where = Text(where, LABEL, "2", wraps=True)
        self._presence = Elided("", LABEL, "2")
        self._dot = PresenceDot(look, stands)
        self.entry, self.leaves = SmallButton(look, "", "id-card"), SmallButton(look, "", "log-out")
        self.entry.setAccessibleName(f"Show the entry of {who.name}")
        self.entry.setToolTip("Show the entry under Delegates")
        self.leaves.setAccessibleName(f"{who.name} leaves for today")
        self.leaves.setToolTip("Leaves for today: see what becomes of all their meetings")
        self._lay_out()

    def say(self, presence: str) -> None:
        """Say where they are."""
        self._presence.setText(presence)

    def _lay_out(self) -> None:
        head = row(column(self._name, self._where, gap=1), self.entry, self.leaves, gap=8)
        head.setStretch(0, 1)
        for each in (self.entry, self.leaves):
            head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        reached = row(self._presence, gap=6)
        reached.setStretch(0, 1)
        if self._someone.phone:
            phone = Text(self._someone.phone, LABEL, "2")
            phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            reached.addWidget(Picture(self._look, "phone", "text-3", 14))
            reached.addWidget(phone)
        layout = row(self._dot, column(head, reached, gap=1), gap=8, margins=(0, 8, 0, 8))
        layout.setStretch(1, 1)
        layout.setAlignment(self._dot, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
