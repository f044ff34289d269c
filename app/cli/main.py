"""Runs one command: its answer on standard output, its outcome as exit status.

0 done · 1 refused · 2 wrong usage · 3 the environment failed (disk, file, printer).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from app.cli.answer import Answer, as_json, refusal_facts
from app.cli.parser import make_parser
from app.cli.sentences import sentence
from app.cli.station import Shown
from app.errors import DeskError
from app.files import FileNotWritten
from app.storage import StorageRefused

DONE, REFUSED, WRONG_USAGE, ENVIRONMENT_FAILED = range(4)


def main(argv: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles are not UTF-8 by themselves; a name must never end a command.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr] # a text stream
    try:
        args = make_parser().parse_args(argv)
    except SystemExit as done:
        return int(done.code or 0)
    args.shown = Shown()
    try:
        answer: Answer = args.run(args)
    except DeskError as refusal:
        _refuse(refusal, args)
        environment = isinstance(refusal, StorageRefused | FileNotWritten)
        return ENVIRONMENT_FAILED if environment else REFUSED
    _say(answer, args)
    return DONE if answer.facts.get("ok", True) else REFUSED


def _say(answer: Answer, args: argparse.Namespace) -> None:
    if args.json:
        print(as_json(answer.facts, args.shown.zone))
        return
    for line in answer.lines:
        print(line)


def _refuse(refusal: DeskError, args: argparse.Namespace) -> None:
    if args.json:
        print(as_json(refusal_facts(refusal), args.shown.zone))
    else:
        print(sentence(refusal, args.shown.clock), file=sys.stderr)
