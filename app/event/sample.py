"""Events described in a file, as the samples are."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any

from app.errors import DeskError
from app.event.making import BlockOrder, EventNotPossible, EventOrder
from app.event.sample_parts import (
    AdmissionPart,
    RoundsPart,
    SpeechesPart,
    Surprises,
    read_admission,
    read_rounds,
    read_speeches,
    read_surprises,
)

RESOURCES = Path(__file__).parent.parent.parent / "resources"
SAMPLES = RESOURCES / "samples"
SAMPLE = "cluster-matchmaking-days"
"""The sample that is meant where none is named."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a sample. Those of a kind stand in the order in which they are imported."""

    registrations: tuple[Path, ...]
    requests: tuple[Path, ...] = ()
    meetings: tuple[Path, ...] = ()
    outcomes: tuple[Path, ...] = ()
    programme: tuple[Path, ...] = ()
    visits: tuple[Path, ...] = ()
    signups: tuple[Path, ...] = ()

    def each(self, change: Callable[[Path], Path]) -> Lists:
        """Give other files in their places."""
        kinds = {each.name: getattr(self, each.name) for each in fields(self)}
        return Lists(**{name: tuple(map(change, files)) for name, files in kinds.items()})


@dataclass(frozen=True, slots=True)
class Sample:
    """An event and what there is for it; every sample has some of this.

    ``about`` says in a line what is
    particular to the event. ``absent`` and ``late`` are the e-mails of who is accepted and does not
    come, or not in time. ``surprises``: the day is played as it might go, not as it went.
    """

    order: EventOrder
    lists: Lists
    about: str = ""
    admission: AdmissionPart | None = None
    rounds: tuple[RoundsPart, ...] = ()
    speeches: tuple[SpeechesPart, ...] = ()
    absent: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    surprises: Surprises | None = None


@dataclass(frozen=True, slots=True)
class SampleTold:
    """A sample as it is offered: by the name of its folder, with a line on what is in it."""

    name: str
    title: str
    city: str
    days: tuple[date, ...]
    about: str


def samples_told() -> tuple[SampleTold, ...]:
    """Tell of the samples that come with the program: the usual one first, then by their days."""
    told = map(_told, sample_names())
    return tuple(sorted(told, key=lambda each: (each.name != SAMPLE, each.days)))


def _told(name: str) -> SampleTold:
    sample = read_sample(SAMPLES / name)
    order = sample.order
    return SampleTold(name, order.name, order.city, order.days, sample.about)


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
        return Sample(
            order,
            _lists(folder, told),
            about=told.get("about", ""),
            admission=read_admission(told["admission"]) if "admission" in told else None,
            rounds=tuple(map(read_rounds, told.get("rounds", ()))),
            speeches=tuple(map(read_speeches, told.get("speeches", ()))),
            absent=frozenset(told.get("absent", ())),
            late=frozenset(told.get("late", ())),
            surprises=read_surprises(told["surprises"]) if "surprises" in told else None,
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DescriptionUnreadable(file, str(error)) from error


def _lists(folder: Path, told: Mapping[str, Any]) -> Lists:
    kinds = [each.name for each in fields(Lists)]
    return Lists(**{kind: tuple(folder / name for name in told.get(kind, ())) for kind in kinds})


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
