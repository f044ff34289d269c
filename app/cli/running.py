"""Runs a command that was read: its answer on standard output, its outcome as exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.cli.answer import Answer, as_json, refusal_facts
from app.cli.station import EnvironmentFailed, Shown
from app.delegates.reading.limits import Reason
from app.delegates.reading.refusals import FileRefused
from app.errors import DeskError
from app.files import FileNotWritten
from app.printers.refusals import SERVICE_FAILED
from app.settings import SettingsUnreadable
from app.storage import StorageRefused

DONE, REFUSED, ENVIRONMENT_FAILED = 0, 1, 3


def run(args: argparse.Namespace) -> int:
    """Run the command and return the exit status."""
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


def _is_environment(refusal: DeskError) -> bool:
    """Tell whether it is the disk's or the system's fault, and none of what was asked."""
    if isinstance(refusal, FileRefused):
        return refusal.reason in {Reason.MISSING, Reason.NOT_A_FILE, Reason.NO_PERMISSION}
    failed = StorageRefused | FileNotWritten | SettingsUnreadable | EnvironmentFailed
    return isinstance(refusal, failed | SERVICE_FAILED)


@contextmanager
def _until_nobody_reads() -> Iterator[None]:
    """Stop without a word where the reader has read enough: ``history EVENT | head``."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Else Python says at its end that it could not write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@_until_nobody_reads()
def _say(answer: Answer, args: argparse.Namespace) -> None:
    if args.json:
        print(as_json(answer.facts, args.shown.zone))
        return
    for line in answer.lines:
        print(line)


@_until_nobody_reads()
def _refuse(refusal: DeskError, args: argparse.Namespace) -> None:
    if args.json:
        print(as_json(refusal_facts(refusal), args.shown.zone))
        return
    # What goes well, and programs, need no sentence; few need those that know every part.
    from app.cli.desk_sentences import desk_sentence  # noqa: PLC0415

    said = desk_sentence(refusal, args.shown.clock)
    if said is None:
        from app.cli.sentences import sentence  # noqa: PLC0415

        said = sentence(refusal, args.shown.clock)
    print(said, file=sys.stderr)
