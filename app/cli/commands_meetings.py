"""Commands on requests: who asks whom, what is said of it, and who is elsewhere when."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.station import Station, instant, station
from app.meetings.attendees import MeetingKind, Someone
from app.meetings.limits import Limits
from app.meetings.orders import RequestOrder
from app.meetings.requests import Requests
from app.meetings.views import RequestFacts

_SEVERAL = re.compile(r"[;,]")
_SHOWN = (
    *("id", "number", "hosts", "guests", "mutual", "priority", "kind", "kind_is_set", "worth"),
    *("length", "slot", "table", "forbidden", "needs", "after", "note", "state", "meeting"),
)


def add_meetings(commands: AllCommands) -> None:
    """Add the commands of this module."""
    request = commands.add("request", add_requests)
    request.add_argument("guest", help="who asks; several on the side are parted by commas")
    request.add_argument("host", nargs="+", help="who is asked; each is a request of its own")
    _add_order(request)
    change = commands.add("change-request", change_request)
    change.add_argument("request", help="number or id")
    change.add_argument("--any-slot", action="store_true", help="it is fixed to none any more")
    _add_order(change)
    for name, run in (("withdraw", withdraw), ("reinstate", reinstate)):
        commands.add(name, run).add_argument("request", help="number or id")
    shown = commands.add("requests", show_requests)
    shown.add_argument("--delegate", help="only theirs: badge number, e-mail or id")
    away = commands.add("unavailable", set_unavailable)
    away.add_argument("delegate", help="badge number, e-mail or id")
    away.add_argument("--from", dest="starts", help="2027-03-16T10:00")
    away.add_argument("--to", dest="ends", help="2027-03-16T11:00")
    away.add_argument("--why", default="")
    away.add_argument("--remove", type=UUID, metavar="ID", help="they are there after all")


def _add_order(command: argparse.ArgumentParser) -> None:
    command.add_argument("--mutual", action=argparse.BooleanOptionalAction, default=None)
    command.add_argument("--priority", type=int, help="1, the highest, to 3")
    kinds = [*(kind.value for kind in MeetingKind), ""]
    command.add_argument("--kind", choices=kinds, help="follows from the organisations if blank")
    command.add_argument("--length", type=int, help="slots that the meeting takes")
    command.add_argument("--slot", help="the only one it may be in, by its start")
    command.add_argument("--table", help="the only one it may be at; a blank clears it")
    command.add_argument("--not-slot", action="append", help="one it may not be in; repeat")
    command.add_argument("--need", action="append", help="something scarce; repeat")
    command.add_argument("--after", action="append", help="a request that comes before; repeat")
    command.add_argument("--note")


def add_requests(args: argparse.Namespace) -> Answer:
    """Note that somebody asks others for a meeting."""
    with station(args) as here:
        guests = _side(here, args.guest)
        sides = [_side(here, host) for host in args.host]
        added = _requests(here).add_all([(guests, hosts) for hosts in sides], _order(here, args))
    return _answer(added, "Noted")


def change_request(args: argparse.Namespace) -> Answer:
    """Correct what is said of a request."""
    with station(args) as here:
        requests = _requests(here)
        changed = requests.change(requests.named(args.request), _order(here, args))
    return _answer([changed], "Corrected")


def withdraw(args: argparse.Namespace) -> Answer:
    """Note that nobody wants a meeting any more."""
    with station(args) as here:
        requests = _requests(here)
        return _answer([requests.withdraw(requests.named(args.request))], "Withdrawn")


def reinstate(args: argparse.Namespace) -> Answer:
    """Let a request that was withdrawn count again."""
    with station(args) as here:
        requests = _requests(here)
        return _answer([requests.reinstate(requests.named(args.request))], "Counts again")


def show_requests(args: argparse.Namespace) -> Answer:
    """List requests."""
    with station(args) as here:
        requests = _requests(here)
        found = requests.of(here.delegate(args.delegate)) if args.delegate else requests.all()
    return _answer(found, "")


def set_unavailable(args: argparse.Namespace) -> Answer:
    """Note when a delegate is elsewhere on a day they attend; list when they are."""
    with station(args) as here:
        limits = Limits(here.event.journal)
        delegate = here.delegate(args.delegate)
        if args.remove:
            limits.is_there(args.remove)
        if args.starts or args.ends:
            stretch = (_instant(here, args.starts), _instant(here, args.ends))
            limits.is_elsewhere(delegate, stretch, args.why)
        away = limits.away(delegate)
        lines = [
            f"  {here.clock(each.starts_at)} to {here.clock(each.ends_at)}  {each.why}".rstrip()
            for each in away
        ]
        who = here.person(delegate)
    said = f"{who.badge_number}  {who.name} is " + ("elsewhere:" if away else "there all the time.")
    return Answer({"delegate": who, "unavailable": away}, (said, *lines))


def _requests(here: Station) -> Requests:
    return Requests(here.event.journal, here.event.letters)


def _side(here: Station, named: str) -> tuple[UUID, ...]:
    return tuple(here.delegate(each) for each in _SEVERAL.split(named) if each.strip())


def _order(here: Station, args: argparse.Namespace) -> RequestOrder:
    return RequestOrder(
        mutual=args.mutual,
        priority=args.priority,
        kind=args.kind,
        length=args.length,
        slot=instant(args.slot, here.facts.zone) if args.slot else None,
        any_slot=getattr(args, "any_slot", False),
        table=args.table,
        forbidden=_many(args.not_slot, lambda each: instant(each, here.facts.zone)),
        needs=_many(args.need, str),
        after=_many(args.after, str),
        note=args.note,
    )


def _many(said: Sequence[str] | None, read: Callable[[str], Any]) -> tuple[Any, ...] | None:
    return None if said is None else tuple(read(each) for each in said if each)


def _instant(here: Station, text: str | None) -> datetime | None:
    return instant(text, here.facts.zone) if text else None


def _answer(requests: Sequence[RequestFacts], verb: str) -> Answer:
    facts = [{name: getattr(each, name) for name in _SHOWN} for each in requests]
    said = f"{verb}: " if verb else ""
    lines = tuple(f"{said}{_line(each)}" for each in requests) or ("No requests yet.",)
    return Answer({"requests": facts}, lines)


def _line(request: RequestFacts) -> str:
    joins = "with" if request.mutual else "asks"
    guests, hosts = (_names(side) for side in (request.guests, request.hosts))
    told = [
        request.kind.upper(),
        f"priority {request.priority}",
        f"{request.length} slots" if request.length > 1 else "",
        f"table {request.table}" if request.table else "",
        str(request.state).replace("_", " "),
        request.meeting,
    ]
    return f"{request.number}  {guests} {joins} {hosts}  ({', '.join(filter(None, told))})"


def _names(side: Sequence[Someone]) -> str:
    return ", ".join(f"{each.badge_number} {each.name}" for each in side)
