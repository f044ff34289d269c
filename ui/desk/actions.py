"""The buttons below a verdict: one for each thing that can be done next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.common.buttons import LargeButton, Rank
from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.parts import Panel, Text, clear
from ui.desk.refusals import Act


class _Said(NamedTuple):
    words: str
    icon: str
    key: str = ""


_SAID: Mapping[Act, _Said] = {
    Act.CHECK_IN: _Said("Check in", "user-check", "Alt+1"),
    Act.LET_IN: _Said("Let in again", "user-check", "Alt+1"),
    Act.CHECK_OUT: _Said("Leaves for a while", "log-out"),
    Act.ACCEPT: _Said("Accept and check in", "user-check", "Alt+1"),
    Act.RESTORE: _Said("Restore and check in", "rotate-ccw", "Alt+R"),
    Act.ADMIT_TODAY: _Said("Admit today, check in", "user-check", "Alt+1"),
    Act.PRINT_BADGE: _Said("Print badge", "id-card", "Alt+B"),
    Act.PRINT_SCHEDULE: _Said("Print schedule", "calendar-days", "Alt+S"),
    Act.PRINT_NEW_SCHEDULE: _Said("Print new schedule", "calendar-days", "Alt+S"),
    Act.PRINT_SLIP: _Said("Print change slip", "scroll-text", "Alt+L"),
    Act.LOOK_UP: _Said("Look up a name", "user-search", "Alt+N"),
    Act.REGISTER: _Said("Register on site", "user-plus", "Alt+G"),
    Act.SUBSTITUTE: _Said("Somebody else comes", "users"),
    Act.UNDO: _Said("Undo check-in", "undo-2", "Ctrl+Z"),
    Act.UNDO_RETURN: _Said("Undo return", "undo-2", "Ctrl+Z"),
    Act.SHOW: _Said("Show the entry", "eye"),
}

_LEAST_ASIDE, _MOST_ASIDE = 104, 132

_ALL = 1_000
"""A stretch beside which others count for nothing."""

# What goes against a decision is never the button that stands out.
_NEVER_MAIN = frozenset({Act.RESTORE})
# The page hears these in every state, the window hears Ctrl+Z on every page.
_TAKES_BACK = frozenset({Act.UNDO, Act.UNDO_RETURN})
_HEARD_ELSEWHERE = frozenset({Act.LOOK_UP, Act.REGISTER}) | _TAKES_BACK


class Actions(Panel):
    """A row of buttons, the main one first; what takes back stands apart on the right."""

    wanted = Signal(Act)

    def __init__(self, look: Look) -> None:
        super().__init__("foot")
        self._look = look
        self._buttons = QHBoxLayout(self)
        self._buttons.setContentsMargins(32, 14, 32, 14)
        self._buttons.setSpacing(12)
        self._offered: tuple[tuple[Act, ...], bool, str] = ((), False, "")
        self.setFixedHeight(77)

    def offer(self, acts: Sequence[Act], *, printed_before: bool = False, aside: str = "") -> None:
        """Show the buttons for these, and on the right what is to be known besides."""
        offered = (tuple(acts), printed_before, aside)
        if offered == self._offered:
            return  # most verdicts of a morning offer the same
        self._offered = offered
        clear(self._buttons)
        self._buttons.setContentsMargins(32, 14, 24 if aside else 32, 14)
        for act in acts:
            if act not in _TAKES_BACK:
                self._buttons.addWidget(self._button(act, printed_before=printed_before))
        self._buttons.addStretch(1)
        for act in acts:
            if act in _TAKES_BACK:
                self._buttons.addWidget(self._button(act, printed_before=False))
        if aside:
            said = Text(aside, LABEL, "2", wraps=True)
            said.setMinimumWidth(_LEAST_ASIDE)
            said.setMaximumWidth(_MOST_ASIDE)
            said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._buttons.addWidget(said, _ALL)

    def _button(self, act: Act, *, printed_before: bool) -> LargeButton:
        said = _SAID[act]
        is_first = act is self._offered[0][0] and act not in _NEVER_MAIN
        is_main = is_first and not (act is Act.PRINT_BADGE and printed_before)
        words = "Print badge again" if act is Act.PRINT_BADGE and printed_before else said.words
        key = "" if act in _HEARD_ELSEWHERE else said.key
        rank = Rank.MAIN if is_main else Rank.PLAIN
        button = LargeButton(self._look, words, said.icon, key, rank)
        button.show_key(said.key)
        button.clicked.connect(lambda: self.wanted.emit(act))
        return button
