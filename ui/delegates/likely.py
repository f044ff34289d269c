"""Whom a delegate may want to meet, as a part of the pane, with a key to ask for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cli.partner_words import why_words
from app.delegates.person import Person
from app.partners.finding import Partner, comes
from ui.common.buttons import SmallButton
from ui.common.lettering import CELL, CELL_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Text, clear, column, row
from ui.delegates.focus import rebuild
from ui.delegates.words import breakable, described

MOST = 5
_LOOKING = "Looking…"
_NOBODY = "Nobody fits yet. Write down what they seek and offer, then look again."
_NOT_COMING = "They are not to come. Partners are found for whoever is accepted."


class LikelyPart(QWidget):
    """Suggests partners, each with why. ``ask`` makes a request of one."""

    def __init__(
        self,
        look: Look,
        whose: Person,
        ask: Callable[[Partner], None],
        free_focus: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._nobody = _NOBODY if comes(whose) else _NOT_COMING
        self._ask = ask
        self._free_focus = free_focus
        self._body: QVBoxLayout = column(gap=8)
        self.setLayout(self._body)
        self._lay_out(None)

    def show_found(self, found: Sequence[Partner]) -> None:
        """Show who was found."""
        rebuild(self, lambda: self._lay_out(found), self._free_focus, lambda: ())

    def _lay_out(self, found: Sequence[Partner] | None) -> None:
        clear(self._body)
        self._body.addWidget(Text("Likely partners", SECTION))
        if not found:
            self._body.addWidget(
                Text(_LOOKING if found is None else self._nobody, CELL, "2", wraps=True)
            )
            return
        for place, partner in enumerate(found[:MOST], start=1):
            self._body.addLayout(self._line(place, partner))

    def _line(self, place: int, partner: Partner) -> QVBoxLayout:
        name = Text(breakable(described(partner.person)), CELL_STRONG, wraps=True)
        ask = SmallButton(self._look, "Ask to meet", key=f"Alt+{place}")
        ask.setAccessibleName(f"Ask to meet {partner.person.name}")
        ask.clicked.connect(partial(self._ask_once, ask, partner))
        why = Text(breakable(why_words(partner.why)), CELL, "2", wraps=True)
        return column(name, why, row(ask, None), gap=4)

    def _ask_once(self, button: SmallButton, partner: Partner) -> None:
        # Whoever presses twice asks once: the list comes anew after.
        button.setEnabled(False)
        self._ask(partner)
