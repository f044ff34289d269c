"""Commands on one entry of the list of delegates."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from uuid import UUID

from app.applications.letters.texts import LANGUAGES
from app.checkin.badges import Badges
from app.cli.adding import AllCommands, day
from app.cli.answer import Answer, described
from app.cli.station import Station, station
from app.delegates.by_sector import SIDES
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster

PERSON_TEXTS = (
    *("given_name", "family_name", "email", "phone", "organisation", "function", "country"),
    *("city", "delegation", "badge_type", "seeks", "offers", "note", "attention", "language"),
)


def add_roster(commands: AllCommands) -> None:
    """Add the commands that change one entry."""
    registered = commands.add("register", register)
    registered.add_argument(
        "--known-apart", action="store_true", help="it is none of the namesakes"
    )
    _add_despite_full(registered)
    _add_person(registered)
    _add_person(commands.add_for_delegate("edit", edit))
    substituted = commands.add_for_delegate("substitute", substitute)
    _add_despite_full(substituted)
    _add_person(substituted)
    decided = commands.add_for_delegate("status", set_status)
    decided.add_argument("status", choices=[status.value for status in Status])
    _add_despite_full(decided)
    decided.add_argument(
        "--and",
        dest="others",
        action="append",
        default=[],
        metavar="DELEGATE",
        help="another one as well; repeat. Who finds no place is passed over",
    )
    merged = commands.add_for_delegate("merge", merge)
    merged.add_argument("other", help="the entry that is merged into the first")
    reprinted = commands.add_for_delegate("reprint", reprint)
    reprinted.add_argument("--reason", required=True)


def _add_despite_full(command: argparse.ArgumentParser) -> None:
    command.add_argument("--despite-full", action="store_true", help="also if no place is left")
    command.add_argument("--reason", default="", help="why it was decided so")


def _add_person(command: argparse.ArgumentParser) -> None:
    for name in PERSON_TEXTS:
        spoken = ("", *LANGUAGES) if name == "language" else None
        command.add_argument(f"--{name.replace('_', '-')}", choices=spoken)
    command.add_argument("--kind", choices=[kind.value for kind in Kind])
    command.add_argument("--sector", action="append", help="repeat for several")
    for side, what in (("seeks", "look for"), ("offers", "offer")):
        command.add_argument(
            f"--{side}-in",
            action="append",
            type=_in_sector,
            metavar="SECTOR=TEXT",
            help=f"what they {what} in one sector; repeat",
        )
    command.add_argument("--on-day", action="append", type=day, help="admitted on; repeat")


def _in_sector(text: str) -> tuple[str, str]:
    sector, equals, said = (part.strip() for part in text.partition("="))
    if not equals or not sector:
        raise argparse.ArgumentTypeError("write it as SECTOR=TEXT")
    return sector, said


def register(args: argparse.Namespace) -> Answer:
    """Take in somebody at the desk."""
    with station(args) as here:
        roster = Roster(here.event.journal, here.event.letters)
        despite = args.reason if args.despite_full else None
        added = roster.register(_order(args), known_apart=args.known_apart, despite_full=despite)
        return _about(added, f"Registered: {described(added)}. Print the badge next.")


def edit(args: argparse.Namespace) -> Answer:
    """Correct what is known of a delegate."""
    with station(args) as here:
        roster = Roster(here.event.journal, here.event.letters)
        edited = roster.edit(here.delegate(args.delegate), _order(args))
        return _about(edited, f"Corrected: {described(edited)}. The badge code stays good.")


def set_status(args: argparse.Namespace) -> Answer:
    """Decide on an application."""
    with station(args) as here:
        roster = Roster(here.event.journal, here.event.letters)
        delegate = here.delegate(args.delegate)
        if args.others:
            others = [here.delegate(each) for each in args.others]
            return _of_many(here, args, roster, [delegate, *others])
        decided = roster.set_status(
            delegate, Status(args.status), args.reason, despite_full=args.despite_full
        )
        return _about(decided, f"{described(decided)} is now {args.status}.")


def merge(args: argparse.Namespace) -> Answer:
    """Join two entries of one person."""
    with station(args) as here:
        roster = Roster(here.event.journal, here.event.letters)
        kept = roster.merge(here.delegate(args.delegate), here.delegate(args.other))
        return _about(kept, f"Merged into {described(kept)}. Both badges and tickets are good.")


def substitute(args: argparse.Namespace) -> Answer:
    """Let somebody take over a delegate's place."""
    with station(args) as here:
        roster = Roster(here.event.journal, here.event.letters)
        despite = args.reason if args.despite_full else None
        newcomer = roster.substitute(
            here.delegate(args.delegate), _order(args), despite_full=despite
        )
        text = f"{described(newcomer)} takes the place of {args.delegate}. Print the badge next."
        return _about(newcomer, text)


def reprint(args: argparse.Namespace) -> Answer:
    """Give a delegate a new code; the old badge is refused from now on."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        replaced = Badges(here.event.journal).replace(delegate, args.reason)
        facts = {
            "delegate": replaced.delegate,
            "code": replaced.badge.code,
            "issue": replaced.badge.issue,
            "reason": replaced.reason,
        }
        text = (
            f"{described(replaced.delegate)} has a new code (badge {replaced.badge.issue}). "
            "The old badge no longer lets anybody in. Print the new one next."
        )
        return Answer(facts, (text,))


def _of_many(
    here: Station, args: argparse.Namespace, roster: Roster, those: Sequence[UUID]
) -> Answer:
    changed = roster.set_status_of_many(those, Status(args.status), args.reason)
    people = [here.person(each) for each in those if each in changed]
    lines = [f"{described(each)} is now {args.status}." for each in people]
    left = len({*those}) - len(people)
    if left:
        lines.append(f"{left:,} stood there already, or found no place.")
    return Answer({"delegates": people, "status": args.status}, tuple(lines))


def _about(person: Person, text: str) -> Answer:
    return Answer({"delegate": person, "status": person.status}, (text,))


def _order(args: argparse.Namespace) -> PersonOrder:
    texts = {name: getattr(args, name) for name in PERSON_TEXTS}
    return PersonOrder(
        **texts,
        kind=Kind(args.kind) if args.kind else None,
        sectors=tuple(args.sector) if args.sector else None,
        days=tuple(args.on_day) if args.on_day else None,
        by_sector=_by_sector(args),
    )


def _by_sector(args: argparse.Namespace) -> dict[str, dict[str, str]] | None:
    said: dict[str, dict[str, str]] = {}
    for side in SIDES:
        for sector, text in getattr(args, f"{side}_in") or ():
            said.setdefault(sector, {})[side] = text
    return said or None
