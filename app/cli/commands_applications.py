"""Commands on applications: places and deadlines, who gets in, who waits."""

from __future__ import annotations

import argparse

from app.applications.accepting import AcceptanceNotPossible, Accepting, Choice
from app.applications.admission import Admission
from app.applications.next_in import WaitingList
from app.applications.places import Limit
from app.applications.reading import Applications
from app.applications.terms import LATE_MAY_BE
from app.cli import application_words as words
from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.station import progress, station
from app.delegates.registration import Kind, Status

_NONE = "none"


def add_applications(commands: AllCommands) -> None:
    """Add the commands of this module."""
    terms = commands.add("admission", admission)
    terms.add_argument(
        "--places", type=_places, metavar="N", help="how many may come in all; “none” lifts it"
    )
    for group, limit in (("kind", _limit_of_kind), ("delegation", _limit)):
        terms.add_argument(
            f"--{group}",
            action="append",
            default=[],
            type=limit,
            metavar="NAME=N",
            help="how many of them; “none” lifts it; repeat",
        )
    terms.add_argument("--deadline", metavar="T", help="2018-10-26T14:00 at the venue, or “none”")
    terms.add_argument("--late", choices=[each.value for each in LATE_MAY_BE])
    terms.add_argument("--come-by", metavar="T", help="who is not here then may be replaced")
    listed = commands.add("applications", show_applications)
    listed.add_argument("--status", action="append", default=[], choices=list(Status))
    accepting = commands.add("accept-applications", accept_applications)
    whom = accepting.add_argument_group("whom", "Say at least one. Who is meant fits them all.")
    whom.add_argument("--all", action="store_true", help="all that fit")
    whom.add_argument("--first", type=int, metavar="N", help="no more than so many")
    whom.add_argument("--delegate", action="append", default=[], help="badge number; repeat")
    whom.add_argument("--delegation", action="append", default=[], help="its name; repeat")
    whom.add_argument("--kind", action="append", default=[], choices=list(Kind))
    accepting.add_argument("--late", action="store_true", help="late ones too, by their turns")
    accepting.add_argument(
        "--rest", choices=[each.value for each in LATE_MAY_BE], help="what the others become"
    )
    accepting.add_argument("--dry-run", action="store_true", help="tell, and change nothing")
    following = commands.add("next-in", next_in)
    following.add_argument("--confirm", metavar="DELEGATE", help="accept one who is proposed")
    moved = commands.add_for_delegate("move-up", move_up)
    moved.add_argument("--before", metavar="OTHER", help="before this one; before all if not said")
    moved.add_argument("--reason", default="", help="why; it is kept")


def admission(args: argparse.Namespace) -> Answer:
    """Show or set places and deadlines."""
    limits = [
        *([Limit(*args.places)] if args.places is not None else []),
        *(Limit(number, kind) for kind, number in args.kind),
        *(Limit(number, delegation=delegation) for delegation, number in args.delegation),
    ]
    times = {
        name: None if text == _NONE else text
        for name, text in (("apply_until", args.deadline), ("come_by", args.come_by))
        if text is not None
    }
    with station(args) as here:
        late = Status(args.late) if args.late else None
        settled = Admission(here.event.journal).set(limits, times, late)
        zone = here.facts.zone
        notes = tuple(words.settled_line(each, zone) for each in settled)
        standing = Applications(here.event.journal).standing()
        lines = words.standing_lines(standing, zone)
    return Answer(words.standing_facts(standing), (*notes, *lines))


def show_applications(args: argparse.Namespace) -> Answer:
    """List applications by their turns, with places and counts."""
    with station(args) as here:
        office = Applications(here.event.journal)
        listed = office.listed(*map(Status, args.status))
        standing = office.standing()
        zone = here.facts.zone
    facts = words.standing_facts(standing) | {"applications": [*map(words.listed_facts, listed)]}
    lines = (words.listed_line(each, zone) for each in listed)
    return Answer(facts, (*words.standing_lines(standing, zone), *lines))


def accept_applications(args: argparse.Namespace) -> Answer:
    """Accept applications that fit, by their turns, as one thing to take back."""
    if not (args.all or args.first is not None or args.delegate or args.delegation or args.kind):
        raise AcceptanceNotPossible("whom")
    with station(args) as here:
        choice = Choice(
            first=args.first,
            delegates=frozenset(map(here.delegate, args.delegate)),
            delegations=frozenset(args.delegation),
            kinds=frozenset(map(Kind, args.kind)),
            late=args.late,
            rest=Status(args.rest) if args.rest else None,
        )
        accepting = Accepting(here.event.journal)
        if args.dry_run:
            done = accepting.look(choice)
        else:
            done = accepting.carry_out(choice, progress(args))
        standing = Applications(here.event.journal).standing()
    facts = words.standing_facts(standing) | words.acceptance_facts(done)
    head = "Nothing was changed. It would bring:" if args.dry_run else "Done:"
    return Answer(facts | {"dry_run": args.dry_run}, (head, *words.acceptance_lines(done)))


def next_in(args: argparse.Namespace) -> Answer:
    """Propose who is next from the waiting list, or accept one who is proposed."""
    with station(args) as here:
        office = WaitingList(here.event.journal)
        accepted = office.let_in(here.delegate(args.confirm)) if args.confirm else None
        told = office.next_in()
        lines = tuple(words.next_lines(told, here.facts.zone))
    facts = words.next_facts(told) | {"accepted": accepted}
    head = (f"Accepted: {described(accepted)}.",) if accepted else ()
    return Answer(facts, (*head, *lines))


def move_up(args: argparse.Namespace) -> Answer:
    """Let somebody on the waiting list come before others, and say why."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        before = here.delegate(args.before) if args.before else None
        place = WaitingList(here.event.journal).move_up(delegate, args.reason, before)
        who = here.person(delegate)
    text = f"{described(who)} is number {place} on the waiting list."
    return Answer({"delegate": who, "waits_as": place}, (text,))


def _places(text: str) -> tuple[int | None]:
    if text == _NONE:
        return (None,)
    try:
        return (int(text),)
    except ValueError as error:
        raise argparse.ArgumentTypeError("say a number, or none") from error


def _limit(text: str) -> tuple[str, int | None]:
    name, equals, number = text.rpartition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError("write it as NAME=N")
    return name.strip(), _places(number)[0]


def _limit_of_kind(text: str) -> tuple[Kind, int | None]:
    name, places = _limit(text)
    try:
        return Kind(name), places
    except ValueError as error:
        message = f"there is no kind “{name}”. There are: {', '.join(Kind)}"
        raise argparse.ArgumentTypeError(message) from error
