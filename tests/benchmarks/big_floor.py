"""A big running day: so many delegates of organisations, tables, and meetings on two days."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from pathlib import Path
from uuid import UUID, uuid4

from app.checkin.deeds import CheckedIn
from app.delegates.deeds import DelegateAdded
from app.delegates.groups import Groups
from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.journal.journal import Unit
from app.journal.turns import chunks
from app.meetings.deeds import MeetingAdded, RequestAdded
from app.meetings.hall import Hall, hall
from db.ids import new_id
from tests.building import DESK_1, FIRST_DAY, SECOND_DAY, MovableClock

SLOTS = 24
_FIRST = ("Skåne", "Baltic", "Nordwind", "Øresund", "Vysočina", "Garonne", "Mosel", "Daugava")
_SECOND = ("Food Tech", "Photonics", "Robotik", "MedTech", "Tools s.r.o.", "Agri", "Hydrogen")
_KINDS = ("c2c", "b2c", "b2b")
_SECTORS = (
    *("Packaging", "Fermentation", "Lasers", "Sensors", "Grippers", "Diagnostics", "Implants"),
    *("Machining", "Coatings", "Irrigation", "Seeds", "Electrolysers", "Fuel cells", "Logistics"),
)
_MUTUAL = 0.3
"""So many of the requests are of both sides."""


def big_floor(file: Path, clock: MovableClock, size: tuple[int, int, int]) -> OpenEvent:
    """Make an event of so many delegates, tables and meetings; nine of ten delegates are here."""
    event, where, ids, rng = _people_in_hall(file, clock, size)
    for part in chunks(list(_meetings(where, ids, size[2], rng))):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(part)
    return event


def asked_floor(
    file: Path, clock: MovableClock, size: tuple[int, int, int], still_open: int
) -> OpenEvent:
    """Make the same of meetings that were asked for, with so many requests that have none yet.

    Everybody said what they look for and what they have.
    """
    event, where, ids, rng = _people_in_hall(file, clock, size, _profile)
    asked: list[RequestAdded | MeetingAdded] = []
    for number, meeting in enumerate(_meetings(where, ids, size[2], rng), 1):
        request = _asked(number, meeting.values["hosts"], meeting.values["guests"], rng)
        values = {**meeting.values, "request_id": str(request.id)}
        asked += [request, MeetingAdded(meeting.id, meeting.number, values)]
    for number in range(size[2] + 1, size[2] + 1 + still_open):
        host, guest = rng.sample(ids, 2)
        asked.append(_asked(number, [str(host)], [str(guest)], rng))
    for part in chunks(asked):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(part)
    return event


def said_floor(
    file: Path,
    clock: MovableClock,
    people: int,
    profile: Callable[[random.Random], Mapping[str, object]],
) -> tuple[OpenEvent, list[UUID]]:
    """Make an event of so many who said of themselves what ``profile`` gives; nobody meets yet."""
    event, _hall, ids, _rng = _people_in_hall(file, clock, (people, 10, 0), profile)
    return event, ids


def _people_in_hall(
    file: Path,
    clock: MovableClock,
    size: tuple[int, int, int],
    profile: Callable[[random.Random], Mapping[str, object]] = lambda _rng: {},
) -> tuple[OpenEvent, Hall, list[UUID], random.Random]:
    people, tables, _ = size
    order = EventOrder(
        "Big day",
        "Europe/Vilnius",
        (FIRST_DAY, SECOND_DAY),
        (BlockOrder(time(8), time(18)),),
        tables=tables,
    )
    event = Desks(DESK_1, clock=clock).make(file, order)
    rng = random.Random(1)
    ids = _people(event, people, rng, profile)
    with event.journal.reading() as session:
        return event, hall(session), ids, rng


def _profile(rng: random.Random) -> Mapping[str, object]:
    sought, had = rng.sample(_SECTORS, 2)
    return {"sectors": [had, rng.choice(_SECTORS)], "seeks": sought, "offers": had}


def _asked(number: int, hosts: object, guests: object, rng: random.Random) -> RequestAdded:
    values = {"hosts": hosts, "guests": guests, "mutual": rng.random() < _MUTUAL}
    return RequestAdded(new_id(), f"R-{number}", {**values, "priority": rng.randint(1, 3)})


def _people(
    event: OpenEvent,
    size: int,
    rng: random.Random,
    profile: Callable[[random.Random], Mapping[str, object]],
) -> list[UUID]:
    ids = [new_id() for _ in range(size)]
    for part in chunks(list(enumerate(ids))):
        with event.journal.writing(Unit(uuid4())) as pen:
            groups = Groups(pen.session)
            added = [
                DelegateAdded(
                    delegate,
                    {
                        "given_name": f"Given{at}",
                        "family_name": f"Family{at}",
                        "organisation_id": str(groups.organisation(_organisation(at))),
                        "badge_number": f"A-{at}",
                        "phone": f"+370 600 {at:05}",
                        "status": "accepted",
                        **profile(rng),
                    },
                )
                for at, delegate in part
            ]
            pen.write_all([*groups.take_new(), *added])
            here = [delegate for _at, delegate in part if rng.random() < 0.9]
            pen.write_all([CheckedIn(each, FIRST_DAY, "badge") for each in here])
    return ids


def _organisation(at: int) -> str:
    first, second = _FIRST[at % len(_FIRST)], _SECOND[at // len(_FIRST) % len(_SECOND)]
    return f"{first} {second} {at // (len(_FIRST) * len(_SECOND)) or ''}".strip()


def _meetings(
    where: Hall, ids: list[UUID], size: int, rng: random.Random
) -> Iterator[MeetingAdded]:
    """Fill slot after slot, of all that there are, with pairs of whoever is drawn."""
    each = -(-size // len(where.slots))
    number = 0
    for slot in where.slots:
        drawn = rng.sample(ids, 2 * min(each, len(where.tables), size - number))
        tables = rng.sample(list(where.tables), len(drawn) // 2)
        for host, guest, table in zip(drawn[::2], drawn[1::2], tables, strict=True):
            number += 1
            values = {
                "hosts": [str(host)],
                "guests": [str(guest)],
                "slot_id": str(slot.id),
                "table_id": str(table.id),
                "kind": rng.choice(_KINDS),
            }
            yield MeetingAdded(new_id(), f"A-{number}", values)
