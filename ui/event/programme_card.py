"""How large the programme is, and the way to import one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.programme.views import ProgrammeCounts
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.event.card import Card
from ui.event.words import rows_words


class ProgrammeCard(Card):
    """A line, and two buttons."""

    import_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("Programme")
        self._told = Text("", BODY, "2", wraps=True)
        self.show_all = SmallButton(look, "Show programme", "calendar-days", rank=Rank.QUIET)
        self.bring = SmallButton(look, "Import programme…", "download", rank=Rank.QUIET)
        self.inside.addWidget(self._told)
        self.inside.addLayout(row(self.bring, self.show_all, None))
        self.bring.clicked.connect(self.import_wanted)
        self.show_all.clicked.connect(self.show_wanted)

    def show_counts(self, counts: ProgrammeCounts) -> None:
        """Show how many sessions there are."""
        told = [_held(counts)] if counts.sessions or counts.cancelled else ["No programme yet."]
        if counts.cancelled:
            told.append(f"{counts.cancelled:,} cancelled.")
        self._told.setText(" ".join(told))


def _held(counts: ProgrammeCounts) -> str:
    sessions = rows_words(counts.sessions, "session", "sessions")
    return f"{sessions} on {rows_words(counts.days, 'day', 'days')}."
