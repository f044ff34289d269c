"""Exports an event from a process of its own: ``child FILE FOLDER [MOST [BYTES]]``.

So many times over; each time that files stand there it says so. BYTES are the most that a file may
have, as on a disk that is full.
"""

from __future__ import annotations

import resource
import sys
from datetime import timedelta
from pathlib import Path

from app.desks import Desks
from app.files import FileNotWritten
from app.outcomes.export.exporting import Exporting
from app.outcomes.export.formats import ExportOrder
from tests.building import DESK_1, MORNING, MovableClock

REFUSED = 7


def main(file: str, folder: str, most: str = "1", limit: str = "") -> int:
    """Export until done."""
    clock = MovableClock()
    clock.now = MORNING + timedelta(hours=1, minutes=20)
    event = Desks(DESK_1, clock=clock).open(Path(file))
    exporting = Exporting(event.journal)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    for _ in range(int(most)):
        try:
            exporting.write(ExportOrder(), Path(folder))
        except FileNotWritten as refused:
            sys.stdout.write(f"{refused.file.name}: {refused.detail}\n")
            return REFUSED
        sys.stdout.write("exported\n")
        sys.stdout.flush()
        # As if each were of another hour, so that each is another file.
        clock.passes(minutes=25)
    event.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
