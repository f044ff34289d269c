"""What commands of the running day have in common: what they find, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from app.cli.answer import Answer
from app.cli.floor_words import meeting_words, proposal_line
from app.cli.station import Station, instant
from app.floor.day import DayMeeting, FloorDay
from app.floor.manager import FloorManager
from app.floor.proposing import Proposal
from app.floor.states import standing
from app.floor.tellings import Tellings


def floor_of(here: Station) -> FloorManager:
    """Give what a floor manager works with."""
    outdated = Tellings(here.event.journal).outdated
    return FloorManager(here.event.journal, here.event.letters, outdated)


def today(here: Station) -> date:
    """Give the day it is at the venue, or that was said."""
    return here.facts.day_of(here.now)


def meeting_of(here: Station, named: str) -> tuple[FloorManager, DayMeeting]:
    """Find a meeting of today by its number or id."""
    floor = floor_of(here)
    return floor, floor.meeting(today(here), named)


def instant_of(here: Station, text: str) -> datetime:
    """Read a time of today, or one with its day."""
    try:
        return datetime.combine(today(here), time.fromisoformat(text), here.facts.zone)
    except ValueError:
        return instant(text, here.facts.zone)


def proposal_facts(day: FloorDay, proposal: Proposal) -> dict[str, Any]:
    """Give what programs are told of a proposal."""
    slot = next(slot for slot in day.slots if slot.id == proposal.to.slot)
    about = day.meeting[proposal.about]
    return {
        "id": proposal.id,
        "kind": proposal.kind,
        "meeting": about.number,
        "hosts": [day.people[each].who for each in proposal.pairing.hosts],
        "guests": [day.people[each].who for each in proposal.pairing.guests],
        "slot": slot.starts_at,
        "table": day.table[proposal.to.table].label,
        "worth": proposal.worth,
        "mutual": proposal.is_mutual,
        "common": proposal.common,
        "moves": [day.meeting[each.meeting].number for each in proposal.moves],
        "told": [day.people[each].who for each in proposal.told],
        "text": proposal_line(day, proposal).partition("  ")[2],
    }


def shown(here: Station, floor: FloorManager, *meetings: UUID, told: Sequence[UUID] = ()) -> Answer:
    """Answer with meetings as they stand, and with who must be told."""
    day = floor.reader.read(today(here))
    found = [day.meeting[each] for each in meetings]
    stands = [standing(day, each, floor.now) for each in found]
    facts = [
        {
            "id": each.id,
            "number": each.number,
            "slot": each.starts_at,
            "table": day.table[each.table].label if each.table in day.table else None,
            "state": stand.state,
            "missing": stand.missing,
            "locked": each.locked,
        }
        for each, stand in zip(found, stands, strict=True)
    ]
    lines = [
        f"{meeting_words(day, each)}: {stand.state.replace('_', ' ')}"
        + (", locked" if each.locked else "")
        for each, stand in zip(found, stands, strict=True)
    ]
    if told:
        lines.append(told_line(here, told))
    return Answer({"meetings": facts, "told": list(told)}, tuple(lines))


def told_line(here: Station, told: Sequence[UUID]) -> str:
    """Name the people who must be told."""
    people = [here.person(each) for each in told]
    return "To be told: " + ", ".join(f"{each.badge_number} {each.name}" for each in people) + "."
