"""The programme in words, as commands tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.cli.station import Station
from app.programme.conflicts import Conflict, ConflictKind
from app.programme.views import Listed, SessionFacts, SessionFigures

_SHOWN = (
    *("id", "number", "title", "kind", "room", "track", "starts_at", "ends_at", "abstract"),
    *("places", "booking", "everybody", "cancelled", "speakers", "moderators"),
)
_CONFLICTS: Mapping[ConflictKind, str] = {
    ConflictKind.ROOM: "Two in one room ({room})",
    ConflictKind.SPEAKER: "Speaks in two places ({who})",
    ConflictKind.BOOKED: "To be in two places ({who})",
    ConflictKind.MEETING: "Has meeting {meeting} then ({who})",
    ConflictKind.PLACES: "More are booked than there are places",
    ConflictKind.DAY: "The event has no such day any more",
}
_MOST_NAMED = 5


def session_facts_of(told: SessionFacts) -> dict[str, Any]:
    """Give what programs are told of a session."""
    facts = {name: getattr(told, name) for name in _SHOWN}
    return facts | figures_facts(told.figures)


def figures_facts(figures: SessionFigures) -> dict[str, int]:
    """Give who was booked and who came."""
    return {
        "booked": figures.booked,
        "booked_here": figures.booked_here,
        "booked_missing": figures.booked_missing,
        "walked_in": figures.walked_in,
        "here": figures.here,
        "excused": figures.excused,
        "waiting": figures.waiting,
    }


def conflict_facts(conflict: Conflict) -> dict[str, Any]:
    """Give what programs are told of a conflict."""
    return {
        "kind": conflict.kind,
        "at": conflict.starts_at,
        "sessions": conflict.sessions,
        "people": conflict.people,
        "names": conflict.names,
        "room": conflict.room,
        "meeting": conflict.meeting,
    }


def session_line(here: Station, told: SessionFacts) -> str:
    """Say what a session is, where and when, and how many are booked and here."""
    zone, figures = here.facts.zone, told.figures
    starts, ends = (each.astimezone(zone) for each in (told.starts_at, told.ends_at))
    until = f"{ends:%H:%M}" if starts.date() == ends.date() else f"{ends:%d %B %H:%M}"
    voices = ", ".join(each.name for each in (*told.speakers, *told.moderators))
    details = (
        told.kind,
        told.room,
        f"track {told.track}" if told.track else "",
        f"with {voices}" if voices else "",
        "for everybody" if told.everybody else "",
        "cancelled" if told.cancelled else "",
    )
    counts = (
        f"{figures.booked} booked" if figures.booked else "",
        f"{told.places} places" if told.places is not None else "",
        f"{figures.waiting} waiting" if figures.waiting else "",
        "to be booked" if told.booking and told.places is None else "",
        f"{figures.here} here" if figures.here else "",
        f"{figures.walked_in} of them without a booking" if figures.walked_in else "",
    )
    counted = ", ".join(filter(None, counts))
    return (
        f"{told.number}  {starts:%d %B %H:%M}-{until}  {told.title} "
        f"({', '.join(filter(None, details))})" + (f": {counted}" if counted else "")
    )


def listed_line(here: Station, listed: Listed) -> str:
    """Say how somebody stands on the list of a session."""
    who, since = listed.who, listed.since
    expected = "speaks" if listed.speaks else "booked" if listed.booked else ""
    if since is not None:
        how = f"{expected or 'walked in'}, here since {here.clock(since)}"
    else:
        how = "excused" if listed.excused else f"{expected}, not here"
        how = f"waits, number {listed.in_line} in line" if listed.in_line else how
    organisation = f" ({who.organisation})" if who.organisation else ""
    return f"  {who.badge_number}  {who.name}{organisation}: {how}"


def conflict_line(here: Station, conflict: Conflict) -> str:
    """Say what can't be so."""
    people = [f"{each.badge_number} {each.name}" for each in conflict.people]
    named = [*people, *conflict.names]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    said = _CONFLICTS[conflict.kind].format(
        room=conflict.room,
        who=", ".join(named[:_MOST_NAMED]) + more,
        meeting=conflict.meeting,
    )
    both = " and ".join(conflict.sessions)
    return f"  In conflict at {here.clock(conflict.starts_at)}, {both}: {said}."
