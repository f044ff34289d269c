"""Desks in processes of their own, so that they can race and be killed."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID, uuid4, uuid5

from app.checkin.deeds import CheckedIn
from app.checkin.presence import presence
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import Desks, OpenEvent
from app.journal.journal import Unit
from app.settings import Settings
from tests.building import FIRST_DAY, MovableClock

_DESKS = UUID("d0000000-0000-4000-8000-00000000000f")
PATIENCE = 60
"""Seconds after which a desk that is waited for counts as hung."""


def desk(file: Path, number: int) -> OpenEvent:
    """Open the event as the desk of this number, on its first day."""
    settings = Settings(str(uuid5(_DESKS, str(number))), f"Desk {number}", letters="")
    return Desks(settings, clock=MovableClock()).open(file)


def scan_for_ever(file: Path, badges: list[str], seed: int, acks: Connection) -> None:
    """Scan badges until killed; send each deed's id once the desk has been told."""
    event = desk(file, 10)
    scanning = Scanning(event.journal)
    choice = random.Random(seed)
    while True:
        scan = Scan(choice.choice(badges), uuid4())
        with suppress(NotAdmitted):
            scanning.scan(scan)
        acks.send_bytes(scan.deed_id.bytes)


def import_file(file: Path, registrations: Path) -> None:
    """Import a file and end."""
    event = desk(file, 11)
    Imports(event.journal, event.letters).run(registrations, ImportOrder())
    event.close()


@dataclass(frozen=True, slots=True)
class Told:
    """What one desk of a race was told in one round."""

    desk: str
    decision: str
    by: str


def race(file: Path, number: int, badges: list[str], start: Barrier, told: Connection) -> None:
    """Scan each badge as soon as all desks are ready to."""
    event = desk(file, number)
    scanning = Scanning(event.journal)
    answers: list[Told] = []
    for badge in badges:
        start.wait(PATIENCE)
        try:
            admitted = scanning.scan(Scan(badge, uuid4()))
        except NotAdmitted as refused:
            answers.append(Told(f"Desk {number}", refused.reason, refused.desk))
        else:
            answers.append(Told(f"Desk {number}", admitted.decision, admitted.desk))
    told.send(answers)
    event.close()


def race_without_looking_again(
    file: Path, number: int, delegates: list[UUID], start: Barrier, told: Connection
) -> None:
    """Do what a careless program does: look whether somebody is in, and later write it down."""
    event = desk(file, number)
    for delegate in delegates:
        start.wait(PATIENCE)
        with event.journal.reading() as session:
            is_in = presence(session, delegate, FIRST_DAY) is not None
        if not is_in:
            with event.journal.writing(Unit(uuid4())) as pen:
                pen.write(CheckedIn(delegate, FIRST_DAY, "badge"))
    told.send([])
    event.close()
