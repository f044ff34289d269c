"""The command that closes a day."""

from __future__ import annotations

import argparse
from datetime import date

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.closing_words import closed_words, open_lines
from app.cli.station import station
from app.closing.closing import Closing


def add_closing(commands: AllCommands) -> None:
    """Add the command."""
    closing = commands.add("close-day", close_day)
    closing.add_argument("--day", type=date.fromisoformat, required=True, help="2027-03-16")
    how = closing.add_mutually_exclusive_group()
    how.add_argument("--anyway", action="store_true", help="also if something is open")
    how.add_argument("--look", action="store_true", help="only tell how the day stands")
    how.add_argument("--reopen", action="store_true", help="it is not done after all")


def close_day(args: argparse.Namespace) -> Answer:
    """Close a day, after a look at what is open on it."""
    with station(args) as here:
        closing = Closing(here.event.journal)
        if args.look:
            end = closing.look(args.day)
        elif args.reopen:
            end = closing.reopen(args.day)
        else:
            end = closing.close(args.day, anyway=args.anyway)
        facts = {
            "day": end.day,
            "closed_at": end.closed_at,
            "changes": end.changes,
            "open": end.open,
        }
        return Answer(facts, (closed_words(end, here.clock), *open_lines(end)))
