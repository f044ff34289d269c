"""Writes reports that were drawn before, from a process of its own, until it is killed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path

from app.desks import Desks
from app.files import FileNotWritten
from app.outcomes.report.office import ReportOffice
from app.printing.drawn import Drawn
from tests.building import DESK_1
from tests.ends import let_files_hold

Papers = tuple[Drawn, ...]
Way = Callable[[Path, Papers, Path, Connection], None]


def keep_for_ever(event: Path, papers: Papers, report: Path, begun: Connection) -> None:
    """Write papers in turn as the program does."""
    office = ReportOffice(Desks(DESK_1).open(event).journal)
    begun.send("begun")
    for paper in cycle(papers):
        office.keep(paper, report)


def write_straight(_event: Path, papers: Papers, report: Path, begun: Connection) -> None:
    """Write papers in turn as the program must not."""
    begun.send("begun")
    for paper in cycle(papers):
        with report.open("wb", buffering=0) as stream:
            for at in range(0, len(paper.pdf), 1_000):
                stream.write(paper.pdf[at : at + 1_000])


def keep_once_on_a_full_disk(event: Path, papers: Papers, report: Path, said: Connection) -> None:
    """Try to write one where files may have few bytes; say what became of it."""
    office = ReportOffice(Desks(DESK_1).open(event).journal)
    let_files_hold(9_000)
    try:
        office.keep(papers[0], report)
    except FileNotWritten as refused:
        said.send(refused.file.name)
    else:
        said.send("written")
