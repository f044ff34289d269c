"""Who was erased, kept on this computer beside the events and not in them.

An older copy of an event knows nothing of what was erased since. By this it is erased there too,
when the copy is opened. An id says nothing of who it was.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

import msgspec

from app.files import make_folder, written_whole
from app.places import erased_folder

_TRACES = ".traces"


def remember(event: UUID, people: Collection[UUID]) -> None:
    """Keep the ids of people who are about to be erased.

    Raises:
        FileNotWritten: The system did not let us. So nobody should be erased yet.
    """
    known = erased_of(event)
    if known.issuperset(people):
        return
    make_folder(erased_folder())
    with written_whole(_file(event)) as stream:
        stream.write(msgspec.json.encode(sorted(known | set(people))))


def erased_of(event: UUID) -> frozenset[UUID]:
    """Give the ids of all who were erased from an event here."""
    try:
        return frozenset(msgspec.json.decode(_file(event).read_bytes(), type=list[UUID]))
    except (FileNotFoundError, msgspec.DecodeError):
        return frozenset()


def leaves_traces(event: UUID) -> None:
    """Remember that an event's file is to be written anew once nobody has it open.

    Raises:
        FileNotWritten: The system did not let us.
    """
    make_folder(erased_folder())
    with written_whole(_mark(event)):
        pass


def has_traces(event: UUID) -> bool:
    """Tell whether an event's file is to be written anew."""
    return _mark(event).exists()


def any_has_traces() -> bool:
    """Tell whether any event's file is to be written anew."""
    return any(erased_folder().glob(f"*{_TRACES}"))


def has_no_traces(event: UUID) -> None:
    """Note that an event's file was written anew."""
    _mark(event).unlink(missing_ok=True)


def _file(event: UUID) -> Path:
    return erased_folder() / f"{event}.json"


def _mark(event: UUID) -> Path:
    return erased_folder() / f"{event}{_TRACES}"
