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
from app.cli.station import EnvironmentFailed, Shown
from app.delegates.reading.limits import Reason
from app.delegates.reading.refusals import FileRefused
from app.errors import DeskError
from app.files import FileNotWritten
from app.printers.refusals import SERVICE_FAILED
from app.settings import SettingsUnreadable
from app.storage import StorageRefused

DONE, REFUSED, WRONG_USAGE, ENVIRONMENT_FAILED = range(4)


def main(argv: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles are not UTF-8 by themselves; a name must never end a command.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr] # a text stream
    try:
        parser = make_parser()
        if not all(map(_is_text, argv)):
            parser.error("a word holds bytes that are no text in this system's encoding")
        args = parser.parse_args(argv)
    except SystemExit as done:
        return int(done.code or 0)
    args.shown = Shown()
    try:
        answer: Answer = args.run(args)
    except DeskError as refusal:
        _refuse(refusal, args)
        return ENVIRONMENT_FAILED if _is_environment(refusal) else REFUSED
    except OSError as error:
        _refuse(EnvironmentFailed(error.strerror or str(error), str(error.filename or "")), args)
        return ENVIRONMENT_FAILED
    _say(answer, args)
    if answer.is_half_done:
        return ENVIRONMENT_FAILED
    return DONE if answer.facts.get("ok", True) else REFUSED


def _is_text(word: str) -> bool:
    """Tell whether a word came whole; Python passes bytes that it can't read as surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _is_environment(refusal: DeskError) -> bool:
    """Tell whether it is the disk's or the system's fault, and none of what was asked."""
    if isinstance(refusal, FileRefused):
        return refusal.reason in {Reason.MISSING, Reason.NOT_A_FILE, Reason.NO_PERMISSION}
    failed = StorageRefused | FileNotWritten | SettingsUnreadable | EnvironmentFailed
    return isinstance(refusal, failed | SERVICE_FAILED)


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
