"""Whose places go to whom, where more want one than there are: of sessions and visits alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.errors import DeskError
from app.meetings.attendees import Someone

T = TypeVar("T")


@dataclass(eq=False)
class NothingToFill(DeskError):
    """No place can be given to anybody who waits.

    ``reason``: ``nobody_waits``, ``all_there`` (everybody who has a place), ``none_free`` or
    ``elsewhere`` (all who wait have to be somewhere else then). ``title`` is that of the session
    or visit, and ``kind`` which it is.
    """

    reason: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class HandedOn:
    """Who lost a place, and who got one."""

    lost: tuple[Someone, ...]
    got: tuple[Someone, ...]


def handed_on(
    free: int, missing: Sequence[T], waiting: Sequence[T]
) -> tuple[Sequence[T], Sequence[T]]:
    """Give who loses a place, and who gets one: as many as wait, the first in line first.

    Only as many of the ``missing`` lose theirs as are needed beyond what is ``free``, whoever has
    least claim first, as they stand.
    """
    got = waiting[: free + len(missing)]
    return missing[: max(0, len(got) - free)], got
