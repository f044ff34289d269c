"""Commands on the event and its journal."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.station import Station, desks, station, warn
from app.erasure.copies import copied
from app.event.making import EventOrder
from app.event.sample import read_block
from app.journal.log import Line, history
from app.journal.undo import TakenBack, redo, take_back, undo
from app.journal.verify import verify


def new(args: argparse.Namespace) -> Answer:
    """Make an event file."""
    order = EventOrder(
        name=args.name,
        timezone=args.timezone,
        days=tuple(args.day),
        blocks=tuple(map(read_block, args.block)),
        slot_minutes=args.slot,
        gap_minutes=args.gap,
        tables=args.tables,
        venue=args.venue,
        city=args.city,
    )
    file = Path(args.event)
    event = desks(args).make(file, order)
    warn(event)
    event.close()
    facts = {"file": file, "name": args.name, "days": args.day, "tables": args.tables}
    return Answer(facts, (f"Made {file}: {args.name}, {many(len(args.day), 'day', 'days')}.",))


def show_history(args: argparse.Namespace) -> Answer:
    """Show the last deeds, newest first."""
    with station(args) as here:
        subject = here.delegate(args.delegate) if args.delegate else None
        lines = history(here.event.journal, subject=subject, last=args.last)
        deeds = [_line_facts(line) for line in lines]
        return Answer({"deeds": deeds}, tuple(_line_text(here, line) for line in lines))


def check(args: argparse.Namespace) -> Answer:
    """Check that the log is whole and the state is what it says."""
    with station(args) as here:
        verdict = verify(here.event.journal)
    heads = tuple(
        f"  {head.desk}: {head.deeds} deeds, {head.digest[:16]}" for head in verdict.heads
    )
    if verdict.ok:
        said: tuple[str, ...] = (f"All {verdict.deeds} deeds are as they were written.",)
    else:
        said = (
            "The file is not as it was written. Work on from the last backup.",
            *(f"  {problem.code}: {problem.where}" for problem in verdict.problems),
        )
    facts = {
        "ok": verdict.ok,
        "deeds": verdict.deeds,
        "problems": verdict.problems,
        "heads": verdict.heads,
    }
    return Answer(facts, said + heads)


def take_last_back(args: argparse.Namespace) -> Answer:
    """Take back the desk's last deed, or a named one."""
    with station(args) as here:
        if args.deed:
            return _taken(here, take_back(here.event.journal, args.deed), "Took back")
        return _taken(here, undo(here.event.journal), "Took back")


def do_again(args: argparse.Namespace) -> Answer:
    """Do again what the desk took back last."""
    with station(args) as here:
        return _taken(here, redo(here.event.journal), "Did again")


def copy(args: argparse.Namespace) -> Answer:
    """Write a checked copy of the event."""
    with station(args) as here:
        made = copied(here.event.journal, Path(args.file))
    text = f"Copied to {made.file}: {made.deeds} deeds, {made.size / 1e6:.1f} MB, read back whole."
    return Answer({"file": made.file, "size": made.size, "deeds": made.deeds}, (text,))


def _taken(here: Station, taken: TakenBack, verb: str) -> Answer:
    del here
    facts = {"kind": taken.kind, "deeds": taken.deeds, "unit": taken.unit, "by": taken.by}
    count = "" if taken.deeds == 1 else f", {taken.deeds} deeds"
    return Answer(facts, (f"{verb}: {_words(taken.did[0].kind)}{count}.",))


def _line_facts(line: Line) -> dict[str, Any]:
    personal = json.loads(line.personal) if line.personal else {}
    return {
        "id": line.id,
        "unit": line.unit,
        "undoes": line.undoes,
        "at": line.at,
        "desk": line.desk,
        "on_duty": line.on_duty,
        "kind": line.kind,
        "facts": json.loads(line.facts) | personal,
    }


def _line_text(here: Station, line: Line) -> str:
    local = line.at.astimezone(here.facts.zone)
    who = f"{line.desk}, {line.on_duty}" if line.on_duty else line.desk
    undone = " (takes back)" if line.undoes else ""
    return f"{local:%Y-%m-%d %H:%M:%S}  {who:<12}  {_words(line.kind)}{undone}"


def _words(kind: str) -> str:
    """Say a kind of deed in words: ``CheckedIn`` is ``checked in``."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind)
    return spaced.strip()
