"""Plans in sentences: why a request has no place, what would help, what would be otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from app.cli.counted import listed, many, some
from app.meetings.attendees import Someone
from app.meetings.plan_names import Named, Pair, Place
from app.meetings.plan_told import Change, Compared, NotPlaced, NotPlannable, WouldHelp
from app.planning.plan import HelpBy, Why

Clock = Callable[[datetime], str]
"""Shows an instant as a time of day at the venue."""


def names(people: Iterable[Someone]) -> str:
    """Name people; whoever is not on the list any more is somebody."""
    return listed([each.name or "somebody" for each in people])


def pair_words(pair: Pair) -> str:
    """Say who is to meet."""
    return f"{names(pair.guests)} with {names(pair.hosts)}"


def unplaced_words(unplaced: NotPlaced, clock: Clock) -> str:
    """Say which rule keeps a request out of a plan."""
    facts, at = unplaced.facts, _at(unplaced.facts, clock)
    everybody = (*unplaced.pair.guests, *unplaced.pair.hosts)
    who, meet = facts.people or everybody, f"{names(everybody)} could meet"
    few = _tables(facts.tables)
    closed = f"{few} is closed" if few else "No table they may use is open"
    needed = listed([f"“{each}”" for each in facts.resources] or ["What it needs"])
    said: Mapping[Why, str] = {
        Why.NEVER_FREE: f"{names(who)} can't meet in any slot.",
        Why.NO_COMMON_SLOT: _no_common_slot(who, facts, clock),
        Why.NO_TABLE: f"{closed} whenever {meet}.",
        Why.NO_RESOURCE: f"{needed} is not free when {meet}{at}.",
        Why.PERSON_FULL: _full(who, unplaced.most),
        Why.TABLES_FULL: f"{few or 'Every table'} is taken when {meet}{at}.",
        Why.AFTER_ANOTHER: "The order of meetings leaves no slot: look at "
        f"{listed([each.number for each in facts.pairs] or ['what it comes after'])}.",
        Why.TOO_FAR: f"{names(who)} would not reach a free table in time{at}.",
        Why.IN_A_ROW: f"{names(who)} would have too many meetings in a row{at}.",
        Why.NOT_FOUND: f"There may be a place{at} if other meetings move. Plan again.",
    }
    return said[unplaced.why]


def left_out_words(left_out: NotPlannable) -> str:
    """Say why a request was not looked at."""
    match left_out.why:
        case "not_coming":
            verb = "does" if len(left_out.who) == 1 else "do"
            return f"{names(left_out.who)} {verb} not come."
        case "with_themselves":
            return "Somebody is on both sides. Correct the request."
        case "no_such_slot":
            return "The slot it is fixed to was taken out. Choose another."
        case "no_such_table":
            return "The table it is fixed to was taken out. Choose another."
        case _:
            return "What it needs is no longer there. Correct the request."


def help_words(remedy: WouldHelp, clock: Clock) -> str:
    """Say what there might be more of, and how many more that places."""
    placed = len(remedy.places)
    moved = many(len(remedy.moving), "meeting moves", "meetings move")
    moving = f", if {moved}" if remedy.moving else ""
    would = f"would place {many(placed, 'meeting', 'meetings')} more{moving}."
    who = remedy.person.name if remedy.person is not None else remedy.name
    match remedy.by:
        case HelpBy.TABLES:
            when = f"at {clock(remedy.slots[0])}" if remedy.slots else "in every slot"
            return f"{many(remedy.count, 'more table', 'more tables')} {when} {would}"
        case HelpBy.TIME:
            when = some([clock(each) for each in remedy.slots]) or "every slot"
            return f"{who} free at {when} as well {would}"
        case HelpBy.LIMIT:
            return f"{many(remedy.count, 'more meeting', 'more meetings')} allowed to {who} {would}"
        case HelpBy.RESOURCE:
            return f"{remedy.count} more “{remedy.name}” at a time {would}"


def compared_words(compared: Compared) -> str:
    """Say how much would be other than it is planned now."""
    if not compared.people:
        return "Nobody's schedule would change."
    people = len(compared.people)
    counts = [
        f"{len(changes):,} {word}"
        for changes, word in (
            (compared.added, "new"),
            (compared.moved, "moved"),
            (compared.taken_out, "taken out"),
        )
        if changes
    ]
    meetings = f"{listed(counts)}, {compared.unchanged:,} as they are"
    return f"{many(people, 'person', 'people')} would have another schedule: {meetings}."


def change_words(change: Change, clock: Clock) -> str:
    """Say what would be other for one meeting."""
    before, after = (_place(each, clock) for each in (change.before, change.after))
    match change:
        case Change(before=None):
            return f"new, {after}"
        case Change(after=None):
            return f"taken out, was {before}"
        case _:
            return f"{after}, was {before}"


def contradiction_words(why: str, named: Named, clock: Clock) -> str:
    """Say what can't be, by the names of the rows, and what to do."""
    return f"{_contradiction(why, named, clock)} Nothing was planned."


def _contradiction(why: str, named: Named, clock: Clock) -> str:
    rows = listed([f"{pair_words(each)} ({each.number})" for each in named.pairs] or ["A request"])
    who = names(named.people) if named.people else "Somebody"
    table, at = _tables(named.tables) or "A table", _at(named, clock)
    said: Mapping[str, str] = {
        "clash_of_people": f"{who} is in several meetings that stay{at}: {rows}. Move or unlock "
        "one of them.",
        "clash_at_table": f"{table} has several meetings that stay{at}: {rows}. Move or unlock "
        "one of them.",
        "table_closed": f"{table} is closed{at}, and this meeting stays there: {rows}. Open the "
        "table, or unlock the meeting.",
        "not_free": f"{who} can't meet{at}, and this meeting stays there: {rows}. Unlock it.",
        "circle": f"Each of these is to come after another of them: {rows}. Take one “after” out.",
        "slots_overlap": f"Two blocks lie over each other{at}, so that people could be asked to "
        "two meetings at once. Change the times of one of them.",
        "no_such_slot": f"The slot of this one is no slot any more: {rows}. Choose another.",
        "runs_over": f"This meeting stays and is longer than its block has slots{at}: {rows}. "
        "Unlock it, or make it shorter.",
        "too_many": f"{who} has more meetings that stay than the limit allows: {rows}. Raise the "
        "limit, or unlock one.",
        "resource_short": f"Meetings that stay need more {listed(named.resources or ['help'])} "
        f"than there is{at}: {rows}. Unlock one.",
        "too_far": f"{who} can't get from one of these to the next in time{at}: {rows}. Unlock "
        "one.",
        "not_theirs": f"{table} belongs to others, and this meeting stays there: {rows}. Unlock "
        "it, or change the owners.",
        "not_then": f"This meeting stays{at}, where its request may not be: {rows}. Unlock it, "
        "or correct the request.",
        "wrong_order": f"These stay in the wrong order: {rows}. Move or unlock one of them.",
    }
    return said.get(why, f"This makes no sense as it stands: {rows}. Correct it.")


def _no_common_slot(who: Sequence[Someone], facts: Named, clock: Clock) -> str:
    if facts.slots:
        return f"{names(who)} can't all meet{_at(facts, clock)}, and it may be at no other time."
    if len(who) == 2:
        return f"{who[0].name} has no slot in common with {who[1].name}."
    return f"{names(who)} have no slot in common."


def _full(who: Sequence[Someone], most: int | None) -> str:
    if most is not None:
        verb = "has" if len(who) == 1 else "each have"
        return f"{names(who)} {verb} {many(most, 'meeting', 'meetings')}, as many as allowed."
    if len(who) == 1:
        return f"{names(who)} has another meeting in every slot it could be in."
    return f"Whenever one of {names(who)} is free, another has a meeting."


def _tables(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    return f"Table {labels[0]}" if len(labels) == 1 else f"Each of the tables {listed(labels)}"


def _at(facts: Named, clock: Clock) -> str:
    return f" at {some([clock(each) for each in facts.slots])}" if facts.slots else ""


def _place(place: Place | None, clock: Clock) -> str:
    if place is None:
        return ""
    when = clock(place.starts_at) if place.starts_at is not None else "in no slot"
    return f"{when}, table {place.table}" if place.table else f"{when}, at no table"
