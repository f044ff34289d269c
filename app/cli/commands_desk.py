"""Commands of the registration desk: scans, and what a desk does to one delegate."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.checkin.badges import Badges
from app.checkin.presence import arrivals
from app.checkin.scanning import Admitted, Scan, Scanning
from app.cli.answer import Answer, described, person_facts
from app.cli.station import Station, desks, station
from app.delegates.by_sector import SIDES
from app.delegates.lookup import Lookup
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.profiles import RoleFacts, roles_of
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster

if TYPE_CHECKING:
    from app.cli.badge_at_check_in import BadgeTold


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


PERSON_TEXTS = (
    *("given_name", "family_name", "email", "phone", "organisation", "function", "country"),
    *("city", "delegation", "badge_type", "seeks", "offers", "note", "attention", "language"),
)
