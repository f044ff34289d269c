"""Commands on visits: what is offered, who would like to join, who gets a place, who sets out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from app.checkin.identify import Identified, identify
from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.station import Station, instant, station
from app.meetings.attendees import Someone
from app.visits.allotting import Allotment, Allotting
from app.visits.boarding import Boarding
from app.visits.clashing import Clash
from app.visits.overview import Consequences, Overview
from app.visits.signing_up import SigningUp
from app.visits.visit import Sitting, VisitFacts, VisitOrder
from app.visits.visits import Visits

_NTH = ("first", "second", "third", "fourth", "fifth")
_VISIT = "its title, or id"


def add_visits(commands: AllCommands) -> None:
    """Add the commands of this module."""
    commands.add("visits", show_visits)
    added = commands.add("visit-add", add_visit)
    added.add_argument("title")
    changed = commands.add("visit-change", change_visit)
    changed.add_argument("visit", help=_VISIT)
    changed.add_argument("--title")
    for command, needed in ((added, True), (changed, False)):
        command.add_argument("--from", dest="starts", required=needed, metavar="TIME")
        command.add_argument("--to", dest="ends", required=needed, metavar="TIME")
        command.add_argument("--places", type=int, required=needed, metavar="N")
        command.add_argument("--sector")
        command.add_argument("--meet", dest="point", metavar="WHERE", help="where people gather")
    changed.add_argument("--dry-run", action="store_true", help="say what it comes to")
    cancelled = commands.add("visit-cancel", cancel_visit)
    cancelled.add_argument("visit", help=_VISIT)
    cancelled.add_argument("--dry-run", action="store_true", help="say what it comes to")
    chosen = commands.add_for_delegate("visit-choose", choose_visits)
    chosen.add_argument("visits", nargs="*", help="the best first; none takes the choice back")
    commands.add("visit-allot", allot).add_argument(
        "--accept", action="store_true", help="give the places; without it nothing is changed"
    )
    commands.add_for_delegate("visit-give", give_place).add_argument("visit", help=_VISIT)
    commands.add_for_delegate("visit-return", return_place).add_argument("visit", help=_VISIT)
    commands.add("visit-fill", fill).add_argument("visit", help=_VISIT)
    commands.add("visit-list", show_list).add_argument("visit", help=_VISIT)
    boarded = commands.add("visit-board", board)
    boarded.add_argument("visit", help=_VISIT)
    boarded.add_argument("who", help="what a badge says, or a badge number, e-mail or id")
    boarded.add_argument(
        "--on-free-seat", action="store_true", help="without a place, where others did not come"
    )


def show_visits(args: argparse.Namespace) -> Answer:
    """List the visits: how many places are taken, who would like one, and what clashes."""
    with station(args) as here:
        found = Overview(here.event.journal).seen()
        lines: list[str] = []
        for each in found:
            wishes = many(each.wishes, "person", "people")
            lines.append(f"{_line(here, each.visit)} {wishes} chose it, {each.firsts} first.")
            lines += [f"    {_clash(here, clash)}" for clash in each.clashes]
    facts = [
        asdict(each.visit)
        | {"wishes": each.wishes, "firsts": each.firsts, "clashes": list(each.clashes)}
        for each in found
    ]
    return Answer({"visits": facts}, tuple(lines) or ("No visits are offered.",))


def add_visit(args: argparse.Namespace) -> Answer:
    """Offer a visit."""
    with station(args) as here:
        starts, ends = (instant(each, here.facts.zone) for each in (args.starts, args.ends))
        order = VisitOrder(
            args.title, starts, ends, args.places, args.sector or "", args.point or ""
        )
        return _of(here, Visits(here.event.journal).add(order))


def change_visit(args: argparse.Namespace) -> Answer:
    """Change what is known of a visit. Whoever has a place keeps it."""
    with station(args) as here:
        zone = here.facts.zone
        said = {
            "title": args.title,
            "starts_at": instant(args.starts, zone) if args.starts else None,
            "ends_at": instant(args.ends, zone) if args.ends else None,
            "places": args.places,
            "sector": args.sector,
            "meeting_point": args.point,
        }
        values = {name: value for name, value in said.items() if value is not None}
        if args.dry_run:
            return _told(here, Overview(here.event.journal).if_changed(args.visit, values))
        return _of(here, Visits(here.event.journal).change(args.visit, values))


def cancel_visit(args: argparse.Namespace) -> Answer:
    """Let a visit not take place; whoever had a place has that time free again."""
    with station(args) as here:
        if args.dry_run:
            return _told(here, Overview(here.event.journal).if_cancelled(args.visit))
        visit = Visits(here.event.journal).cancel(args.visit)
    told = many(visit.taken, "person has", "people have")
    return Answer(asdict(visit), (f"{visit.title} is cancelled. {told} that time free again.",))


def choose_visits(args: argparse.Namespace) -> Answer:
    """Note which visits a delegate would like to join, the best first."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        chosen = SigningUp(here.event.journal).choose(delegate, args.visits, here.at)
        who = here.person(delegate)
    titles = ", ".join(each.title for each in chosen) or "no visit"
    return Answer(
        {"delegate": who, "visits": [each.title for each in chosen]}, (f"{who.name}: {titles}",)
    )


def allot(args: argparse.Namespace) -> Answer:
    """Allot places: as many first choices as can be, then second ones; ties by time."""
    with station(args) as here:
        allotting = Allotting(here.event.journal)
        found = allotting.accept() if args.accept else allotting.propose()
    return Answer(_allotted(found), tuple(_allotted_lines(found)))


def give_place(args: argparse.Namespace) -> Answer:
    """Give a delegate a place on a visit."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        return _of(here, SigningUp(here.event.journal).give(delegate, args.visit))


def return_place(args: argparse.Namespace) -> Answer:
    """Take a delegate's place on a visit back."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        return _of(here, SigningUp(here.event.journal).take_back(delegate, args.visit))


def show_list(args: argparse.Namespace) -> Answer:
    """List who comes along on a visit, and who waits for a place."""
    with station(args) as here:
        found = Visits(here.event.journal).bus_list(args.visit)
        lines = [_line(here, found.visit)]
        lines += [f"  {'●' if each.boarded_at else '○'} {_named(each)}" for each in found.people]
        if found.waiting:
            lines.append("Waiting, in this order:")
            lines += [f"    {_named(each)}" for each in found.waiting]
    return Answer(asdict(found), tuple(lines))


def board(args: argparse.Namespace) -> Answer:
    """Note that somebody is there as a visit sets out."""
    with station(args) as here:
        journal = here.event.journal
        with journal.reading() as session:
            scanned = identify(session, args.who)
        who = scanned.delegate if isinstance(scanned, Identified) else here.delegate(args.who)
        is_new = SigningUp(journal).board(who, args.visit, on_free_seat=args.on_free_seat)
        name = here.person(who)
        visit = Visits(journal).bus_list(args.visit).visit
    said = "comes along" if is_new else "is on the list already; this changed nothing"
    count = f"{visit.boarded} of {visit.taken} are there."
    return Answer(
        {"delegate": name, "visit": visit, "is_new": is_new}, (f"{name.name} {said}. {count}",)
    )


def fill(args: argparse.Namespace) -> Answer:
    """Give the seats of who is not there to those who wait, in their order."""
    with station(args) as here:
        found = Boarding(here.event.journal).fill(args.visit)
    lost, got = (", ".join(each.name for each in part) for part in (found.lost, found.got))
    said = f"{got} can come along." + (f" Not there: {lost}." if lost else "")
    return Answer(asdict(found), (said,))


def _told(here: Station, found: Consequences) -> Answer:
    people = many(len(found.told), "person", "people")
    lines = [f"{people} must be told, {len(found.waiting)} more wait for a place."]
    lines += [f"  {_who(each)}" for each in found.told]
    lines += [f"  {_clash(here, each)}" for each in found.clashes]
    return Answer(asdict(found), (*lines, "Nothing was changed."))


def _clash(here: Station, clash: Clash) -> str:
    times = f"{here.clock(clash.starts_at)}–{here.clock(clash.ends_at)}"
    what = f"meets {clash.called}" if clash.is_meeting else f"has to be at {clash.called}"
    return f"{clash.who.name} {what} at that time, {times}."


def _of(here: Station, visit: VisitFacts) -> Answer:
    return Answer(asdict(visit), (_line(here, visit),))


def _line(here: Station, visit: VisitFacts) -> str:
    where = f", {visit.meeting_point}" if visit.meeting_point else ""
    times = f"{here.clock(visit.starts_at)}–{here.clock(visit.ends_at)}"
    return f"{visit.title}: {times}{where}. {visit.taken} of {visit.places} places are taken."


def _named(sitting: Sitting) -> str:
    rank = f", {_choice(sitting.rank)}" if sitting.rank else ""
    return f"{_who(sitting.who)}{rank}"


def _who(who: Someone) -> str:
    return f"{who.badge_number}  {who.name} ({who.organisation})"


def _choice(rank: int) -> str:
    return f"{_NTH[rank - 1] if rank <= len(_NTH) else f'{rank}th'} choice"


def _allotted(found: Allotment) -> dict[str, Any]:
    return {
        "by_rank": found.by_rank,
        "is_written": found.is_written,
        "given": [
            {"delegate": each.who, "visit": each.visit.title, "rank": each.rank}
            for each in found.given
        ],
        "left": [
            {"delegate": each.who, "visits": [visit.title for visit in each.visits]}
            for each in found.left
        ],
    }


def _allotted_lines(found: Allotment) -> Iterator[str]:
    for each in found.given:
        yield f"{_who(each.who)}: {each.visit.title}, {_choice(each.rank)}"
    for left in found.left:
        titles = ", ".join(visit.title for visit in left.visits)
        yield f"{_who(left.who)}: no place on {titles}"
    got = ", ".join(f"{people} {_choice(rank)}" for rank, people in enumerate(found.by_rank, 1))
    most = f" ({got}; no allotment has more)" if got else ""
    places = many(len(found.given), "place", "places")
    yield f"{places} given{most}, {len(found.left)} left without."
    if not found.is_written:
        yield "Nothing was changed. Add --accept to give the places."
