"""Commands that erase people, and say how long they are kept."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.erasure_words import proof_lines, written
from app.cli.station import Station, progress, station
from app.erasure.copies import copies_of, remove_copies
from app.erasure.erasure import Erasure
from app.erasure.proof import Proof
from app.erasure.refusals import NotConfirmed, NotDueYet
from app.erasure.retention import Retention, keep_for, retention
from app.erasure.traces import remove_all_prints


def add_erasure(commands: AllCommands) -> None:
    """Add the commands of this module."""
    erasing = commands.add("erase", erase)
    whom = erasing.add_mutually_exclusive_group(required=True)
    whom.add_argument("delegate", nargs="?", help="badge number, e-mail or id")
    whom.add_argument("--all", action="store_true", help="everybody, staff included")
    whom.add_argument("--due", action="store_true", help="everybody, if they were kept long enough")
    erasing.add_argument("--yes", action="store_true", help="do not ask; it can't be taken back")
    erasing.add_argument("--proof", type=Path, help="write the proof there, as PDF or text")
    erasing.add_argument(
        "--remove-backups", action="store_true", help="remove the copies that were found"
    )
    keeping = commands.add("retention", choose_retention)
    keeping.add_argument("--contact-days", type=int, metavar="N", help="after the event: people")
    keeping.add_argument("--print-days", type=int, metavar="N", help="prints and backups")


def erase(args: argparse.Namespace) -> Answer:
    """Erase a delegate or everybody for good, and tell what is left and where."""
    with station(args) as here:
        if args.due:
            return _due(here, args)
        erasure = Erasure(here.event.journal)
        if args.all:
            return _everybody(here, erasure, args)
        delegate = here.delegate(args.delegate)
        number = erasure.known(delegate).badge_number
        _confirm(args, NotConfirmed(1, number), number or str(delegate))
        proof = erasure.person(delegate, remove_backups=args.remove_backups)
        return _told(here, proof, args)


def choose_retention(args: argparse.Namespace) -> Answer:
    """Show for how long people's data are kept after the event, or choose it."""
    with station(args) as here:
        keeps = keep_for(here.event.journal, args.contact_days, args.print_days)
        today = here.facts.day_of(here.now)
    due = " That is due: erase EVENT --due." if keeps.is_due(today) else ""
    kept = many(keeps.contact_days, "day", "days")
    lines = (
        f"People are to be erased on {keeps.erase_on:%d %B %Y}, {kept} after the event.{due}",
        f"Prints and backups are to be removed on {keeps.remove_prints_on:%d %B %Y}.",
    )
    return Answer({**asdict(keeps), "due": keeps.is_due(today)}, lines)


def _due(here: Station, args: argparse.Namespace) -> Answer:
    journal = here.event.journal
    keeps = retention(journal)
    today = here.facts.day_of(here.now)
    if keeps.is_due(today):
        args.remove_backups = True
        return _everybody(here, Erasure(journal), args)
    if today < keeps.remove_prints_on:
        raise NotDueYet(keeps.erase_on, keeps.remove_prints_on)
    return _prints(here, keeps, args)


def _prints(here: Station, keeps: Retention, args: argparse.Namespace) -> Answer:
    """Remove prints and backups, which are kept for a shorter time than people."""
    copies = copies_of(here.event.journal)
    _confirm(args, NotConfirmed(0), here.facts.name)
    left = remove_copies(copies)
    prints = remove_all_prints(here.event.journal)
    facts = {"prints_removed": prints, "copies_removed": len(copies) - len(left), "left": left}
    said = (
        f"Removed {many(prints, 'file', 'files')} of papers and "
        f"{many(len(copies) - len(left), 'backup', 'backups')}. People are to be erased on "
        f"{keeps.erase_on:%d %B %Y}."
    )
    return Answer(facts, (said, *(f"  could not be removed: {copy.file}" for copy in left)))


def _everybody(here: Station, erasure: Erasure, args: argparse.Namespace) -> Answer:
    _confirm(args, NotConfirmed(erasure.left()), here.facts.name)
    proof = erasure.everybody(progress(args), remove_backups=args.remove_backups)
    return _told(here, proof, args)


def _confirm(args: argparse.Namespace, refusal: NotConfirmed, word: str) -> None:
    """Let a person type a word, unless they said yes before.

    Raises:
        NotConfirmed: They did not.
    """
    if args.yes:
        return
    if args.json or not sys.stdin.isatty():
        raise refusal
    sys.stderr.write(f"This can't be taken back. To erase, type {word}: ")
    if sys.stdin.readline().strip() != word:
        raise refusal


def _told(here: Station, proof: Proof, args: argparse.Namespace) -> Answer:
    if args.proof:
        written(proof, args.proof, here.clock)
    facts = {**asdict(proof), **({"proof": args.proof} if args.proof else {})}
    saved = (f"The proof is in {args.proof}.",) if args.proof else ()
    return Answer(facts, (*proof_lines(proof, here.clock), *saved))
