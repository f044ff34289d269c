"""Change slips as they will be read: values only, with the words that stand on the paper.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.delegates.person import Person
from app.printing.fonts import as_printed
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.faces import Edition, FaceMaker
from app.printing.schedules.lines import ScheduleLine

_WORDS = {
    Change.MOVED: "Moved",
    Change.NEW_PARTNER: "New partner",
    Change.NEW: "New meeting",
    Change.CANCELLED: "Cancelled",
}


@dataclass(frozen=True, slots=True)
class ChangeFace:
    """A change: its word, where it leads now, with whom, and what it ``was``; blank: nothing.

    ``is_off``: time and table hold no more. A session or a visit has no ``table``; its title stands
    for the organisation, its place for the person.
    """

    word: str
    time: str
    table: str
    organisation: str
    person: str
    was: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class SlipFace:
    """One delegate's change slip. ``edition`` names the version and when it was drawn."""

    name: str
    organisation: str
    badge_number: str
    edition: str
    code: str
    changes: tuple[ChangeFace, ...]


def slip_face(
    maker: FaceMaker, who: Person, changes: Sequence[LineChange], edition: Edition
) -> SlipFace:
    """Make the face of one delegate's slip; ``maker`` remembers what can't be printed."""
    number = who.badge_number
    return SlipFace(
        name=maker.shown(who.name, number, who.name, "name", number),
        organisation=maker.shown(who.organisation, number, who.name, "organisation", ""),
        badge_number=number,
        edition=edition.words(maker.zone),
        code=edition.code,
        changes=tuple(change_face(maker, each) for each in changes),
    )


def change_face(maker: FaceMaker, change: LineChange) -> ChangeFace:
    """Say one change."""
    line = change.line
    if line.title:
        return _other_face(maker, change)
    organisations = maker.listed(line.partners, "organisation")
    people = maker.listed(line.partners, "name")
    return ChangeFace(
        word=_WORDS[change.change],
        time=maker.clock(line.starts_at),
        table=maker.table(line),
        organisation=organisations or people,
        person=people if organisations else "",
        was=_was(maker, change.was, change.now),
        is_off=change.now is None,
    )


def _other_face(maker: FaceMaker, change: LineChange) -> ChangeFace:
    """Say a change of a session or a visit: where it is stands below what it is called."""
    line, was, now = change.line, change.was, change.now
    before = ""
    if was is not None and now is not None:
        time = maker.clock(was.starts_at) if was.starts_at != now.starts_at else ""
        place = as_printed(was.table) if was.table != now.table else ""
        before = ", ".join(filter(None, (time, place)))
    return ChangeFace(
        word="New" if change.change is Change.NEW else _WORDS[change.change],
        time=maker.clock(line.starts_at),
        table="",
        organisation=maker.shown(line.title, "", line.title, "title", "Session"),
        person=maker.shown(line.table, "", line.title, "room", ""),
        was=before,
        is_off=now is None,
    )


def _was(maker: FaceMaker, was: ScheduleLine | None, now: ScheduleLine | None) -> str:
    if was is None or now is None:
        return ""
    said = []
    if {each.id for each in was.partners} != {each.id for each in now.partners}:
        said.append(
            maker.listed(was.partners, "organisation") or maker.listed(was.partners, "name")
        )
    if was.starts_at != now.starts_at:
        said.append(maker.clock(was.starts_at))
    if was.table != now.table or was.starts_at != now.starts_at:
        said.append(f"table {maker.table(was)}")
    return ", ".join(filter(None, said))
