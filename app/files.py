"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
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
    with written_together((file,)) as unfinished:
        try:
            with unfinished[file].open("wb") as stream:
                yield stream
        except OSError as error:
            raise FileNotWritten(file, error.strerror or str(error)) from error


@contextmanager
def written_together(files: Sequence[Path]) -> Iterator[Mapping[Path, Path]]:
    """Yield where each file is to be written first; all stand under their names afterwards.

    If the block raises, or one can't be put into its place, all are as they were. Only whoever is
    killed while names are given, which takes milliseconds, leaves some old and some new.

    Raises:
        FileNotWritten: A file can't be put into its place, or an event stands under its name.
    """
    for file in files:
        if file.suffix == EVENT_SUFFIX:
            raise FileNotWritten(file, f"names that end in {EVENT_SUFFIX} are for events")
    unfinished = {file: _unfinished(file) for file in files}
    try:
        yield unfinished
        with ExitStack() as back:
            for file, written in unfinished.items():
                try:
                    if len(files) > 1:
                        _put_back_after(back, file)
                    place(written, file)
                except OSError as error:
                    raise FileNotWritten(file, error.strerror or str(error)) from error
            back.pop_all()
    finally:
        for written in unfinished.values():
            written.unlink(missing_ok=True)
            _before(written).unlink(missing_ok=True)


def _put_back_after(back: ExitStack, file: Path) -> None:
    """Let what stands in a place, if anything does, stand there again when ``back`` unwinds."""
    if not file.exists():
        back.callback(file.unlink, missing_ok=True)
        return
    kept = _before(_unfinished(file))
    try:
        kept.hardlink_to(file)
    except OSError:
        # Sticks know no second name for a file (FAT).
        shutil.copyfile(file, kept)
    back.callback(kept.replace, file)


def _unfinished(file: Path) -> Path:
    """Give where this thread writes a file first; others may write the same one just now."""
    return file.with_name(f".{file.name}.unfinished-{os.getpid()}-{get_ident()}")


def _before(unfinished: Path) -> Path:
    return unfinished.with_name(f"{unfinished.name}-before")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        FileNotWritten: The system did not let us.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(folder, error.strerror or str(error)) from error
