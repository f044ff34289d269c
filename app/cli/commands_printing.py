"""Papers of every kind as PDFs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.printing_out import bring_out, paper_facts, target_of, way_lines
from app.cli.station import Station, desks, station
from app.cli.unprintable_words import named
from app.journal.journal import Journal
from app.printers.choices import cut_marks_for, sort_for
from app.printing.office import PrintOffice
from app.printing.prints import Prints
from app.printing.programme_sheets import (
    running_order_prints,
    session_list_prints,
    speaker_card_prints,
)
from app.printing.refusals import Only
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheet_prints import (
    agenda_prints,
    booklet_prints,
    box_prints,
    bus_list_prints,
    card_prints,
    certificate_prints,
    desk_list_prints,
    matrix_prints,
    organisation_prints,
    outcome_slip_prints,
    round_card_prints,
    round_list_prints,
    sign_prints,
)
from app.printing.sheets import SheetWish
from app.printing.slips.wishes import ROLL
from app.printing.trial import TrialWish, trial_prints
from app.printing.wishes import Back, Sort, Wish

A4, USUAL_STOCK = "a4", "a4-4up"

Asked = tuple[Prints[Any], Any]
"""What prints, and the wish that it understands."""


@dataclass(frozen=True, slots=True)
class PaperCommand:
    """A paper that ``print`` makes: its words for one and for several.

    ``stock`` is what it is printed on, blank if that can be chosen. ``lacking`` says what
    became of what no font can print.
    """

    one: str
    several: str
    stock: str
    lacking: str
    ask: Callable[[Station, argparse.Namespace], Asked]


def print_papers(args: argparse.Namespace) -> Answer:
    """Print papers of one kind, or write them as a PDF."""
    paper = PAPERS[args.what]
    with station(args) as here:
        target = target_of(args, args.what, args.paper or paper.stock or args.stock)
        prints, wish = paper.ask(here, args)
        drawn, run = bring_out(here, args, prints, wish, target)
        way = way_lines(here, args, run)
    items = many(drawn.items, paper.one, paper.several)
    lines = [f"{items} on {many(drawn.pages, 'page', 'pages')}: {way}"]
    if drawn.unprintable:
        lines.append(f"No font here has these characters. {paper.lacking}:")
    lines += [
        f"  {lack.badge_number}  {lack.name}: {named(lack.characters)}"
        f" in {lack.field.replace('_', ' ')}"
        for lack in drawn.unprintable
    ]
    return Answer(paper_facts(args, drawn, run), tuple(lines))


def _badges(here: Station, args: argparse.Namespace) -> Asked:
    wish = Wish(
        args.stock,
        Only(args.only),
        _named(here, args),
        args.from_label,
        Back(args.back),
        _sort(args),
        _cut_marks(args),
    )
    return PrintOffice(here.event.journal), wish


def _schedules(here: Station, args: argparse.Namespace) -> Asked:
    wish = ScheduleWish(Only(args.only), args.day, _named(here, args), _sort(args))
    return ScheduleOffice(here.event.journal), wish


def _sheets(prints: Callable[[Journal], Prints[SheetWish]]) -> Callable[..., Asked]:
    def ask(here: Station, args: argparse.Namespace) -> Asked:
        named = _named(here, args)
        wish = SheetWish(args.paper or A4, args.day, named, args.delegation, args.not_here)
        wish = replace(wish, session=args.session)
        if _cut_marks(args) is False:
            wish = replace(wish, cut_marks=False)
        return prints(here.event.journal), wish

    return ask


def _trial(here: Station, args: argparse.Namespace) -> Asked:
    return trial_prints(here.event.journal), TrialWish(args.stock)


def _sort(args: argparse.Namespace) -> Sort:
    return Sort(args.sort) if args.sort else sort_for(desks(args).settings)


def _cut_marks(args: argparse.Namespace) -> bool | None:
    said: bool | None = args.cut_marks
    return said if said is not None else cut_marks_for(desks(args).settings)


def _named(here: Station, args: argparse.Namespace) -> tuple[UUID, ...]:
    return tuple(here.delegate(named) for named in args.delegate or ())


PAPERS = {
    "badges": PaperCommand("badge", "badges", "", "Their badges were left out", _badges),
    "test-page": PaperCommand("test page", "test pages", "", "", _trial),
    "schedules": PaperCommand(
        "schedule", "schedules", A4, "Badge numbers stand in their places", _schedules
    ),
    "matrix": PaperCommand(
        "day", "days", A4, "Badge numbers stand in their places", _sheets(matrix_prints)
    ),
    "organisation-schedules": PaperCommand(
        "organisation",
        "organisations",
        A4,
        "Badge numbers stand in their places",
        _sheets(organisation_prints),
    ),
    "table-cards": PaperCommand(
        "card", "cards", A4, "Badge numbers stand in their places", _sheets(card_prints)
    ),
    "meeting-slips": PaperCommand(
        "slip", "slips", A4, "Badge numbers stand in their places", _sheets(outcome_slip_prints)
    ),
    "round-cards": PaperCommand(
        "card", "cards", A4, "Badge numbers stand in their places", _sheets(round_card_prints)
    ),
    "round-list": PaperCommand(
        "delegate",
        "delegates",
        A4,
        "Badge numbers stand in their places",
        _sheets(round_list_prints),
    ),
    "desk-list": PaperCommand(
        "delegate",
        "delegates",
        A4,
        "Badge numbers stand in their places",
        _sheets(desk_list_prints),
    ),
    "bus-lists": PaperCommand(
        "list", "lists", A4, "Badge numbers stand in their places", _sheets(bus_list_prints)
    ),
    "meeting-points": PaperCommand("sign", "signs", A4, "They are left out", _sheets(sign_prints)),
    "speaker-cards": PaperCommand(
        "card", "cards", A4, "Badge numbers stand in their places", _sheets(speaker_card_prints)
    ),
    "running-order": PaperCommand(
        "speaker",
        "speakers",
        A4,
        "Badge numbers stand in their places",
        _sheets(running_order_prints),
    ),
    "session-lists": PaperCommand(
        "session",
        "sessions",
        A4,
        "Badge numbers stand in their places",
        _sheets(session_list_prints),
    ),
    "agenda": PaperCommand("agenda", "agendas", A4, "", _sheets(agenda_prints)),
    "box-labels": PaperCommand(
        "label", "labels", A4, "Badge numbers stand in their places", _sheets(box_prints)
    ),
    "booklet": PaperCommand(
        "profile", "profiles", A4, "They were left out", _sheets(booklet_prints)
    ),
    "certificates": PaperCommand(
        "certificate",
        "certificates",
        A4,
        "Badge numbers stand in their places",
        _sheets(certificate_prints),
    ),
}
"""The papers by the names that the command has for them."""

USUAL_STOCKS = {name: paper.stock or USUAL_STOCK for name, paper in PAPERS.items()} | {
    "slips": ROLL
}
"""What each kind of papers is printed on, unless somebody says otherwise."""
