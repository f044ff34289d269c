"""Rounds at mixed tables in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.cli.counted import listed, many
from app.cli.plan_words import names
from app.cli.station import Station
from app.icebreaking.keeping import Fitted, Presence
from app.icebreaking.mixing import Mixed, RoundsMade
from app.icebreaking.rounds import KeptRound, KeptRounds
from app.icebreaking.swapping import Side, Swap
from app.meetings.attendees import Someone

_WORDS: Mapping[Mixed, str] = {
    Mixed.ORGANISATION: "of one organisation",
    Mixed.REGION: "of one region",
    Mixed.SECTOR: "of one sector",
}


def facts(made: RoundsMade) -> dict[str, Any]:
    """Give what was found as facts."""
    smallest, largest = made.sizes
    return {
        "people": made.people,
        "sizes": {"smallest": smallest, "largest": largest},
        "repeats": made.repeats,
        "least_repeats": made.least_repeats,
        "alike": {trait: {"pairs": of, "least": least} for trait, of, least in made.alike},
        "rounds": [{"tables": [list(table) for table in tables]} for tables in made.rounds],
    }


def kept_facts(kept: KeptRounds) -> dict[str, Any]:
    """Give kept rounds as facts."""
    return {"day": kept.day, "timetable": kept.timetable, "rounds": list(kept.rounds)}


def made_lines(made: RoundsMade) -> Iterator[str]:
    """Say who sits where, and how well they are mixed."""
    for number, tables in enumerate(made.rounds, start=1):
        yield f"Round {number}"
        yield from _table_lines(tables)
    yield f"{many(made.people, 'person', 'people')}. {_met_again(made)}"
    for trait, of, least in made.alike:
        yield f"  Pairs {_WORDS[trait]} at one table: {of}. No seats have fewer than {least}."


def now_lines(here: Station, now: KeptRound) -> Iterator[str]:
    """Say which round runs, or comes, and who sits where."""
    runs = now.starts_at <= here.now
    until = now.ends_at if runs else now.starts_at
    left = -(-(until - here.now).total_seconds() // 60)
    word = "runs until" if runs else "begins at"
    yield f"Round {now.number} {word} {here.clock(until)}, in {left:.0f} min."
    yield from _table_lines(now.tables)


def own_lines(here: Station, met: tuple[tuple[KeptRound, int], ...]) -> Iterator[str]:
    """Say at which table somebody sits in each round."""
    for each, table in met:
        yield f"  Round {each.number}, {here.clock(each.starts_at)}: table {table}"


def fitted_lines(here: Station, fitted: Fitted, said: str) -> Iterator[str]:
    """Say what came of it; ``said`` goes before the rounds to come."""
    coming = sum(each.starts_at > here.now for each in fitted.rounds.rounds)
    others = many(fitted.moved, "seat of others changes", "seats of others change")
    who = names(fitted.who) if len(fitted.who) == 1 else many(len(fitted.who), "person", "people")
    verb = "is" if len(fitted.who) == 1 else "are"
    if said == "has":
        verb = "has a place" if len(fitted.who) == 1 else "have places"
    else:
        verb = f"{verb} not"
    yield f"{who} {verb} in {many(coming, 'round', 'rounds')} to come. {others}."
    if said == "has":
        for each in fitted.who:
            yield f"  {each.name}: {where(here, fitted.rounds, each)}"


def where(here: Station, kept: KeptRounds, who: Someone) -> str:
    """Say at which tables somebody sits in the rounds to come."""
    coming = [(each, at) for each, at in kept.met(who.id) if each.starts_at > here.now]
    return listed([f"table {at} in round {each.number}" for each, at in coming] or ["nowhere"])


def presence_lines(presence: Presence) -> Iterator[str]:
    """Say who is here without a seat, and who is not here."""
    yield f"{many(len(presence.arrived), 'person', 'people')} here without a seat."
    yield from (f"  {each.badge_number}  {each.name}" for each in presence.arrived)
    yield f"{many(len(presence.missing), 'person', 'people')} with a seat and not here."
    yield from (f"  {each.badge_number}  {each.name}" for each in presence.missing)


def swap_lines(swap: Swap) -> Iterator[str]:
    """Say what comes of it when two change seats."""
    one, other = swap.sides
    yield (
        f"Round {swap.number}: {one.who.name} to table {one.table}, "
        f"{other.who.name} to table {other.table}."
    )
    yield from effect(swap)


def effect(swap: Swap) -> Iterator[str]:
    """Say who would meet again, and which colleagues would sit together."""
    for side in swap.sides:
        yield from _side(side)
    if not swap.again:
        yield "Nobody meets anybody again because of it."
    if swap.spared:
        yield f"{many(swap.spared, 'pair does', 'pairs do')} not meet again any more."


def _side(side: Side) -> Iterator[str]:
    for again in side.again:
        yield f"{again.one.name} meets {again.other.name} again, as in round {again.number}."
    if side.colleagues:
        beside = names(side.colleagues)
        yield f"{side.who.name} sits with {beside} of the same organisation."


def _table_lines(tables: tuple[tuple[Someone, ...], ...]) -> Iterator[str]:
    for table, people in enumerate(tables, start=1):
        if people:
            said = ", ".join(f"{each.name} ({each.organisation})" for each in people)
            yield f"  Table {table}: {said}"


def _met_again(made: RoundsMade) -> str:
    if not made.repeats:
        return "Nobody meets anybody twice."
    pairs = many(made.repeats, "time two people meet", "times two people meet")
    return f"{pairs} again. No seats have fewer than {made.least_repeats}."
