"""The running day in words, as commands tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from app.floor.attention import Item, Need
from app.floor.day import DayMeeting, FloorDay, Participant
from app.floor.manager import Look
from app.floor.proposing import Kind, Proposal

_NEEDS: Mapping[Need, str] = {
    Need.NO_SHOW: "No-show",
    Need.CLASH: "Two at one time",
    Need.ONE_MISSING: "One missing",
    Need.COMES_LATE: "Comes late",
    Need.BOTH_MISSING: "Nobody there",
    Need.SOON_MISSING: "Not checked in",
    Need.NOT_COMING: "Does not come any more",
    Need.IN_SESSION: "In a session then",
    Need.TO_CALL: "To call",
    Need.TABLE_CLOSED: "Table closed",
    Need.NO_PLACE: "Slot or table taken out",
    Need.PAPER: "Paper out of date",
    Need.IDLE: "Idle tables",
}

_PROPOSED: Mapping[Kind, str] = {
    Kind.CALL: "Call {called} to table {table}. Nothing moves.",
    Kind.OTHER_TABLE: "{pair} at table {table}, same time.",
    Kind.SAME_PAIR_LATER: "{pair} at {clock}, table {table}.",
    Kind.SAME_PAIR_EARLIER: "{pair} already at {clock}, table {table}.",
    Kind.NEW_PARTNER_NOW: "{pair} now, table {table}. {asked}",
    Kind.NEW_PARTNER_LATER: "{pair} at {clock}, table {table}. {asked}",
    Kind.UNASKED: "{pair} at {clock}, table {table}. Nobody asked, but {common}.",
    Kind.IDLE_TABLE: "{pair} at {clock}, table {table}, which stands empty otherwise. {asked}",
}


def pair(day: FloorDay, hosts: Iterable[UUID], guests: Iterable[UUID]) -> str:
    """Name the sides of a meeting, who asked first."""
    return f"{_side(day, guests)} – {_side(day, hosts)}"


def meeting_words(day: FloorDay, meeting: DayMeeting) -> str:
    """Name a meeting with its number, time and table."""
    table = day.table.get(meeting.table)
    where = f"table {table.label}" if table is not None else "no table"
    clock = f"{meeting.starts_at.astimezone(day.zone):%H:%M}"
    return f"{meeting.number}  {pair(day, meeting.hosts, meeting.guests)}, {clock}, {where}"


def item_lines(look: Look, item: Item) -> Iterator[str]:
    """Say what needs somebody, where, since when, and who can be reached how."""
    day = look.day
    head = f"{_NEEDS[item.need]}, {_when(look, item.starts_at)}"
    if item.need is Need.IDLE:
        yield f"{head}: {len(item.tables)} tables, {len(item.wishes)} requests could use them"
        return
    if item.need is Need.PAPER:
        yield f"{head}: {_side(day, item.waiting)}"
        return
    yield f"{head}: " + "; ".join(meeting_words(day, day.meeting[each]) for each in item.meetings)
    for title in item.sessions:
        yield f"  session: {title}"
    for person in item.missing:
        someone = day.people[person]
        where = "in it" if item.need is Need.IN_SESSION else "missing"
        yield f"  {where}: {_reached(someone)}{_announced(day, item)}"
    if item.waiting:
        yield f"  here: {_side(day, item.waiting)}"


def proposal_line(day: FloorDay, proposal: Proposal) -> str:
    """Say what is proposed and what else moves."""
    slot = next(slot for slot in day.slots if slot.id == proposal.to.slot)
    text = _PROPOSED[proposal.kind].format(
        called=_side(day, proposal.told),
        pair=pair(day, proposal.pairing.hosts, proposal.pairing.guests),
        clock=f"{slot.starts_at.astimezone(day.zone):%H:%M}",
        table=day.table[proposal.to.table].label,
        asked="Both asked for it." if proposal.is_mutual else "One of them asked for it.",
        common=_common(day, proposal),
    )
    moves = [meeting_words(day, day.meeting[each.meeting]) for each in proposal.moves]
    also = f" Moves: {'; '.join(moves)}." if moves else ""
    return f"{proposal.id}  {text}{also}"


def _common(day: FloorDay, proposal: Proposal) -> str:
    common = proposal.common
    if common is None:
        return ""
    if common.seeker is None:
        return f"both are in {' and '.join(common.sectors)}"
    return f"{day.people[common.seeker].who.name} looks for {' and '.join(common.wanted)}"


def _side(day: FloorDay, people: Iterable[UUID]) -> str:
    return ", ".join(_named(day.people[each]) for each in people)


def _named(someone: Participant) -> str:
    who = someone.who
    return f"{who.badge_number} {who.name}" + (f" ({who.organisation})" if who.organisation else "")


def _reached(someone: Participant) -> str:
    return _named(someone) + (f", {someone.phone}" if someone.phone else "")


def _announced(day: FloorDay, item: Item) -> str:
    if item.comes_at is None:
        return ""
    return f", comes at {item.comes_at.astimezone(day.zone):%H:%M}"


def _when(look: Look, starts_at: datetime) -> str:
    minutes = int((starts_at - look.now).total_seconds() // 60)
    if minutes >= 0:
        return f"in {minutes} min"
    return f"waits {-minutes} min"
