"""The sentences of what any command may be refused, and of what a desk is told every day.

They load none of the parts that other sentences tell of: people wait for these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.checkin.scanning import NotAdmitted, NotHere
from app.cli.answer import described
from app.cli.reasons import SCANS, STORAGE
from app.cli.station import EnvironmentFailed, TimeUnreadable
from app.delegates.person import SeveralDelegates, UnknownDelegate
from app.errors import DeskError
from app.event.facts import NoEvent
from app.files import FileNotWritten
from app.journal.batches import WorkUnderWay
from app.journal.deeds import (
    BuiltOn,
    CannotUndo,
    DeedIdTaken,
    NothingToRedo,
    NothingToUndo,
    UnknownDeed,
)
from app.settings import SettingsUnreadable
from app.storage import StorageRefused

Clock = Callable[[Any], str]
"""Shows an instant as a time of day at the venue."""


def desk_sentence(refusal: DeskError, clock: Clock = str) -> str | None:
    """Say a refusal in words, if it is one of these."""
    if isinstance(refusal, NotAdmitted):
        return _scan(refusal, clock)
    say = DESK_SENTENCES.get(type(refusal))
    return say(refusal) if say else None


def _scan(refusal: NotAdmitted, clock: Clock) -> str:
    who = described(refusal.delegate) if refusal.delegate else ""
    facts = {
        "who": who,
        "since": clock(refusal.since) if refusal.since else "",
        "desk": refusal.desk or "another desk",
        "days": ", ".join(f"{day:%d %B}" for day in refusal.days) or "no day of this event",
        "substitute": described(refusal.substitute) if refusal.substitute else "",
    }
    return SCANS[refusal.reason].format(**facts)


def _storage(refusal: StorageRefused) -> str:
    facts = {
        name: "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in refusal.problem.items()
    }
    key = f"{refusal.kind} {facts.get('reason', '')}".strip()
    return STORAGE.get(key, STORAGE["other"]).format_map({"detail": "", **facts})


DESK_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    BuiltOn: lambda _: (
        "Somebody has worked on this since, so it can't be taken back. Look at the history, "
        "then correct it by hand."
    ),
    CannotUndo: lambda _: "This can't be taken back. Nothing was changed.",
    DeedIdTaken: lambda e: (
        f"{e.deed} is the id of another deed. Make a new one. Nothing was changed."
    ),
    EnvironmentFailed: lambda e: f"The system refused: {e.detail} {e.file}".strip() + ".",
    FileNotWritten: lambda e: (
        f"{e.file} can't be written: {e.detail}. Choose another folder, or close the file."
    ),
    NoEvent: lambda _: "Making this event was broken off. Make it anew under another file name.",
    NotHere: lambda e: f"{described(e.delegate)} is not in the house. Nothing was changed.",
    NothingToRedo: lambda _: "Nothing was taken back last.",
    NothingToUndo: lambda _: "This desk has done nothing that is left to take back.",
    SettingsUnreadable: lambda e: (
        f"The settings in {e.file} can't be read: {e.detail}. Correct the file, or remove it to "
        "start as a new desk."
    ),
    SeveralDelegates: lambda e: (
        f"Several delegates share {e.delegate}. Name one by badge number: "
        f"{', '.join(e.badge_numbers)}."
    ),
    StorageRefused: _storage,
    TimeUnreadable: lambda e: f"“{e.time}” is no time. Write it as 2027-03-16T08:55.",
    UnknownDeed: lambda e: f"No deed has the id {e.deed}. Look it up in the history.",
    UnknownDelegate: lambda e: (
        f"No delegate is known as {e.delegate}. Find the badge number first (find)."
    ),
    WorkUnderWay: lambda _: (
        "An import, print run or undo is being written just now. Wait for it, then try again."
    ),
}
