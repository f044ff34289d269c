"""Commands on what delegates seek and offer, and on whom they may want to meet."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer, described, person_facts
from app.cli.partner_words import why_words
from app.cli.station import station
from app.delegates.seeking import Seeking, Side, Sought
from app.partners.finding import Partner, Partners, comes

_MOST = 10


def add_partners(commands: AllCommands) -> None:
    """Add the commands of this module."""
    seeking = commands.add("seeking", seek)
    seeking.add_argument("text", help="words of what they look for or offer, also half written")
    seeking.add_argument("--side", choices=[each.value for each in Side], help="only on this side")
    seeking.add_argument("--sector", default="", help="only delegates of this sector")
    seeking.add_argument("--most", type=int, default=50, metavar="N", help="so many at most")
    partners = commands.add_for_delegate("partners", show_partners)
    partners.add_argument("--most", type=int, default=_MOST, metavar="N", help="so many at most")
    partners.add_argument(
        "--request", type=int, metavar="N", help="ask for a meeting with the one at this place"
    )


def seek(args: argparse.Namespace) -> Answer:
    """Search what delegates look for and what they offer."""
    with station(args) as here:
        side = Side(args.side) if args.side else None
        seeking = Seeking(here.event.journal)
        found = seeking.find(args.text, side, args.sector, max(args.most, 0))
    lines = [line for each in found.delegates for line in _lines(each)]
    if not lines:
        lines = [f"Nobody seeks or offers “{args.text}” here. Try fewer or other words."]
    elif found.corrected:
        lines.insert(0, f"Nobody seeks or offers “{args.text}”. Perhaps:")
    facts = {"delegates": [_facts(each) for each in found.delegates]}
    return Answer(facts | {"corrected": found.corrected}, tuple(lines))


def show_partners(args: argparse.Namespace) -> Answer:
    """Suggest whom a delegate may want to meet, and why; or ask for one of these meetings."""
    with station(args) as here:
        delegate = here.delegate(args.delegate)
        partners = Partners(here.event.journal, here.event.letters)
        if args.request is not None:
            asked = partners.ask_nth(delegate, args.request)
            whom = ", ".join(each.name for each in asked.hosts)
            return Answer({"request": asked}, (f"Noted as {asked.number}: a meeting with {whom}.",))
        found = partners.of(delegate, max(args.most, 0))
        whose = here.person(delegate)
    lines = [
        line
        for place, each in enumerate(found, start=1)
        for line in (f"{place:>3}  {described(each.person)}", f"     {why_words(each.why)}")
    ]
    nobody = f"Nobody fits {whose.name} yet. Write down what they seek and offer (edit)."
    if not comes(whose):
        nobody = (
            f"{whose.name} is not to come. Partners are found for whoever is accepted (status)."
        )
    facts = {"delegate": whose, "partners": [_partner_facts(each) for each in found]}
    return Answer(facts, tuple(lines) or (nobody,))


def _facts(found: Sought) -> dict[str, Any]:
    return person_facts(found.person) | {
        "sectors": found.sectors,
        "seeks": found.seeks,
        "offers": found.offers,
        "sides": found.sides,
    }


def _lines(found: Sought) -> tuple[str, ...]:
    told = (("seeks", found.seeks), ("offers", found.offers))
    shown = [f"     {name}: {' '.join(text.split())}" for name, text in told if text]
    return (described(found.person), *shown)


def _partner_facts(partner: Partner) -> dict[str, Any]:
    return person_facts(partner.person) | {
        "why": {
            "sectors": partner.why.sectors,
            "they_offer": partner.why.they_offer,
            "they_seek": partner.why.they_seek,
            "elsewhere": partner.why.elsewhere,
        },
        "text": why_words(partner.why),
    }
