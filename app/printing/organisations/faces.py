"""Schedules of organisations as they will be read: values only, with the words on the paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeatFace:
    """A meeting: when, who of the organisation sits at which table, and whom they meet."""

    time: str
    who: str
    table: str
    organisation: str
    people: str


@dataclass(frozen=True, slots=True)
class FreeFace:
    """A stretch without a meeting, and who has it; blank: everybody."""

    time: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class OrganisationDayFace:
    """A day of an organisation. ``without`` names those of it who meet nobody on that day."""

    title: str
    entries: tuple[SeatFace | FreeFace, ...]
    without: str


@dataclass(frozen=True, slots=True)
class OrganisationFace:
    """An organisation whose people meet others."""

    name: str
    days: tuple[OrganisationDayFace, ...]
