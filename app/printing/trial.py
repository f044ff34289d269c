"""The test page of a stock: whether the printer puts things where they belong. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from app.event.logo import event_logo
from app.journal.journal import Journal
from app.printing.drawn import Drawn, Preview
from app.printing.prints import Prints
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class TrialWish:
    """On which stock."""

    stock: str


@dataclass(frozen=True, slots=True)
class TrialMaker:
    """Draws one sheet of a stock with rulers, and with its labels as they should lie."""

    journal: Journal

    def draw(self, wish: TrialWish, report: Report = unheard) -> Drawn:
        """Draw the sheet.

        Raises:
            UnknownStock, StockUnusable: There is no such stock, or its file is wrong.
        """
        from app.printing.own_stocks import offered_stocks  # noqa: PLC0415
        from app.printing.press import press  # noqa: PLC0415
        from app.printing.trial_drawing import trial_document  # noqa: PLC0415

        document = trial_document(offered_stocks().named(wish.stock))
        with self.journal.reading() as session:
            return press(replace(document, logo=event_logo(session)), report)

    def preview(self, wish: TrialWish, _at: int = 0) -> Preview:
        """Draw the same. Refuses as ``draw``."""
        drawn = self.draw(wish)
        return Preview(drawn.pdf, drawn.pages, drawn.items, drawn.unprintable)


def trial_prints(journal: Journal) -> Prints[TrialWish]:
    """Give what prints test pages."""
    return Prints(journal, partial(TrialMaker, journal))
