"""Commands on rounds at mixed tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Protocol

from app.cli.answer import Answer
from app.cli.plan_words import many
from app.cli.station import Station, instant, station
from app.icebreaking.keeping import Fitted, Icebreaking
from app.icebreaking.mixing import Mixed, RoundsMade, RoundsOrder, mix
from app.icebreaking.rounds import KeptRound, KeptRounds, Timetable
from app.meetings.attendees import Someone

_WORDS = {
    Mixed.ORGANISATION: "of one organisation",
    Mixed.REGION: "of one region",
    Mixed.SECTOR: "of one sector",
}
_DAY = "usually today"


class Commands(Protocol):
    """Where commands are added."""

    def add(
        self, name: str, run: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        """Add a command on an event."""

    def add_for_delegate(
        self, name: str, run: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        """Add a command on one delegate."""


def add_icebreaking(commands: Commands) -> None:
    """Add the commands of this module."""
    command = commands.add("rounds", show_rounds)
    command.add_argument("--rounds", type=int, default=4, metavar="N", help="how many; usually 4")
    command.add_argument("--size", type=int, default=6, metavar="N", help="people a table; 6")
    command.add_argument(
        "--here-on", type=date.fromisoformat, metavar="DAY", help="only who was checked in then"
    )
    command.add_argument("--keep", metavar="START", help="keep them; the first begins at this time")
    command.add_argument("--minutes", type=int, default=10, metavar="N", help="of a round; 10")
    command.add_argument("--pause", type=int, default=2, metavar="N", help="between two; 2")
    for shown in (
        commands.add("rounds-now", show_now),
        commands.add("rounds-drop", drop),
        commands.add_for_delegate("rounds-of", show_own),
        commands.add_for_delegate("rounds-late", comes_late),
        commands.add_for_delegate("rounds-missing", stays_away),
    ):
        shown.add_argument("--day", type=date.fromisoformat, help=_DAY)


def show_rounds(args: argparse.Namespace) -> Answer:
    """Seat people in rounds at mixed tables, to break the ice; nothing is kept without --keep."""
    with station(args) as here:
        order = RoundsOrder(args.rounds, args.size, args.here_on)
        if args.keep is None:
            made = mix(here.event.journal, order)
            return Answer(_facts(made), tuple(_lines(made)))
        start = instant(args.keep, here.facts.zone)
        timetable = Timetable(start, args.minutes, args.pause)
        day = start.astimezone(here.facts.zone).date()
        kept, made = Icebreaking(here.event.journal).keep(day, order, timetable)
        times = f"{here.clock(kept.rounds[0].starts_at)} to {here.clock(kept.rounds[-1].ends_at)}"
        return Answer(_facts(made) | {"kept": _kept(kept)}, (*_lines(made), f"Kept: {times}."))


def show_now(args: argparse.Namespace) -> Answer:
    """Show the round that runs, or that comes next, and who sits where."""
    with station(args) as here:
        kept = _rounds(here).of_day(_day(here, args))
        now = kept.at(here.now)
        if now is None:
            return Answer({"round": None}, ("All rounds are over.",))
        return Answer({"round": now}, tuple(_now_lines(here, now)))


def drop(args: argparse.Namespace) -> Answer:
    """Let there be no rounds on a day."""
    with station(args) as here:
        day = _day(here, args)
        _rounds(here).drop(day)
    return Answer({"day": day}, (f"There are no rounds on {day}.",))


def show_own(args: argparse.Namespace) -> Answer:
    """Show at which table a delegate sits in each round."""
    with station(args) as here:
        who = here.person(here.delegate(args.delegate))
        met = _rounds(here).of_day(_day(here, args)).met(who.id)
        facts = {"delegate": who, "rounds": [_own(each, table) for each, table in met]}
        lines = [
            f"  Round {each.number}, {here.clock(each.starts_at)}: table {table}"
            for each, table in met
        ]
    return Answer(facts, (f"{who.name}: {many(len(met), 'round', 'rounds')}.", *lines))


def comes_late(args: argparse.Namespace) -> Answer:
    """Find a place in the rounds to come for a delegate; nobody else moves."""
    with station(args) as here:
        who = here.delegate(args.delegate)
        fitted = _rounds(here).comes_late(_day(here, args), who)
        return _fitted(here, fitted, f"{here.person(who).name} has a place in")


def stays_away(args: argparse.Namespace) -> Answer:
    """Let a delegate not be in the rounds to come; the others move as little as can be."""
    with station(args) as here:
        who = here.delegate(args.delegate)
        fitted = _rounds(here).stay_away(_day(here, args), (who,))
        return _fitted(here, fitted, f"{here.person(who).name} is not in")


def _rounds(here: Station) -> Icebreaking:
    return Icebreaking(here.event.journal)


def _day(here: Station, args: argparse.Namespace) -> date:
    return args.day or here.facts.day_of(here.now)


def _fitted(here: Station, fitted: Fitted, said: str) -> Answer:
    facts = {"moved": fitted.moved, "repeats": fitted.again, "kept": _kept(fitted.rounds)}
    coming = sum(each.starts_at > here.now for each in fitted.rounds.rounds)
    others = many(fitted.moved, "seat of others changes", "seats of others change")
    return Answer(facts, (f"{said} {many(coming, 'round', 'rounds')} to come. {others}.",))


def _facts(made: RoundsMade) -> dict[str, Any]:
    return {
        "people": made.people,
        "repeats": made.repeats,
        "least_repeats": made.least_repeats,
        "alike": {trait: {"pairs": of, "least": least} for trait, of, least in made.alike},
        "rounds": [{"tables": [list(table) for table in tables]} for tables in made.rounds],
    }


def _kept(kept: KeptRounds) -> dict[str, Any]:
    return {"day": kept.day, "timetable": kept.timetable, "rounds": list(kept.rounds)}


def _own(each: KeptRound, table: int) -> dict[str, Any]:
    return {"number": each.number, "starts_at": each.starts_at, "table": table}


def _lines(made: RoundsMade) -> Iterator[str]:
    for number, tables in enumerate(made.rounds, start=1):
        yield f"Round {number}"
        yield from _table_lines(tables)
    yield f"{many(made.people, 'person', 'people')}. {_met_again(made)}"
    for trait, of, least in made.alike:
        yield f"  Pairs {_WORDS[trait]} at one table: {of}. No seats have fewer than {least}."


def _now_lines(here: Station, now: KeptRound) -> Iterator[str]:
    runs = now.starts_at <= here.now
    until = now.ends_at if runs else now.starts_at
    left = -(-(until - here.now).total_seconds() // 60)
    word = "runs until" if runs else "begins at"
    yield f"Round {now.number} {word} {here.clock(until)}, in {left:.0f} min."
    yield from _table_lines(now.tables)


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
