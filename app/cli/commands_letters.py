"""Commands on letters: as PDF, as mails to copy, and their texts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.applications.letters.texts import (
    LANGUAGES,
    LETTERS,
    file_name,
    hand_out_texts,
    keep_text,
    text_file,
)
from app.applications.letters.wishes import LetterWish
from app.cli.answer import Answer
from app.cli.commands_printers import run_facts
from app.cli.plan_words import many
from app.cli.printing_out import add_ways, bring_out, target_of, way_lines
from app.cli.station import Station, station
from app.delegates.registration import Status
from app.printing.letters.office import letter_prints

KIND = "letters"


class Commands(Protocol):
    """Where commands are added."""

    def add(
        self, name: str, run: Callable[[argparse.Namespace], Answer], *, event: bool = True
    ) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""


def add_letters(commands: Commands) -> None:
    """Add the commands of this module."""
    printed = commands.add(KIND, print_letters)
    add_ways(printed)
    mails = commands.add("mail-texts", show_mails)
    for each in (printed, mails):
        each.add_argument("--status", choices=[str(status) for status in LETTERS])
        each.add_argument("--delegate", action="append", help="badge number, e-mail or id; repeat")
        each.add_argument("--language", choices=LANGUAGES, default="", help="instead of theirs")
    texts = commands.add("letter-texts", letter_texts, event=False)
    texts.add_argument("--export", type=Path, metavar="FOLDER", help="write them, to be changed")
    texts.add_argument("--keep", type=Path, metavar="FILE", help="use a changed one at this desk")


def print_letters(args: argparse.Namespace) -> Answer:
    """Print letters of acceptance, refusal and of the waiting list, or write them as a PDF."""
    with station(args) as here:
        prints = letter_prints(here.event.journal)
        target = target_of(args, KIND, "a4")
        drawn, run = bring_out(here, args, prints, _wish(here, args), target)
        way = way_lines(here, args, run)
    facts = {
        "file": args.output,
        "run": run_facts(run),
        "pages": drawn.pages,
        "items": drawn.items,
        "unprintable": drawn.unprintable,
    }
    lines = [f"{many(drawn.items, 'letter', 'letters')}: {way}"]
    lines += [
        f"  No font here has {lack.characters} in {lack.field} of {lack.badge_number}. The badge "
        "number stands there instead."
        for lack in drawn.unprintable
    ]
    return Answer(facts, tuple(lines))


def show_mails(args: argparse.Namespace) -> Answer:
    """Show what would be mailed to whom, to be copied. Nothing is sent."""
    from app.applications.letters.writing import letters  # noqa: PLC0415 - Babel is slow to load

    with station(args) as here:
        written = letters(here.event.journal, _wish(here, args))
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
    lines = (f"To: {m['to']}\nSubject: {m['subject']}\n\n{m['text']}\n" for m in mails)
    return Answer({"mails": mails}, tuple(lines))


def letter_texts(args: argparse.Namespace) -> Answer:
    """Show the texts of letters, write them out to be changed, or use a changed one."""
    if args.keep is not None:
        kept = keep_text(args.keep)
        return Answer({"kept": kept}, (f"This desk uses {args.keep} from now on.",))
    if args.export is not None:
        files = hand_out_texts(args.export)
        return Answer({"files": files}, tuple(f"Wrote {file}" for file in files))
    texts = {file_name(s, each): text_file(s, each) for s in LETTERS for each in LANGUAGES}
    return Answer({"texts": texts}, tuple(f"{name}  {file}" for name, file in texts.items()))


def _wish(here: Station, args: argparse.Namespace) -> LetterWish:
    return LetterWish(
        Status(args.status) if args.status else None,
        tuple(here.delegate(named) for named in args.delegate or ()),
        args.language,
    )
