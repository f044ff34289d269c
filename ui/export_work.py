"""Brings the dialogs of exports before whoever is at the page of outcomes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ui.outcomes.offers import Offer

if TYPE_CHECKING:
    from ui.exporting.writing import WritingDialog
    from ui.opened import Opened
    from ui.workplace import Workplace


def export_offers(place: Workplace, opened: Opened) -> tuple[Offer, ...]:
    """Give the export of the event, and the hand back of its check-ins."""
    return (
        Offer(
            "Spreadsheet, all fields",
            "file-spreadsheet",
            partial(_export, place, opened),
            "Ctrl+E",
            also="workbook csv json calendar journal everything",
        ),
        Offer(
            "Hand back check-ins…",
            "upload",
            partial(_hand_back, place, opened),
            also="attendance pretix who came",
        ),
    )


def _export(place: Workplace, opened: Opened, _day: date) -> None:
    # Nobody needs these at the start.
    from app.outcomes.export.exporting import Exporting  # noqa: PLC0415
    from ui.exporting.dialog import ExportDialog  # noqa: PLC0415

    _open(ExportDialog(Exporting(opened.event.journal), place.tools, place.window()))


def _hand_back(place: Workplace, opened: Opened, _day: date) -> None:
    from app.outcomes.export.handing_back import HandingBack  # noqa: PLC0415
    from ui.exporting.hand_back import HandBackDialog  # noqa: PLC0415

    _open(HandBackDialog(HandingBack(opened.event.journal), place.tools, place.window()))


def _open(dialog: WritingDialog) -> None:
    from ui.exporting.writing import show_in_files  # noqa: PLC0415

    dialog.folder_wanted.connect(show_in_files)
    dialog.open()
