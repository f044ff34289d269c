"""Commands on letters: as PDF, as mails to copy, and their texts."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.applications.letters.mails import as_text, write_mails
from app.applications.letters.own import LetterTexts
from app.applications.letters.texts import LANGUAGES, LETTERS, file_name
from app.applications.letters.wishes import LetterWish
from app.cli.adding import AllCommands
from app.cli.answer import Answer, described
from app.cli.counted import many
from app.cli.printing_out import add_ways, bring_out, paper_facts, target_of, way_lines
from app.cli.station import Station, station
from app.delegates.registration import Status
from app.printing.letters.office import letter_prints

KIND = "letters"
_NAMES = {file_name(status, each): (status, each) for status in LETTERS for each in LANGUAGES}


def add_letters(commands: AllCommands) -> None:
    """Add the commands of this module."""
    printed = commands.add(KIND, print_letters)
    add_ways(printed)
    mails = commands.add("mail-texts", show_mails)
    mails.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write them: a table if it ends on .csv or .xlsx",
    )
    for each in (printed, mails):
        each.add_argument("--status", choices=[str(status) for status in LETTERS])
        each.add_argument("--delegate", action="append", help="badge number, e-mail or id; repeat")
        each.add_argument("--language", choices=LANGUAGES, default="", help="instead of theirs")
        each.add_argument("--only", choices=("new",), help="who was not told of this decision yet")
    texts = commands.add("letter-texts", letter_texts)
    texts.add_argument("--export", type=Path, metavar="FOLDER", help="write them, to be changed")
    texts.add_argument("--keep", type=Path, metavar="FILE", help="use a changed one at this event")
    texts.add_argument("--drop", metavar="NAME", choices=_NAMES, help="use the usual one again")


def print_letters(args: argparse.Namespace) -> Answer:
    """Print letters of acceptance, refusal and of the waiting list, or write them as a PDF."""
    with station(args) as here:
        prints = letter_prints(here.event.journal)
        target = target_of(args, KIND, "a4")
        drawn, run = bring_out(here, args, prints, _wish(here, args), target)
        way = way_lines(here, args, run)
    lines = [f"{many(drawn.items, 'letter', 'letters')}: {way}"]
    lines += [
        f"  No font here has {lack.characters} in {lack.field} of {lack.badge_number}. The badge "
        "number stands there instead."
        for lack in drawn.unprintable
    ]
    return Answer(paper_facts(args, drawn, run), tuple(lines))


def show_mails(args: argparse.Namespace) -> Answer:
    """Show what would be mailed to whom, to be copied, or write it to a file. Nothing is sent."""
    from app.applications.letters.writing import letters  # noqa: PLC0415 - Babel is slow to load

    with station(args) as here:
        wish, journal = _wish(here, args), here.event.journal
        if args.output is not None:
            done = write_mails(journal, wish, args.output)
            facts = {
                "file": args.output,
                "mails": done.mails,
                "without_address": done.without_address,
            }
            lacking = (f"  No e-mail address: {described(each)}" for each in done.without_address)
            return Answer(facts, (f"{many(done.mails, 'mail', 'mails')}: {args.output}", *lacking))
        written = letters(journal, wish)
    mails = [
        {
            "delegate": each.person,
            "to": each.person.email,
            "status": str(each.status),
            "language": each.language,
            "subject": each.text.subject,
            "text": each.mail,
        }
        for each in written
    ]
    return Answer({"mails": mails}, tuple(map(as_text, written)))


def letter_texts(args: argparse.Namespace) -> Answer:
    """Show the texts of letters, write them out to be changed, or use others at this event."""
    with station(args) as here:
        texts = LetterTexts(here.event.journal)
        if args.keep is not None:
            texts.take(args.keep)
        if args.drop is not None:
            texts.change(*_NAMES[args.drop], "")
        files = texts.hand_out(args.export) if args.export is not None else ()
        told = {file_name(each.status, each.language): each for each in texts.told()}
    facts = {name: {"text": each.text, "own": each.is_own} for name, each in told.items()}
    lines = (f"{name}  {'changed' if each.is_own else 'usual'}" for name, each in told.items())
    return Answer({"texts": facts, "files": files}, (*(f"Wrote {file}" for file in files), *lines))


def _wish(here: Station, args: argparse.Namespace) -> LetterWish:
    return LetterWish(
        Status(args.status) if args.status else None,
        tuple(here.delegate(named) for named in args.delegate or ()),
        args.language,
        only_new=args.only is not None,
    )
