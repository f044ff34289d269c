"""Commands on rounds at mixed tables."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from app.cli import icebreaking_words as words
from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.meanwhile_words import meanwhile_facts, meanwhile_lines
from app.cli.station import Station, instant, station
from app.delegates.registration import Kind
from app.icebreaking.crowd import Among
from app.icebreaking.keeping import Fitted, Icebreaking
from app.icebreaking.mixing import RoundsOrder, mix
from app.icebreaking.rounds import KeptRound, Timetable
from app.icebreaking.swapping import swap_of
from app.outcomes.audience import audience
from app.programme.meanwhile import meanwhile_rounds

_DAY = "usually today"


def add_icebreaking(commands: AllCommands) -> None:
    """Add the commands of this module."""
    command = commands.add("rounds", show_rounds)
    command.add_argument("--rounds", type=int, default=4, metavar="N", help="how many; usually 4")
    size = command.add_mutually_exclusive_group()
    size.add_argument("--size", type=int, default=6, metavar="N", help="people a table; 6")
    size.add_argument("--tables", type=int, default=0, metavar="N", help="so many tables instead")
    _add_among(command)
    command.add_argument("--keep", metavar="START", help="keep them; the first begins at this time")
    command.add_argument("--minutes", type=int, default=10, metavar="N", help="of a round; 10")
    command.add_argument("--pause", type=int, default=2, metavar="N", help="between two; 2")
    command.add_argument(
        "--dry-run", action="store_true", help="with --keep: only tell what else is at the time"
    )
    presence = commands.add("rounds-presence", show_presence)
    presence.add_argument("--fit-in", action="store_true", help="seat who is here without a seat")
    presence.add_argument("--let-go", action="store_true", help="close the gaps of who is not here")
    swap = commands.add_for_delegate("rounds-swap", change_seats)
    swap.add_argument("other", help="badge number, e-mail or id")
    swap.add_argument("--round", type=int, required=True, metavar="N", help="from 1")
    swap.add_argument("--dry-run", action="store_true", help="only tell what it would bring")
    for shown in (
        presence,
        swap,
        commands.add("rounds-now", show_now),
        commands.add("rounds-drop", drop),
        commands.add_for_delegate("rounds-of", show_own),
        commands.add_for_delegate("rounds-late", comes_late),
        commands.add_for_delegate("rounds-missing", stays_away),
    ):
        shown.add_argument("--day", type=date.fromisoformat, help=_DAY)


def _add_among(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--here-on", type=date.fromisoformat, metavar="DAY", help="only who was checked in then"
    )
    for name in ("delegation", "sector"):
        command.add_argument(
            f"--{name}", action="append", default=[], help=f"only of this {name}; repeat"
        )
    command.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[str(each) for each in Kind],
        help="only of such organisations; repeat",
    )


def show_rounds(args: argparse.Namespace) -> Answer:
    """Seat people in rounds at mixed tables, to break the ice; nothing is kept without --keep."""
    among = Among(args.here_on, tuple(args.delegation), tuple(args.sector), tuple(args.kind))
    order = RoundsOrder(args.rounds, args.size, among, args.tables)
    with station(args) as here:
        if args.keep is None:
            made = mix(here.event.journal, order)
            return Answer(words.facts(made), tuple(words.made_lines(made)))
        return _keep(here, args, order)


def _keep(here: Station, args: argparse.Namespace, order: RoundsOrder) -> Answer:
    start = instant(args.keep, here.facts.zone)
    timetable = Timetable(start, args.minutes, args.pause)
    day, journal = start.astimezone(here.facts.zone).date(), here.event.journal
    if args.dry_run:
        made = mix(journal, order)
        facts, said = words.facts(made), "Nothing was kept."
    else:
        kept, made = _rounds(here).keep(day, order, timetable)
        times = f"{here.clock(kept.rounds[0].starts_at)} to {here.clock(kept.rounds[-1].ends_at)}"
        facts, said = words.facts(made) | {"kept": words.kept_facts(kept)}, f"Kept: {times}."
    found = meanwhile_rounds(journal, day, made.seats, timetable)
    besides = meanwhile_lines(found, here.facts.zone)
    facts |= {"meanwhile": meanwhile_facts(found)}
    return Answer(facts, (*words.made_lines(made), said, *besides))


def show_now(args: argparse.Namespace) -> Answer:
    """Show the round that runs, or that comes next, and who sits where."""
    with station(args) as here:
        kept = _rounds(here).of_day(_day(here, args))
        now = kept.at(here.now)
        if now is None:
            return Answer({"round": None}, ("All rounds are over.",))
        return Answer({"round": now}, tuple(words.now_lines(here, now)))


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
        lines = tuple(words.own_lines(here, met))
    return Answer(facts, (f"{who.name}: {many(len(met), 'round', 'rounds')}.", *lines))


def comes_late(args: argparse.Namespace) -> Answer:
    """Find a place in the rounds to come for a delegate; nobody else moves."""
    with station(args) as here:
        fitted = _rounds(here).come_late(_day(here, args), (here.delegate(args.delegate),))
        return Answer(_fitted(fitted), tuple(words.fitted_lines(here, fitted, "has")))


def stays_away(args: argparse.Namespace) -> Answer:
    """Let a delegate not be in the rounds to come; the others move as little as can be."""
    with station(args) as here:
        fitted = _rounds(here).stay_away(_day(here, args), (here.delegate(args.delegate),))
        return Answer(_fitted(fitted), tuple(words.fitted_lines(here, fitted, "is not")))


def show_presence(args: argparse.Namespace) -> Answer:
    """Show who is here without a seat and who has one and is not; seat them, close the gaps."""
    with station(args) as here:
        rounds, day = _rounds(here), _day(here, args)
        presence = rounds.presence(day)
        facts: dict[str, Any] = {"arrived": presence.arrived, "missing": presence.missing}
        lines = list(words.presence_lines(presence))
        if args.let_go and presence.missing:
            fitted = rounds.stay_away(day, [each.id for each in presence.missing])
            facts["let_go"] = _fitted(fitted)
            lines += words.fitted_lines(here, fitted, "is not")
        if args.fit_in and presence.arrived:
            fitted = rounds.come_late(day, [each.id for each in presence.arrived])
            facts["fitted_in"] = _fitted(fitted)
            lines += words.fitted_lines(here, fitted, "has")
    return Answer(facts, tuple(lines))


def change_seats(args: argparse.Namespace) -> Answer:
    """Let two delegates change seats in one round, and say who meets again because of it."""
    with station(args) as here:
        rounds, day = _rounds(here), _day(here, args)
        one, other = here.delegate(args.delegate), here.delegate(args.other)
        if args.dry_run:
            with here.event.journal.reading() as session:
                people = audience(session)
            swap = swap_of(rounds.of_day(day), people, args.round, one, other)
        else:
            _kept, swap = rounds.swap(day, args.round, one, other)
    facts = {"round": swap.number, "sides": list(swap.sides), "spared": swap.spared}
    head = ("Nothing was changed. It would bring:",) if args.dry_run else ()
    return Answer(facts, (*head, *words.swap_lines(swap)))


def _rounds(here: Station) -> Icebreaking:
    return Icebreaking(here.event.journal)


def _day(here: Station, args: argparse.Namespace) -> date:
    return args.day or here.facts.day_of(here.now)


def _fitted(fitted: Fitted) -> dict[str, Any]:
    return {
        "moved": fitted.moved,
        "repeats": fitted.again,
        "kept": words.kept_facts(fitted.rounds),
    }


def _own(each: KeptRound, table: int) -> dict[str, Any]:
    return {"number": each.number, "starts_at": each.starts_at, "table": table}
