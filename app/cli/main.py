"""Reads what was typed, loads what that needs, and runs it.

0 done · 1 refused · 2 wrong usage · 3 the environment failed (disk, file, printer).
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence

from app.cli.parser import make_parser, no_such_command


def main(argv: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    return _run(_read(argv))


def main_of_process(argv: Sequence[str]) -> int:
    """Run a command in a process that does nothing else, and return its exit status."""
    # What a command loads stays. To look for garbage in it takes a sixth of the start.
    gc.disable()
    read = _read(argv)
    gc.freeze()
    gc.enable()
    return _run(read)


def _read(argv: Sequence[str]) -> argparse.Namespace | int:
    """Give what was typed, and load it; or the exit status, if there is nothing to run."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles are not UTF-8 by themselves; a name must never end a command.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr] # a text stream
    try:
        parser = make_parser()
        if not all(map(_is_text, argv)):
            parser.error("a word holds bytes that are no text in this system's encoding")
        if argv and not argv[0].startswith("-") and argv[0] not in parser.names:
            parser.error(no_such_command(argv[0], parser.names))
        return parser.parse_args(argv)
    except SystemExit as done:
        return int(done.code or 0)


def _is_text(word: str) -> bool:
    """Tell whether a word came whole; Python passes bytes that it can't read as surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _run(read: argparse.Namespace | int) -> int:
    if isinstance(read, int):
        return read
    # Help and what was mistyped end before this, and need none of it.
    from app.cli.running import run  # noqa: PLC0415

    return run(read)
