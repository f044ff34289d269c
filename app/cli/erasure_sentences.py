"""One sentence for each refusal of closing a day and of erasing people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.closing_words import open_words
from app.cli.counted import many
from app.closing.closing import ClosedBefore, NotClosedYet, StillToDo
from app.delegates.person import WasErased
from app.erasure.refusals import (
    NotConfirmed,
    NotDueYet,
    OnlyRehearsed,
    RetentionNotPossible,
)
from app.errors import DeskError

ERASURE_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    ClosedBefore: lambda r: f"{r.day:%d %B %Y} is closed already. What comes now is taken as well.",
    NotClosedYet: lambda r: f"{r.day:%d %B %Y} is not closed, so there is nothing to reopen.",
    StillToDo: lambda r: (
        f"{r.day:%d %B %Y} was not closed: {', '.join(map(open_words, r.open))}. See to it, or "
        "close the day all the same (--anyway)."
    ),
    NotConfirmed: lambda r: (
        f"Nothing was erased: nobody confirmed it for {_whom(r)}. It can't be taken back. Say "
        "--yes, or type what is asked for."
    ),
    NotDueYet: lambda r: (
        f"Nothing is due yet. Prints and backups are to go on {r.remove_prints_on:%d %B %Y}, "
        f"people on {r.erase_on:%d %B %Y}. To erase them now, say --all."
    ),
    OnlyRehearsed: lambda _: (
        "This is only a rehearsal. Close it, and erase in the event itself. Nothing was erased."
    ),
    RetentionNotPossible: lambda r: (
        f"Data are kept for 0 to {r.most:,} days, not {r.days}. Nothing was changed."
    ),
    WasErased: lambda r: (
        f"{r.badge_number} was erased: nothing is known of them any more. Register anew who comes "
        "again."
    ),
}


def _whom(refusal: NotConfirmed) -> str:
    return refusal.badge_number or many(refusal.people, "person", "people")
