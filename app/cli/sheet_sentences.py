"""One sentence for each refusal of papers without a version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.printing.programme_sheets import NobodyBooked
from app.printing.sheets import (
    NobodyAccepted,
    NobodyCame,
    NobodyToList,
    NoBoxes,
    NoMeeting,
    NothingPlanned,
    NoVisits,
    UnknownPaper,
)

SHEET_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NoBoxes: lambda e: (
        f"No badges lie in boxes: those of fewer than {e.least} are handed over as they come out. "
        "Print the badges first, then the labels."
    ),
    NobodyAccepted: lambda _: "Nobody is accepted yet, so there is nobody to print of.",
    NobodyCame: lambda e: (
        f"Not checked in, so nothing was printed: {', '.join(each.name for each in e.delegates)}. "
        "Check them in, or leave them out."
        if e.delegates
        else "Nobody was checked in yet. Check delegates in first."
    ),
    NoVisits: lambda e: (
        f"No visit is offered{f' on {e.day}' if e.day else ''}. Offer one first, then print."
    ),
    NobodyToList: lambda e: (
        f"Nobody is of the delegation “{e.delegation}”. There are: {', '.join(e.known) or 'none'}."
        if e.delegation
        else "Everybody who was meant is here. There is nobody to list."
    ),
    NoMeeting: lambda _: (
        "Nobody of those meant has a meeting on these days. Plan meetings first, then print."
    ),
    NothingPlanned: lambda _: (
        "There is nothing to show: no tables, or no slots. Set up blocks and tables first."
    ),
    NobodyBooked: lambda _: (
        "Nobody is booked for a session on these days, and none takes bookings. "
        "Book delegates first."
    ),
    UnknownPaper: lambda e: f"This does not come on {e.paper}. Choose {' or '.join(e.known)}.",
}
