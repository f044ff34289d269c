"""Brings the dialog of reports before whoever is at the page of outcomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from app.outcomes.report.office import Paper, ReportOffice
from ui.common.jobs import Quiet
from ui.outcomes.offers import Offer
from ui.reporting.asked import Asked

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.workplace import Workplace


def report_offers(place: Workplace, opened: Opened) -> tuple[Offer, ...]:
    """Give the reports of the day that is shown, and of the whole event."""
    offices = {paper: ReportOffice(opened.event.journal, paper) for paper in Paper}
    also = "print funder headline figures follow-up list next steps could not come"

    def show(day: date | None) -> None:
        view = Quiet(place)
        # The dialog reads as well, and says why it can't.
        view.refused.connect(lambda _why: open_dialog(Asked(opened.facts.days, day)))
        place.tools.quick.run(
            lambda _report: offices[Paper.REPORT].days(),
            view=view,
            then=lambda days: open_dialog(Asked(days, day)),
        )

    def open_dialog(asked: Asked) -> None:
        from ui.reporting.dialog import ReportDialog  # noqa: PLC0415 - nobody needs it before

        dialog = ReportDialog(offices, place.tools, asked, place.window())
        dialog.told.connect(place.outcomes.told)
        dialog.open()

    whole: Callable[[date], object] = partial(_of_event, show)
    return (
        Offer("Day report, PDF…", "file-text", show, also=also),
        Offer("Closing report, PDF…", "scroll-text", whole, also=also),
    )


def _of_event(show: Callable[[date | None], object], _day: date) -> None:
    show(None)
