"""Exports from processes of their own, so that they can be killed or run out of room.

``python -m tests.app.outcomes.export.child FILE FOLDER`` exports once.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path

from app.desks import Desks, OpenEvent
from app.files import FileNotWritten
from app.outcomes.export.exporting import Exporting
from app.outcomes.export.formats import ExportOrder
from tests.building import DESK_1, MORNING, MovableClock
from tests.ends import let_files_hold

HOURS = (1 + 1 / 3, 2 + 1 / 3)
"""After the morning, at which something else is so: a meeting that was ahead is over."""


def opened(file: Path, hours: float = HOURS[0]) -> tuple[OpenEvent, MovableClock]:
    """Open the event so many hours after the morning."""
    clock = MovableClock()
    clock.now = MORNING + timedelta(hours=hours)
    return Desks(DESK_1, clock=clock).open(file), clock


def export(file: Path, folder: Path, hours: float = HOURS[0]) -> None:
    """Export once."""
    event, _clock = opened(file, hours)
    Exporting(event.journal).write(ExportOrder(), folder)
    event.close()


def export_for_ever(file: Path, folder: Path, told: Connection) -> None:
    """Export until killed, as of one hour and of the other by turns; tell each time."""
    event, clock = opened(file)
    exporting = Exporting(event.journal)
    for hours in cycle(HOURS):
        clock.now = MORNING + timedelta(hours=hours)
        exporting.write(ExportOrder(), folder)
        told.send(hours)


def write_plainly_for_ever(one: Path, other: Path, folder: Path, told: Connection) -> None:
    """Write the files of two folders into a third until killed, straight to their places."""
    for source in cycle((one, other)):
        for file in source.iterdir():
            with (folder / file.name).open("wb", buffering=0) as stream:
                text = file.read_bytes()
                for start in range(0, len(text), 512):
                    stream.write(text[start : start + 512])
        told.send(source.name)


def export_with_little_room(file: Path, folder: Path, most: int, told: Connection) -> None:
    """Export where no file may have more than so many bytes, and tell what was refused."""
    event, _clock = opened(file, HOURS[1])
    let_files_hold(most)
    try:
        Exporting(event.journal).write(ExportOrder(), folder)
    except FileNotWritten as refused:
        told.send((refused.file.name, refused.detail))
    else:
        told.send(("", ""))
    # The event's own file could not be tidied up either.
    os._exit(0)


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
