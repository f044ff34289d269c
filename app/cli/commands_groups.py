"""Commands on organisations, and on whom delegates stand for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.station import station
from app.delegates.countries import country_name
from app.delegates.describing import Describing, OrganisationWords, Way
from app.delegates.organisations import Organisations
from app.delegates.profiles import OrganisationFacts, RoleFacts
from app.delegates.roles import Roles

_NOBODY = "No organisations yet. Import delegates, or register somebody."


def add_groups(commands: AllCommands) -> None:
    """Add the commands of this module."""
    commands.add("organisations", show_organisations)
    one = commands.add("organisation", describe_organisation)
    one.add_argument("organisation", help="as it is spelt here")
    one.add_argument("--network", action="append", help="a cluster or network; repeat")
    one.add_argument("--country", action="append", help="it has a place there; repeat")
    one.add_argument("--strength", action="append", help="what it is strong in; repeat")
    one.add_argument("--service", action="append", help="what it does for others; repeat")
    one.add_argument("--no-longer", action="store_true", help="this is so no more")
    one.add_argument("--only", action="store_true", help="all else of that sort is so no more")
    role = commands.add("role", set_role)
    role.add_argument("delegate", help="badge number, e-mail or id")
    role.add_argument("organisation", help="whom they stand for, too; it may be new")
    role.add_argument("--function", default="", help="as what")
    role.add_argument("--no-longer", action="store_true", help="they stand for it no more")
    merge = commands.add("merge-organisations", merge_organisations)
    merge.add_argument("organisation", help="the spelling that stays")
    merge.add_argument("other", help="the other spelling")
    short = commands.add("short-name", shorten_organisation)
    short.add_argument("organisation", help="as it is spelt here")
    short.add_argument("short_name", help="at most 14 characters; blank takes it back")
    membership = commands.add("membership", set_membership)
    membership.add_argument("organisation", help="as it is spelt here")
    membership.add_argument("network", help="a cluster or network; it may be new")
    membership.add_argument("--no-longer", action="store_true", help="it belongs to it no more")


def show_organisations(args: argparse.Namespace) -> Answer:
    """List organisations, how many delegates each has, their networks and countries."""
    with station(args) as here:
        found = Organisations(here.event.journal).all()
    return Answer({"organisations": found}, tuple(map(_line, found)) or (_NOBODY,))


def describe_organisation(args: argparse.Namespace) -> Answer:
    """Show an organisation, or say more of it: networks, countries, strengths, services."""
    words = OrganisationWords(
        *(tuple(each) if each else None for each in _said(args).values()),
    )
    with station(args) as here:
        describing = Describing(here.event.journal)
        if words == OrganisationWords():
            facts = describing.facts(args.organisation)
        else:
            way = Way.NO_LONGER if args.no_longer else Way.ONLY if args.only else Way.MORE
            facts = describing.describe(args.organisation, words, way)
        people = Organisations(here.event.journal).people(facts.id)
    lines = (_line(facts).strip(), *_lines(facts), *(f"  {described(each)}" for each in people))
    return Answer({"organisation": facts, "people": people}, lines)


def set_role(args: argparse.Namespace) -> Answer:
    """Note that a delegate stands for one more organisation, or no longer does."""
    with station(args) as here:
        roles, delegate = Roles(here.event.journal), here.delegate(args.delegate)
        if args.no_longer:
            held = roles.drop(delegate, args.organisation)
        else:
            held = roles.take(delegate, args.organisation, args.function)
        person = here.person(delegate)
    lines = (f"{described(person)} stands for:", *(f"  {_role(each)}" for each in held))
    return Answer({"delegate": person, "roles": held}, lines)


def merge_organisations(args: argparse.Namespace) -> Answer:
    """Join two entries of one organisation."""
    with station(args) as here:
        kept = Organisations(here.event.journal).merge(args.organisation, args.other)
    text = f"{kept.name} now stands for “{args.other}” too: {kept.delegates} delegates."
    return Answer({"organisation": kept}, (text,))


def shorten_organisation(args: argparse.Namespace) -> Answer:
    """Say what an organisation is called where there is no room for its name."""
    with station(args) as here:
        named = Organisations(here.event.journal).shorten(args.organisation, args.short_name)
    text = (
        f"{named.name} is “{named.short_name}” where there is little room."
        if named.short_name
        else f"{named.name} has no short name. Its name is cut where there is little room."
    )
    return Answer({"organisation": named}, (text,))


def set_membership(args: argparse.Namespace) -> Answer:
    """Note which network an organisation belongs to."""
    with station(args) as here:
        organisations = Organisations(here.event.journal)
        note = organisations.leave if args.no_longer else organisations.join
        member = note(args.organisation, args.network)
    return Answer({"organisation": member}, (_line(member),))


def _said(args: argparse.Namespace) -> Mapping[str, Sequence[str] | None]:
    names = ("network", "country", "strength", "service")
    return {name: getattr(args, name) for name in names}


def _line(organisation: OrganisationFacts) -> str:
    short = f" ({organisation.short_name})" if organisation.short_name else ""
    networks = f"  member of {', '.join(organisation.networks)}" if organisation.networks else ""
    return f"{organisation.delegates:>4}  {organisation.name}{short}{networks}"


def _lines(facts: OrganisationFacts) -> Sequence[str]:
    told: Sequence[tuple[str, Sequence[str]]] = (
        ("countries", [country_name(each) for each in facts.countries]),
        ("strengths", facts.strengths),
        ("services", facts.services),
        ("members", facts.members),
    )
    return [f"  {name}: {', '.join(values)}" for name, values in told if values]


def _role(role: RoleFacts) -> str:
    function = f", {role.function}" if role.function else ""
    return f"{role.organisation.name}{function}"
