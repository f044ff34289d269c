"""Workbooks, read by a child process that may die of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any, Final, cast

from app.delegates.reading.limits import (
    CHILD_GAVE_UP,
    CHILD_MEMORY_BYTES,
    CHILD_SECONDS,
    Reason,
    Refusal,
)
from app.delegates.reading.refusals import UnknownSheet
from app.delegates.reading.table import Header, Judge, Record, Table
from app.helpers import READ_WORKBOOK

_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from app.delegates.reading.child import main; main()"
)
_ROOT: Final = Path(__file__).parents[3]


@contextmanager
def open_workbook(data: bytes, sheet: str | None, judge: Judge) -> Generator[Table]:
    """Read one sheet of a workbook: the named one, else the one with the best header.

    Raises:
        Refusal: The workbook is broken, dangerous or too large.
        UnknownSheet: It has no sheet of that name.
    """
    with _child() as child:
        request = {"bytes": len(data), "sheet": sheet}
        _tell(child, json.dumps(request).encode() + b"\n" + data)
        answer = _answer(child)
        names = tuple(answer["sheets"])
        if sheet is not None and sheet not in names:
            raise UnknownSheet(sheet, names)
        heads = [_Head(head, judge) for head in answer["heads"]]
        if not heads:
            raise Refusal(Reason.EMPTY)
        best = max(heads, key=lambda head: head.rank)
        _tell(child, json.dumps({"sheet": best.index}).encode() + b"\n")
        yield Table(
            header=best.header,
            sample=best.rows,
            records=_records(child, after=best.header.line),
            last_line=best.last_line,
            sheet=names[best.index],
            sheets=names,
        )


class _Head:
    """The first rows of a sheet."""

    def __init__(self, answer: dict[str, Any], judge: Judge) -> None:
        self.index: int = answer["sheet"]
        self.last_line: int = answer["last"]
        self.rows = [Record(line, cells) for line, cells in answer["rows"]]
        self.header: Header = judge(self.rows)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Larger is likelier to hold the people; of equals the first sheet."""
        has_rows = self.last_line > self.header.line
        return (has_rows, self.header.worth, -self.index)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_WORKBOOK]
    # -I: nothing of the user's environment or folder gets into the child.
    return [sys.executable, "-I", "-c", _START, str(_ROOT)]


@contextmanager
def _child() -> Generator[subprocess.Popen[bytes]]:
    """Run the child for the block, and never longer than it may take."""
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    watch = Timer(CHILD_SECONDS, child.kill)
    watch.daemon = True
    watch.start()
    try:
        yield child
    finally:
        watch.cancel()
        child.kill()
        _pipe(child.stdout).close()
        _close_quietly(_pipe(child.stdin))
        child.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", pipe)


def _close_quietly(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # the child has gone; what it did not read nobody misses


def _tell(child: subprocess.Popen[bytes], message: bytes) -> None:
    pipe = _pipe(child.stdin)
    try:
        pipe.write(message)
        pipe.flush()
    except OSError as broken:
        raise _death(child) from broken


def _answer(child: subprocess.Popen[bytes]) -> Any:
    line = _pipe(child.stdout).readline()
    if not line.endswith(b"\n"):
        raise _death(child)
    answer = json.loads(line)
    if isinstance(answer, dict) and "refused" in answer:
        raise Refusal(Reason(answer["refused"]), answer["limit"], answer["line"])
    return answer


def _death(child: subprocess.Popen[bytes]) -> Refusal:
    """Say what a child that ended without a word died of.

    If it didn't give up by itself, it was the memory limit, which aborts the process, or our
    clock, which kills it.
    """
    if child.wait() == CHILD_GAVE_UP:
        return Refusal(Reason.DAMAGED)
    return Refusal(Reason.TOO_HEAVY, CHILD_MEMORY_BYTES)


def _records(child: subprocess.Popen[bytes], after: int) -> Iterator[Record]:
    while isinstance(rows := _answer(child), list):
        for line, cells in rows:
            if line > after:
                yield Record(line, cells)
