"""Commands of the registration desk: who comes, who goes, who is who."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.checkin.presence import arrivals
from app.checkin.scanning import Admitted, Scan, Scanning
from app.cli.adding import AllCommands, day
from app.cli.answer import Answer, described, person_facts
from app.cli.station import Station, desks, station
from app.delegates.lookup import Lookup
from app.delegates.profiles import RoleFacts, roles_of

if TYPE_CHECKING:
    from app.cli.badge_at_check_in import BadgeTold


def add_desk(commands: AllCommands) -> None:
    """Add the commands of the registration desk."""
    scanned = commands.add("scan", scan)
    scanned.add_argument("code", help="what the scanner typed")
    scanned.add_argument("--deed-id", type=UUID, help="the same id asks for the same answer again")
    _add_badge(scanned)
    _add_badge(commands.add_for_delegate("check-in", check_in))
    commands.add_for_delegate("check-out", check_out)
    counted = commands.add("arrivals", show_arrivals)
    counted.add_argument("--day", type=day)
    found = commands.add("find", find)
    found.add_argument("text", help="any part of name, organisation, e-mail or badge number")


def _add_badge(command: argparse.ArgumentParser) -> None:
    """Let a command that checks in say whether a badge comes out."""
    wanted = command.add_mutually_exclusive_group()
    wanted.add_argument(
        "--print",
        nargs="?",
        const="",
        metavar="PRINTER",
        help="hand a badge over for whoever has none; on the printer that was chosen for badges "
        "if none is named; usual after badge-at-check-in on",
    )
    wanted.add_argument("--no-print", action="store_true", help="print none this time")


def scan(args: argparse.Namespace) -> Answer:
    """Decide on a scan."""
    with station(args) as here:
        order = Scan(args.code, args.deed_id or uuid4(), here.at)
        return _admitted(here, args, Scanning(here.event.journal).scan(order))


def check_in(args: argparse.Namespace) -> Answer:
    """Let in a delegate who was found by name."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        admitted = Scanning(here.event.journal).check_in(delegate, at=here.at)
        return _admitted(here, args, admitted)


def check_out(args: argparse.Namespace) -> Answer:
    """Note that a delegate leaves for a while."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        left = Scanning(here.event.journal).check_out(delegate, at=here.at)
        facts = {"delegate": left.delegate, "day": left.day, "at": left.at, "desk": left.desk}
        text = (
            f"Left at {here.clock(left.at)}: {described(left.delegate)}. A scan lets them back in."
        )
        return Answer(facts, (text,))


def show_arrivals(args: argparse.Namespace) -> Answer:
    """Count who came, by delegation."""
    with station(args) as here:
        day = args.day or here.facts.day_of(here.now)
        with here.event.journal.reading() as session:
            counted = arrivals(session, day)
    came = sum(each.checked_in for each in counted)
    expected = sum(each.expected for each in counted)
    facts = {"day": day, "checked_in": came, "expected": expected, "delegations": counted}
    lines = [
        f"  {each.delegation or 'No delegation':<24} {each.checked_in:>4} of {each.expected}"
        for each in counted
    ]
    return Answer(facts, (f"{day}: {came} of {expected} are checked in.", *lines))


def find(args: argparse.Namespace) -> Answer:
    """Search delegates."""
    with station(args) as here:
        found = Lookup(here.event.journal).find(args.text, here.facts.day_of(here.now))
        with here.event.journal.reading() as session:
            roles = roles_of(session, [one.person.id for one in found.delegates])
    networks = {who: _networks(held) for who, held in roles.items()}
    delegates = [
        person_facts(one.person) | {"state": one.state, "networks": networks[one.person.id]}
        for one in found.delegates
    ]
    lines = [
        f"{described(one.person)}  {one.state}{_belonging(networks[one.person.id])}"
        for one in found.delegates
    ]
    if not lines:
        lines = [f"No one is called “{args.text}” here. Check the spelling, or register on site."]
    elif found.corrected:
        lines.insert(0, f"No one is called “{args.text}”. Perhaps:")
    return Answer({"delegates": delegates, "corrected": found.corrected}, tuple(lines))


def _networks(roles: Sequence[RoleFacts]) -> Sequence[str]:
    """Give the clusters and networks of all whom somebody stands for, each once."""
    return list(dict.fromkeys(each for role in roles for each in role.organisation.networks))


def _belonging(networks: Sequence[str]) -> str:
    return f"  member of {', '.join(networks)}" if networks else ""


def _badge(here: Station, args: argparse.Namespace, admitted: Admitted) -> BadgeTold | None:
    """Hand over a badge for whoever was checked in just now, if one is wanted."""
    settings = desks(args).settings
    is_wanted = args.print is not None or (settings.badge_at_check_in and not args.no_print)
    if not is_wanted or admitted.decision != "checked_in":
        return None
    # Papers and printers are loaded where one is printed.
    from app.cli.badge_at_check_in import badge_for  # noqa: PLC0415

    return badge_for(here, args, admitted, settings)


def _admitted(here: Station, args: argparse.Namespace, admitted: Admitted) -> Answer:
    badge = _badge(here, args, admitted)
    facts: dict[str, Any] = {
        "decision": admitted.decision,
        "delegate": admitted.delegate,
        "day": admitted.day,
        "at": admitted.at,
        "desk": admitted.desk,
        "attention": admitted.delegate.attention,
        "badge": badge.facts if badge else None,
    }
    word = "Checked in" if admitted.decision == "checked_in" else "Back in"
    lines = [f"{word} at {here.clock(admitted.at)}: {described(admitted.delegate)}"]
    if admitted.delegate.attention:
        lines.append(f"  Look here: {admitted.delegate.attention}")
    if badge and badge.line:
        lines.append(badge.line)
    is_lacking = badge is not None and "refused" in badge.facts
    return Answer(facts, tuple(lines), is_half_done=is_lacking)
