"""Events described in a file, as the samples are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from app.errors import DeskError
from app.event.making import BlockOrder, EventNotPossible, EventOrder

RESOURCES = Path(__file__).parent.parent.parent / "resources"
SAMPLES = RESOURCES / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """An event and its lists: who registered, who wants to meet whom, meetings, what came of them.

    Each kind in the order it is imported.
    """

    order: EventOrder
    registrations: tuple[Path, ...]
    requests: tuple[Path, ...] = ()
    meetings: tuple[Path, ...] = ()
    outcomes: tuple[Path, ...] = ()


def sample_names() -> tuple[str, ...]:
    """Name the samples that come with the program."""
    return tuple(sorted(each.name for each in SAMPLES.iterdir() if each.is_dir()))


@dataclass(eq=False)
class DescriptionUnreadable(DeskError):
    """The file that describes an event can't be read. ``detail`` says where and why."""

    file: Path
    detail: str


def read_sample(folder: Path) -> Sample:
    """Read an event's ``event.toml``.

    Raises:
        DescriptionUnreadable: It is missing, or not as it should be.
        EventNotPossible: A time in it makes no sense.
    """
    file = folder / "event.toml"
    try:
        told: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        order = EventOrder(
            name=told["name"],
            timezone=told["timezone"],
            days=tuple(map(date.fromisoformat, told["days"])),
            blocks=tuple(map(read_block, told.get("blocks", ()))),
            slot_minutes=told.get("slot_minutes", 20),
            gap_minutes=told.get("gap_minutes", 5),
            tables=told.get("tables", 0),
            venue=told.get("venue", ""),
            city=told.get("city", ""),
            delegations=tuple(
                (delegation["name"], delegation.get("colour", ""))
                for delegation in told.get("delegations", ())
            ),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DescriptionUnreadable(file, str(error)) from error
    lists = ("registrations", "requests", "meetings", "outcomes")
    return Sample(order, *(tuple(folder / name for name in told.get(each, ())) for each in lists))


def read_block(text: str) -> BlockOrder:
    """Read ``HH:MM-HH:MM``, or with a day before it: ``2027-03-16/10:15-12:40``.

    Raises:
        EventNotPossible: It is written otherwise.
    """
    day, _, stretch = text.rpartition("/")
    starts, _, ends = stretch.partition("-")
    try:
        return BlockOrder(
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            date.fromisoformat(day) if day else None,
        )
    except ValueError as error:
        raise EventNotPossible("block_text", text) from error
