"""Reports of mistakes of the program itself, which name nobody.

A report tells where in the program it happened. What the values were is left out, and the
exception's own message with it: both may hold names and addresses.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import FrameSummary, extract_tb

from app.files import make_folder, written_whole

PROGRAM = Path(__file__).parents[1]
_MOST_KEPT = 50


def crash_report(mistake: BaseException, at: datetime) -> str:
    """Describe a mistake for those who mend the program."""
    return "\n".join(
        [
            f"Matchdesk, {at.isoformat(timespec='seconds')}",
            f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
            *_story(mistake),
            "",
        ]
    )


def keep_report(folder: Path, report: str, at: datetime) -> Path:
    """Write a report beside the earlier ones, of which the latest stay.

    Raises:
        FileNotWritten: The system did not let us.
    """
    make_folder(folder)
    file = folder / f"mistake-{at:%Y%m%dT%H%M%S%f}.txt"
    with written_whole(file) as stream:
        stream.write(report.encode())
    for old in sorted(folder.glob("mistake-*.txt"))[:-_MOST_KEPT]:
        old.unlink(missing_ok=True)
    return file


def _story(mistake: BaseException) -> Iterator[str]:
    hidden = None if mistake.__suppress_context__ else mistake.__context__
    before = mistake.__cause__ or hidden
    if before is not None:
        yield from _story(before)
        yield "and from that:"
    yield from map(_place, extract_tb(mistake.__traceback__))
    yield type(mistake).__qualname__


def _place(frame: FrameSummary) -> str:
    return f"  {_shown(Path(frame.filename))}:{frame.lineno} in {frame.name}: {frame.line or ''}"


def _shown(file: Path) -> str:
    # Whole paths name the account, which often is a person's name.
    for root in (PROGRAM, *map(Path, sys.path)):
        if root.is_absolute() and file.is_relative_to(root):
            return file.relative_to(root).as_posix()
    return file.name
