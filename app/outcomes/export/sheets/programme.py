"""The sheets of sessions and visits, and of who came to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.outcomes.export.arranged import local
from app.outcomes.export.material import Material
from app.outcomes.export.sheets.plan import BETWEEN, SheetPlan
from app.programme.session import SessionKind
from app.programme.views import Listed, SessionFacts, Voice
from app.spreadsheets.columns import Column, Holds
from app.visits.visit import BusList, Sitting, VisitFacts


@dataclass(frozen=True, slots=True)
class Held:
    """A session at a venue."""

    of: SessionFacts
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class OnList:
    """Somebody on the list of a session."""

    session: SessionFacts
    listed: Listed
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Offered:
    """A visit at a venue."""

    of: VisitFacts
    waiting: int
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class OnBus:
    """Somebody who has a place on a visit, or waits for one."""

    visit: VisitFacts
    who: Sitting
    has_place: bool
    zone: ZoneInfo


def _held(material: Material) -> Iterator[Held]:
    return (Held(facts, material.event.zone) for facts, _listed in material.sessions)


def _on_lists(material: Material) -> Iterator[OnList]:
    for facts, listed in material.sessions:
        yield from (OnList(facts, each, material.event.zone) for each in listed)


def _offered(material: Material) -> Iterator[Offered]:
    zone = material.event.zone
    return (Offered(each.visit, len(each.waiting), zone) for each in material.visits)


def _on_buses(material: Material) -> Iterator[OnBus]:
    for each in material.visits:
        yield from _of_bus(each, material.event.zone)


def _of_bus(bus: BusList, zone: ZoneInfo) -> Iterator[OnBus]:
    yield from (OnBus(bus.visit, who, True, zone) for who in bus.people)
    yield from (OnBus(bus.visit, who, False, zone) for who in bus.waiting)


def _voices(voices: Sequence[Voice]) -> str:
    return BETWEEN.join(
        f"{each.name} ({each.badge_number})" if each.badge_number else each.name for each in voices
    )


def _at(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    return local(instant, zone)


SESSIONS: Final[SheetPlan[Held]] = SheetPlan(
    "sessions",
    "Every session of the programme by time, also cancelled ones, with who was booked and came.",
    (
        Column("Number", lambda row: row.of.number, "The session’s number."),
        Column("Title", lambda row: row.of.title, "What it is called."),
        Column(
            "Kind",
            lambda row: row.of.kind,
            "What it is.",
            words=tuple(kind.value for kind in SessionKind),
        ),
        Column(
            "Starts", lambda row: _at(row.of.starts_at, row.zone), "At the venue.", Holds.MOMENT
        ),
        Column("Ends", lambda row: _at(row.of.ends_at, row.zone), "At the venue.", Holds.MOMENT),
        Column("Room", lambda row: row.of.room, "Where it is."),
        Column("Track", lambda row: row.of.track, "Of which track it is."),
        Column("Speakers", lambda row: _voices(row.of.speakers), "Who speaks."),
        Column("Moderators", lambda row: _voices(row.of.moderators), "Who moderates."),
        Column("Places", lambda row: row.of.places, "How many it takes. Blank: all.", Holds.COUNT),
        Column(
            "Cancelled",
            lambda row: row.of.cancelled,
            "Whether it did not take place.",
            Holds.YES_NO,
        ),
        Column("Booked", lambda row: row.of.figures.booked, "Who has a booking.", Holds.COUNT),
        Column(
            "Waiting", lambda row: row.of.figures.waiting, "Who waits for a place.", Holds.COUNT
        ),
        Column(
            "Booked and came",
            lambda row: row.of.figures.booked_here,
            "Who of them came.",
            Holds.COUNT,
        ),
        Column(
            "Walked in",
            lambda row: row.of.figures.walked_in,
            "Who came without a booking. Speakers are not counted.",
            Holds.COUNT,
        ),
        Column("Came", lambda row: row.of.figures.here, "All who came to listen.", Holds.COUNT),
        Column("Session id", lambda row: str(row.of.id), "Names it in all files."),
    ),
    _held,
)

SESSION_ATTENDANCE: Final[SheetPlan[OnList]] = SheetPlan(
    "session-attendance",
    "Who was booked for a session, waits for a place, spoke, came or was excused from it.",
    (
        Column("Number", lambda row: row.session.number, "The session’s number."),
        Column("Title", lambda row: row.session.title, "What it is called."),
        Column(
            "Starts",
            lambda row: _at(row.session.starts_at, row.zone),
            "At the venue.",
            Holds.MOMENT,
        ),
        Column("Badge number", lambda row: row.listed.who.badge_number, "What is on the badge."),
        Column("Name", lambda row: row.listed.who.name, "Who it is."),
        Column("Organisation", lambda row: row.listed.who.organisation, "Whom they stand for."),
        Column("Booked", lambda row: row.listed.booked, "Whether they booked.", Holds.YES_NO),
        Column(
            "In line",
            lambda row: row.listed.in_line or None,
            "Their place in line, if they wait for one.",
            Holds.COUNT,
        ),
        Column("Speaks", lambda row: row.listed.speaks, "Speaks or moderates.", Holds.YES_NO),
        Column("Excused", lambda row: row.listed.excused, "Need not be there.", Holds.YES_NO),
        Column(
            "Came", lambda row: row.listed.since is not None, "Whether they came.", Holds.YES_NO
        ),
        Column("Came at", lambda row: _at(row.listed.since, row.zone), "When.", Holds.MOMENT),
        Column("Delegate id", lambda row: str(row.listed.who.id), "Names them in all files."),
    ),
    _on_lists,
)

VISITS: Final[SheetPlan[Offered]] = SheetPlan(
    "visits",
    "Every visit by time, with its places and who set out.",
    (
        Column("Title", lambda row: row.of.title, "What it is called."),
        Column("Sector", lambda row: row.of.sector, "Of which field it is."),
        Column("Meeting point", lambda row: row.of.meeting_point, "Where people gather."),
        Column(
            "Starts", lambda row: _at(row.of.starts_at, row.zone), "At the venue.", Holds.MOMENT
        ),
        Column("Ends", lambda row: _at(row.of.ends_at, row.zone), "At the venue.", Holds.MOMENT),
        Column("Places", lambda row: row.of.places, "How many it takes.", Holds.COUNT),
        Column("Taken", lambda row: row.of.taken, "How many have a place.", Holds.COUNT),
        Column("Boarded", lambda row: row.of.boarded, "How many set out.", Holds.COUNT),
        Column("Waiting", lambda row: row.waiting, "How many wait for a place.", Holds.COUNT),
        Column("Visit id", lambda row: str(row.of.id), "Names it in all files."),
    ),
    _offered,
)

VISIT_PLACES: Final[SheetPlan[OnBus]] = SheetPlan(
    "visit-places",
    "Who has a place on a visit, and after them who waits for one, in that order.",
    (
        Column("Title", lambda row: row.visit.title, "What the visit is called."),
        Column(
            "Starts", lambda row: _at(row.visit.starts_at, row.zone), "At the venue.", Holds.MOMENT
        ),
        Column("Badge number", lambda row: row.who.who.badge_number, "What is on the badge."),
        Column("Name", lambda row: row.who.who.name, "Who it is."),
        Column("Organisation", lambda row: row.who.who.organisation, "Whom they stand for."),
        Column(
            "Choice",
            lambda row: row.who.rank or None,
            "Which of their choices at that time it is. Blank: they did not choose it.",
            Holds.COUNT,
        ),
        Column("Has place", lambda row: row.has_place, "Else they wait.", Holds.YES_NO),
        Column("Boarded at", lambda row: _at(row.who.boarded_at, row.zone), "When.", Holds.MOMENT),
        Column("Delegate id", lambda row: str(row.who.who.id), "Names them in all files."),
    ),
    _on_buses,
)
