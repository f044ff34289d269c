"""The command that shows a delegate's meetings."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.station import Station, station
from app.itinerary.items import Item, Itinerary, Part
from app.itinerary.now_for import itinerary_of
from app.meetings.upcoming import DelegateMeeting, DelegateMeetings, Partner, meetings_of
from app.programme.views import sessions_of

_STATES = {"here": "here since {since}", "left": "left at {since}", "expected": "not here yet"}


def add_upcoming(commands: AllCommands) -> None:
    """Add the command of this module."""
    commands.add_for_delegate("meetings", show_meetings)


def show_meetings(args: argparse.Namespace) -> Answer:
    """Show a delegate's meetings and all else they have to be at, and what is now and next."""
    with station(args) as here:
        who = here.person(here.delegate(args.delegate))
        today = here.facts.day_of(here.now)
        meetings = meetings_of(here.event.journal, who.id, today)
        upcoming = meetings.upcoming(here.now)
        itinerary = itinerary_of(here.event.journal, who.id)
        standing = itinerary.standing(here.now)
        facts: dict[str, Any] = {
            "delegate": who,
            "day": today,
            "today": upcoming.in_all,
            "upcoming": [each.number for each in upcoming.meetings],
            "meetings": [_facts(each) for each in meetings.meetings],
            "without_slot": meetings.without_slot,
            "sessions": sessions_of(here.event.journal, who.id),
            "items": [_item_facts(each) for each in itinerary.items],
            "now": [_item_facts(each) for each in standing.now],
            "next": [_item_facts(each) for each in standing.next],
            "on_stage": [_item_facts(each) for each in itinerary.on_stage(here.now)],
        }
        said = f"{described(who)}: {_counted(meetings)}"
        at = [f"Now: {_item_words(here, each)}" for each in standing.now]
        at += [f"Next: {_item_words(here, each)}" for each in standing.next]
        at += [f"On stage next: {_on_stage(here, each)}" for each in itinerary.on_stage(here.now)]
        lines = (said, *_lines(here, meetings), *_other_lines(here, itinerary), *at)
    return Answer(facts, lines)


def _item_facts(item: Item) -> dict[str, Any]:
    return {
        "part": item.part,
        "id": item.id,
        "starts_at": item.starts_at,
        "ends_at": item.ends_at,
        "place": item.place,
        "title": item.title,
        "number": item.meeting.number if item.meeting else item.number or None,
        "how": item.how,
        "since": item.since,
    }


def _facts(meeting: DelegateMeeting) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "number": meeting.number,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "table": meeting.table,
        "kind": meeting.kind,
        "partners": [_partner_facts(each) for each in meeting.partners],
    }


def _partner_facts(partner: Partner) -> dict[str, Any]:
    who = partner.who
    return {
        "id": who.id,
        "badge_number": who.badge_number,
        "name": who.name,
        "organisation": who.organisation,
        "country": who.country,
        "state": partner.state,
        "since": partner.since,
    }


def _counted(meetings: DelegateMeetings) -> str:
    count = len(meetings.meetings)
    return {0: "no meetings.", 1: "1 meeting."}.get(count, f"{count} meetings.")


def _lines(here: Station, meetings: DelegateMeetings) -> Iterator[str]:
    for meeting in meetings.meetings:
        partners = "; ".join(_described(here, each) for each in meeting.partners)
        starts = f"{meeting.starts_at.astimezone(here.facts.zone):%Y-%m-%d %H:%M}"
        table = f"table {meeting.table}" if meeting.table else "no table"
        kind = meeting.kind.upper()
        yield f"  {starts}  {table:<10}  {kind}  {meeting.number}  {partners}"
    if meetings.without_slot:
        yield f"  {meetings.without_slot} more without a slot. Plan again (plan)."


def _other_lines(here: Station, itinerary: Itinerary) -> Iterator[str]:
    for each in itinerary.items:
        if each.part is not Part.MEETING:
            starts = each.starts_at.astimezone(here.facts.zone)
            yield f"  {starts:%Y-%m-%d %H:%M}  {_item_words(here, each)}"


def _item_words(here: Station, item: Item) -> str:
    starts, ends = (here.clock(time) for time in (item.starts_at, item.ends_at))
    if item.part is Part.MEETING and item.meeting is not None:
        told = f"meeting {item.meeting.number}", f"table {item.place}" if item.place else ""
    elif item.part is Part.ROUND:
        told = f"round {item.number}", f"table {item.place}"
    elif item.part is Part.SPEECH:
        told = f"speaks as number {item.number}", ""
    else:
        told = f"{item.part} “{item.title}”", item.place
    return ", ".join(filter(None, (f"{starts}-{ends}", *told)))


def _on_stage(here: Station, item: Item) -> str:
    day = f"{item.starts_at.astimezone(here.facts.zone):%d %B}, "
    is_today = here.facts.day_of(item.starts_at) == here.facts.day_of(here.now)
    return f"{'' if is_today else day}{_item_words(here, item)}"


def _described(here: Station, partner: Partner) -> str:
    who = partner.who
    name = ", ".join(filter(None, (who.name, who.organisation))) or "nobody who is registered"
    since = here.clock(partner.since) if partner.since else ""
    told = _STATES.get(partner.state, partner.state.replace("_", " ")).format(since=since)
    return f"{name} ({told})"
