"""A schedule that got old: printed in the morning, and changed twice since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from app.delegates.person import Person
from app.desks import OpenEvent
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.meetings.deeds import (
    MeetingAdded,
    MeetingCancelled,
    MeetingMoved,
    MeetingRestored,
    Values,
)
from app.meetings.hall import hall
from app.meetings.views import meetings_of_event
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from ui.pictures.stage import NOW, Stage

ASA = "Åsa Lindqvarn"
_OTHER, _LEFT = "Tõnu Kaasiksaar", "Breixo Outeirón"
_MOVED, _TABLE_BEFORE = "Mārtiņš Ozolkalns", "18"


def print_old_schedule(stage: Stage) -> str:
    """Print what the paper says, then let it change; give the code on the paper.

    At the end the meetings are those of the sample again.
    """
    event, now = stage.desks.open(stage.file), stage.watch.now
    try:
        before, since = _changes(event, stage.people)
        stage.watch.now = NOW - timedelta(minutes=125)
        _write(event, before)
        stage.watch.now = NOW - timedelta(minutes=121)
        file = stage.folder / "schedule.pdf"
        wish = ScheduleWish(delegates=(stage.people[ASA].id,))
        ScheduleOffice(event.journal).run(wish, file)
        stage.watch.now = NOW - timedelta(minutes=21)
        _write(event, since)
    finally:
        event.close()
        stage.watch.now = now
    (code,) = codes_in(file)
    return code


def _changes(event: OpenEvent, people: Mapping[str, Person]) -> tuple[list[Deed], list[Deed]]:
    """Give what makes the paper of the sample, and what brings the sample back."""
    meeting = {
        name: found
        for found in meetings_of_event(event.journal).meetings
        if ASA in (names := [each.name for each in (*found.hosts, *found.guests)])
        for name in names
    }
    with event.journal.reading() as session:
        where = hall(session)
    slots = {each.starts_at: each.id for each in where.slots}
    tables = {each.label: each.id for each in where.tables}
    moved, other = meeting[_MOVED], meeting[_OTHER]
    assert moved.starts_at is not None  # noqa: S101 - the sample says when
    assert other.starts_at is not None  # noqa: S101
    slot, table = slots[moved.starts_at], tables[moved.table]
    elsewhere = tables[_TABLE_BEFORE]
    gone = uuid4()
    sides: Values = {"hosts": [str(people[_LEFT].id)], "guests": [str(people[ASA].id)]}
    place = {"slot_id": str(slots[other.starts_at]), "table_id": str(tables[other.table])}
    before: list[Deed] = [
        MeetingMoved(moved.id, slot, elsewhere, slot, table),
        MeetingCancelled(other.id),
        MeetingAdded(gone, f"{other.number}x", sides | place),
    ]
    since: list[Deed] = [
        MeetingMoved(moved.id, slot, table, slot, elsewhere),
        MeetingCancelled(gone),
        MeetingRestored(other.id),
    ]
    return before, since


def _write(event: OpenEvent, deeds: list[Deed]) -> None:
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write_all(deeds)
