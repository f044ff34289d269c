"""Below what stands beside the grid: how many must be told, and their slips in one key."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from app.floor.telling import ToTell
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY_STRONG, LABEL
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, column, row
from ui.floor.tell_words import whom_words

KEY = "Alt+L"


class TellBar(Panel):
    """Hidden while everybody knows where to go.

    While a meeting is open whose people must be told, it is about those alone, and so it is about
    those whom a proposal concerned that was just taken.
    """

    slips_wanted = Signal(object)
    """Slips of the delegates with these ids are wanted."""
    list_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("foot")
        self._meant: tuple[ToTell, ...] = ()
        self._said = Elided("", BODY_STRONG)
        self._whom = Elided("", LABEL, "2")
        self.printing = SmallButton(look, "Print slips", "scroll-text", KEY)
        self.listing = SmallButton(look, "To tell", "megaphone")
        head = row(Picture(look, "megaphone", "move-text", 16), self._said, gap=8)
        head.setStretch(1, 1)
        buttons = row(self.printing, self.listing, None, gap=8)
        self.setLayout(column(head, self._whom, buttons, gap=6, margins=(20, 10, 16, 12)))
        self.printing.clicked.connect(self._print)
        self.listing.clicked.connect(self.list_wanted)
        self.hide()

    @property
    def meant(self) -> tuple[ToTell, ...]:
        """Those whose slips the key prints."""
        return self._meant

    def show_found(self, found: Sequence[ToTell], people: Collection[UUID]) -> None:
        """Show who must be told; ``people`` are those who are meant, if they must be."""
        theirs = tuple(each for each in found if each.person.who.id in people)
        self._meant = theirs or tuple(found)
        count = len(self._meant)
        self._said.setText(f"{count:,} must be told" if count > 1 else "1 must be told")
        self._whom.setText(whom_words(self._meant))
        self.printing.set_words("Print 1 slip" if count == 1 else f"Print {count:,} slips")
        self.listing.set_words(f"All {len(found):,}" if theirs else "List")
        self.listing.setAccessibleName(f"List the {len(found):,} who must be told")
        self.setAccessibleName(f"{self._said.text()}: {self._whom.text()}")
        self.setVisible(bool(found))

    def _print(self) -> None:
        self.slips_wanted.emit(tuple(each.person.who.id for each in self._meant))
