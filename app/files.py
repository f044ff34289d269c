"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import DeskError
from db.placing import place

EVENT_SUFFIX = ".matchdesk"


@dataclass(eq=False)
class FileNotWritten(DeskError):
    """The system did not let us write the file. What stood there is as it was."""

    file: Path
    detail: str


@contextmanager
def written_whole(file: Path) -> Iterator[BinaryIO]:
    """Yield a stream whose content stands under the file's name once the block has ended.

    It is written beside the file and renamed into place, so that whoever opens the file sees
    the old one or the new one. If the block raises, the old one stays.

    Raises:
        FileNotWritten: The folder is missing, the disk full, the file open elsewhere, or an
            event stands under this name.
    """
    if file.suffix == EVENT_SUFFIX:
        raise FileNotWritten(file, f"names that end in {EVENT_SUFFIX} are for events")
    unfinished = file.with_name(f".{file.name}.unfinished-{os.getpid()}")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        place(unfinished, file)
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        FileNotWritten: The system did not let us.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(folder, error.strerror or str(error)) from error
