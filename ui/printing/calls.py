"""What printing from the window needs of ``app.printing.office.PrintOffice``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.checkin.badges import Replaced
from app.printing.wishes import BadgeCounts, Drawn, OnPaper, Preview, Wish
from app.progress import Report


class BadgeCalls(Protocol):
    """Badges, from the choice to the paper."""

    def counts(self) -> BadgeCounts: ...
    def on_paper(self, delegates: Sequence[UUID]) -> tuple[OnPaper, ...]: ...
    def preview(self, wish: Wish) -> Preview: ...
    def draw(self, wish: Wish, report: Report) -> Drawn: ...
    def save(self, drawn: Drawn, file: Path) -> None: ...
    def note(self, drawn: Drawn) -> None: ...
    def replace(self, delegate: UUID, reason: str) -> Replaced: ...
