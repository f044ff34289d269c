"""Commands of the running day: what needs somebody, and what to do about it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.floor_answers import (
    floor_of,
    instant_of,
    meeting_of,
    proposal_facts,
    shown,
    today,
    told_line,
)
from app.cli.floor_words import item_lines, meeting_words, proposal_line
from app.cli.station import Station, station
from app.floor.accepting import ProposalGone
from app.floor.attention import Item, Need
from app.floor.manager import FloorManager, Look
from app.floor.proposing import Proposal
from app.floor.rules import change_floor_rules, floor_rules
from app.floor.states import Missing, Word


def add_floor(commands: AllCommands) -> None:
    """Add the commands of this module."""
    commands.add("attention", show_attention)
    missed = commands.add("no-show", no_show)
    missed.add_argument("meeting", help="number or id")
    missed.add_argument("--side", choices=[each.value for each in Missing], required=True)
    said = commands.add("say", say)
    said.add_argument("meeting", help="number or id")
    said.add_argument("word", choices=["running", "held", "late", "clock"])
    said.add_argument("--side", choices=[each.value for each in Missing])
    there = commands.add("at-table", at_table)
    there.add_argument("table", help="the label of the table")
    there.add_argument("code", help="what the badge says; or a badge number, e-mail or id")
    late = commands.add("comes-at", comes_at)
    late.add_argument("delegate", help="badge number, e-mail or id")
    late.add_argument("time", help="11:00, or 2027-03-16T11:00")
    commands.add("proposals", proposals).add_argument("meeting", help="number or id")
    commands.add("call", call).add_argument("meeting", nargs="+", help="number or id")
    taken = commands.add("accept", accept)
    taken.add_argument("meeting", help="number or id of the meeting that it is about")
    taken.add_argument("proposal", help="its id, or its place in the list, from 1")
    rules = commands.add("floor-rules", set_rules)
    rules.add_argument("--soon", type=int, metavar="MIN", help="look so long before the start")
    rules.add_argument("--freeze", type=int, metavar="MIN", help="move nothing so near")
    left = "propose nobody new in a slot with less left; third: of the slot, 5 min at least"
    least = rules.add_argument("--left", type=_least_left, default=argparse.SUPPRESS, help=left)
    least.metavar = "MIN|third"


def show_attention(args: argparse.Namespace) -> Answer:
    """Show what needs somebody, most urgent first, with what is proposed."""
    with station(args) as here:
        floor = floor_of(here)
        look = floor.look(today(here))
        found = [(item, _proposed(floor, look, item)) for item in look.items]
        facts = {"items": [_item_facts(look, item, proposed) for item, proposed in found]}
        lines: list[str] = []
        for item, proposed in found:
            lines += item_lines(look, item)
            lines += [f"    {proposal_line(look.day, each)}" for each in proposed[:3]]
    return Answer(facts, tuple(lines) or ("Nothing needs you.",))


def no_show(args: argparse.Namespace) -> Answer:
    """Note that a side of a meeting did not come; show what could be done."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        floor.acts.say(meeting.id, Word.NO_SHOW, Missing(args.side))
        return _proposals(here, floor, meeting.id)


def say(args: argparse.Namespace) -> Answer:
    """Say what became of a meeting, or leave it to the clock again."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        word = Word.NOTHING if args.word == "clock" else Word(args.word)
        floor.acts.say(meeting.id, word, Missing(args.side) if args.side else None)
        return shown(here, floor, meeting.id)


def at_table(args: argparse.Namespace) -> Answer:
    """Note that somebody sits at the table of their meeting, whose badge was scanned there."""
    with station(args) as here:
        floor = floor_of(here)
        return shown(here, floor, floor.seating.sits(today(here), args.table, args.code))


def comes_at(args: argparse.Namespace) -> Answer:
    """Note when somebody comes who let us know."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        at = instant_of(here, args.time)
        floor_of(here).acts.comes_at(delegate, at)
        who = here.person(delegate)
        said = f"{who.badge_number}  {who.name} comes at {here.clock(at)}."
    return Answer({"delegate": who, "comes_at": at}, (said,))


def proposals(args: argparse.Namespace) -> Answer:
    """Show what could be done about a meeting, best first."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        return _proposals(here, floor, meeting.id)


def accept(args: argparse.Namespace) -> Answer:
    """Do what is proposed about a meeting."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        found = floor.proposals.about(today(here), meeting.id)
        places = {str(place): each for place, each in enumerate(found, 1)}
        wanted = places | {each.id: each for each in found}
        proposal = wanted.get(args.proposal)
        if proposal is None:
            raise ProposalGone(args.proposal)
        line = proposal_line(floor.reader.read(today(here)), proposal)
        told = floor.accepting.accept(today(here), proposal)
        return Answer(
            {"accepted": proposal.id, "unit": told.unit, "told": told.people},
            (f"Done: {line.partition('  ')[2]}", told_line(here, told.people)),
        )


def call(args: argparse.Namespace) -> Answer:
    """Note that the people of meetings are called to their tables."""
    with station(args) as here:
        floor = floor_of(here)
        meetings = [floor.meeting(today(here), each) for each in args.meeting]
        floor.acts.call([each.id for each in meetings])
        return shown(here, floor, *(each.id for each in meetings))


def set_rules(args: argparse.Namespace) -> Answer:
    """Show how the day is watched, or change it."""
    with station(args) as here:
        asked = {"soon_minutes": args.soon, "freeze_minutes": args.freeze}
        wanted: dict[str, int | None] = {
            name: value for name, value in asked.items() if value is not None
        }
        if hasattr(args, "left"):
            wanted["left_minutes"] = args.left
        if wanted:
            rules = change_floor_rules(here.event.journal, wanted)
        else:
            with here.event.journal.reading() as session:
                rules = floor_rules(session)
    minutes = rules.left_minutes
    least = "a third is left, or less than 5 min" if minutes is None else f"{minutes} min are left"
    return Answer(
        asdict(rules),
        (
            f"Meetings are looked at {rules.soon_minutes} min before they start.",
            f"Nothing that starts within {rules.freeze_minutes} min is moved unasked.",
            f"Nobody new is proposed in a slot of which less than {least}.",
        ),
    )


def _least_left(text: str) -> int | None:
    return None if text == "third" else int(text)


def _proposed(floor: FloorManager, look: Look, item: Item) -> tuple[Proposal, ...]:
    if len(item.meetings) != 1 or item.need is Need.TO_CALL:
        return ()
    return floor.proposals.about(look.day.date, item.meetings[0])


def _proposals(here: Station, floor: FloorManager, meeting: UUID) -> Answer:
    day = floor.reader.read(today(here))
    found = floor.proposals.about(day.date, meeting)
    lines = [f"{place}. {proposal_line(day, each)}" for place, each in enumerate(found, 1)]
    facts = {
        "meeting": day.meeting[meeting].number,
        "proposals": [proposal_facts(day, each) for each in found],
    }
    head = meeting_words(day, day.meeting[meeting])
    return Answer(facts, (head, *(lines or ["Nothing can be done about it today."])))


def _item_facts(look: Look, item: Item, proposed: Sequence[Proposal]) -> dict[str, Any]:
    day = look.day
    return {
        "kind": item.need,
        "meeting": day.meeting[item.meetings[0]].number if item.meetings else None,
        "meetings": [day.meeting[each].number for each in item.meetings],
        "slot": item.starts_at,
        "table": day.table[item.tables[0]].label
        if item.tables and item.tables[0] in day.table
        else None,
        "waits_min": max(0, int((look.now - item.starts_at).total_seconds() // 60)),
        "missing": [day.people[each].who for each in item.missing],
        "comes_at": item.comes_at,
        "sessions": item.sessions,
        "proposals": [proposal_facts(day, each) for each in proposed],
    }
