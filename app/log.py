"""The program's log: when it began and ended, and what its libraries complain of. It names nobody.

What people did stands in the journal of the event. This is for those who mend the program.
"""

from __future__ import annotations

import logging
import platform
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from app.files import FileNotWritten, make_folder
from app.version import VERSION

NAME: Final = "matchdesk"
BYTES_OF_ONE: Final = 256_000
KEPT: Final = 4
"""So many full ones are kept beside the one that is written."""


class _Log(RotatingFileHandler):
    """A log that grows on where it can't be turned over just now, and loses nothing by that."""

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        """Put the full one aside, and begin another."""
        if self.stream is not None:
            self.stream.close()
        with suppress(OSError):
            # While another window has it open, Windows refuses even this, before anything moved.
            Path(self.baseFilename).rename(self.baseFilename)
            super().doRollover()
        if self.stream is None or self.stream.closed:
            self.stream = self._open()


def begin_log(folder: Path) -> logging.Handler | None:
    """Write a log into a folder from now on; nothing where that can't be, which stops nobody."""
    try:
        make_folder(folder)
        handler = _Log(
            folder / "matchdesk.log", maxBytes=BYTES_OF_ONE, backupCount=KEPT, encoding="utf-8"
        )
    except (FileNotWritten, OSError):
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger(NAME)
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    logging.captureWarnings(capture=True)
    logging.getLogger("py.warnings").addHandler(handler)
    log.info("Matchdesk %s on %s %s begins", VERSION, platform.system(), platform.release())
    return handler


def end_log(handler: logging.Handler | None) -> None:
    """Write no more."""
    if handler is None:
        return
    log = logging.getLogger(NAME)
    log.info("It ends")
    logging.captureWarnings(capture=False)
    for each in (log, logging.getLogger("py.warnings")):
        each.removeHandler(handler)
    handler.close()
