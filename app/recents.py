"""The events that this desk had open lately, as its settings keep them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from app.erasure.due import due_on
from app.settings import Settings
from db.errors import EventFileDamaged, NotAnEventFile, StorageError, StorageFailed
from db.glance import glance

MOST = 12


class Found(StrEnum):
    """What became of a recent event's file."""

    READABLE = "readable"
    MISSING = "missing"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    LOCKED = "locked"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """An event that was open before. Unless it is ``READABLE``, only its file is known.

    ``came`` counts those of the ``accepted`` delegates, and others, who were let in on any day.
    From ``erase_on`` its people should be erased; nothing, if nobody is known any more.
    """

    file: Path
    opened_at: datetime
    found: Found
    name: str = ""
    place: str = ""
    days: tuple[date, ...] = ()
    accepted: int = 0
    came: int = 0
    erase_on: date | None = None


def with_opened(settings: Settings, file: Path, at: datetime) -> Settings:
    """Put an event first in the list."""
    others = without(settings, file).recent
    return replace(settings, recent=(f"{at.isoformat()} {file.absolute()}", *others)[:MOST])


def without(settings: Settings, file: Path) -> Settings:
    """Take an event off the list. Its file stays."""
    kept = tuple(
        entry for entry in settings.recent if entry.partition(" ")[2] != str(file.absolute())
    )
    return replace(settings, recent=kept)


def recent_files(settings: Settings) -> tuple[Path, ...]:
    """Give the files of the events that were open before."""
    return tuple(file for file, _at in _entries(settings))


def recent_events(settings: Settings) -> tuple[RecentEvent, ...]:
    """Look at the files of the events that were open before, the latest first."""
    return tuple(_look(file, at) for file, at in _entries(settings))


def _entries(settings: Settings) -> Iterator[tuple[Path, datetime]]:
    for entry in settings.recent:
        at, _, file = entry.partition(" ")
        try:
            opened_at = datetime.fromisoformat(at)
        except ValueError:
            continue
        if file and opened_at.tzinfo is not None:
            yield Path(file), opened_at


def _look(file: Path, at: datetime) -> RecentEvent:
    try:
        cover = glance(file)
    except (StorageError, OSError) as problem:
        return RecentEvent(file, at, _found(problem))
    place = " · ".join(filter(None, (cover.city, cover.venue)))
    counts = cover.accepted, cover.came
    erase_on = due_on(max(cover.days), cover.contact_days) if cover.days and cover.known else None
    return RecentEvent(file, at, Found.READABLE, cover.name, place, cover.days, *counts, erase_on)


def _found(problem: StorageError | OSError) -> Found:
    match problem:
        case NotAnEventFile(reason="missing"):
            return Found.MISSING
        case NotAnEventFile():
            return Found.FOREIGN
        case EventFileDamaged():
            return Found.DAMAGED
        case StorageFailed(reason="busy"):
            return Found.LOCKED
        case _:
            return Found.UNREADABLE
