"""What the page of outcomes offers for the whole day or event, each brought by its own dialog.

What opens a dialog stands here as a function of its own, that takes the place, the event that is
open and the day that is shown, and loads what it needs itself: nobody needs it at the start.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.ending_work import close_day
from ui.export_work import export_offers
from ui.outcomes.offers import Offer
from ui.report_work import report_offers

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.workplace import Workplace


def outcome_offers(place: Workplace, opened: Opened) -> tuple[Offer, ...]:
    """Give what stands below “Export”, from above."""
    closing = Offer(
        "Close the day…", "check", partial(close_day, place, opened), also="end of the day, evening"
    )
    sheets, back = export_offers(place, opened)
    return (sheets, *report_offers(place, opened), back, closing)
