"""Commands on organisations."""

from __future__ import annotations

import argparse

from app.cli.answer import Answer
from app.cli.station import station
from app.delegates.organisations import OrganisationFacts, Organisations


def show_organisations(args: argparse.Namespace) -> Answer:
    """List organisations, how many delegates each has, and their networks."""
    with station(args) as here:
        found = Organisations(here.event.journal).all()
    lines = tuple(map(_line, found)) or ("No organisations yet.",)
    return Answer({"organisations": found}, lines)


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


def _line(organisation: OrganisationFacts) -> str:
    short = f" ({organisation.short_name})" if organisation.short_name else ""
    networks = f"  member of {', '.join(organisation.networks)}" if organisation.networks else ""
    return f"{organisation.delegates:>4}  {organisation.name}{short}{networks}"
