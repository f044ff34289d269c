"""Letters from a wish to the paper. Light to import: what draws is loaded at the first call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.applications.letters.wishes import LetterWish
from app.journal.journal import Journal
from app.printing.drawn import Drawn, Preview
from app.printing.prints import Prints
from app.printing.sheets import SheetMaker, SheetWish
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.printing.document import Document


@dataclass(frozen=True, slots=True)
class LetterMaker:
    """Draws letters, one page each, with the event's logo."""

    journal: Journal

    def draw(self, wish: LetterWish, report: Report = unheard) -> Drawn:
        """Draw the letters.

        Raises:
            NobodyToWriteTo: As ``letters`` refuses.
            Cancelled: ``report`` stopped it.
        """
        return self._sheets(wish).draw(SheetWish(), report)

    def preview(self, wish: LetterWish, at: int = 0) -> Preview:
        """Draw one of the letters. Refuses as ``draw``."""
        return self._sheets(wish).preview(SheetWish(), at)

    def _sheets(self, wish: LetterWish) -> SheetMaker:
        def document(journal: Journal, _sheet: SheetWish) -> Document:
            from app.printing.letters.maker import letter_document  # noqa: PLC0415

            return letter_document(journal, wish)

        return SheetMaker(self.journal, document)


def letter_prints(journal: Journal) -> Prints[LetterWish]:
    """Print letters on what became of applications."""
    return Prints(journal, lambda: LetterMaker(journal))
