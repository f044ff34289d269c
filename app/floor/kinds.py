"""What deeds of the running day write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.floor import deeds as d
from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import changed_back, refuse_if_written_since, undone_by
from app.journal.writes import changes, row_of, some, takes, whole
from db.merge import Write
from db.models import FloorRules, Lateness, Meeting, Telling


def floor_kinds() -> Kinds:
    """Give the kinds of deeds of the running day."""
    come = undone_by(d.LatenessTakenBack)
    return kinds(
        Kind(d.MeetingCalled, _call, _call_back, _id),
        Kind(d.CallTakenBack, _call, _call_again, _id),
        Kind(d.MeetingSaid, _say, _say_before, _id),
        Kind(d.SideSeated, _seat, _seat_before, _id),
        Kind(d.LatenessAnnounced, row_of(Lateness), come, lambda deed: deed.delegate_id),
        Kind(d.LatenessTakenBack, takes(Lateness, gone=True), undone_by(d.LatenessPutBack)),
        Kind(d.LatenessPutBack, takes(Lateness, gone=False), come),
        Kind(d.PersonTold, _tell, undone_by(d.TellingTakenBack), lambda deed: deed.delegate),
        Kind(d.TellingTakenBack, takes(Telling, gone=True), undone_by(d.TellingPutBack)),
        Kind(d.TellingPutBack, takes(Telling, gone=False), undone_by(d.TellingTakenBack)),
        Kind(d.FloorRulesChanged, changes(FloorRules), changed_back(FloorRules)),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _call(entry: Entry[Any]) -> Iterable[Write]:
    return [some(entry, Meeting, entry.deed.id, {"called_at": entry.deed.called_at})]


def _call_back(session: Session, entry: Entry[d.MeetingCalled]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Meeting, deed.id, ("called_at",))
    return [d.CallTakenBack(deed.id, deed.called_before, deed.called_at)]


def _call_again(session: Session, entry: Entry[d.CallTakenBack]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Meeting, deed.id, ("called_at",))
    return [d.MeetingCalled(deed.id, deed.called_before, deed.called_at)]


def _seat(entry: Entry[Any]) -> Iterable[Write]:
    column = _seated_column(entry.deed)
    return [some(entry, Meeting, entry.deed.id, {column: entry.deed.seated_at})]


def _seat_before(session: Session, entry: Entry[d.SideSeated]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Meeting, deed.id, (_seated_column(deed),))
    before = (deed.seated_before, deed.seated_at)
    return [d.SideSeated(deed.id, deed.is_host, deed.delegate_id, *before)]


def _seated_column(deed: d.SideSeated) -> str:
    return "hosts_seated_at" if deed.is_host else "guests_seated_at"


def _say(entry: Entry[d.MeetingSaid]) -> Iterable[Write]:
    deed = entry.deed
    return [some(entry, Meeting, deed.id, {"said": deed.said, "missing": deed.missing})]


def _say_before(session: Session, entry: Entry[d.MeetingSaid]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Meeting, deed.id, ("said", "missing"))
    before = (deed.said_before, deed.missing_before)
    return [d.MeetingSaid(deed.id, *before, deed.said, deed.missing)]


def _tell(entry: Entry[d.PersonTold]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "delegate_id": deed.delegate,
        "day": deed.day,
        "lines": list(deed.lines),
        "at": entry.at,
    }
    return [whole(entry, Telling, deed.id, values)]
