"""What is to be planned. Frozen values; names of things are any text, such as an id.

Slots are counted from 0 in the order of time. A set of slots is an ``int``, in which bit ``n``
stands for slot ``n``: to tell which slots two people have in common is one ``&``.
"""

from __future__ import annotations

from dataclasses import dataclass

EVERY_SLOT = -1
"""A set of slots that leaves none out."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch in which a person has one meeting at most.

    ``block``: only slots of one block follow on each other. What lies between two blocks is no
    idle gap, no changeover on foot is too short there, and no meeting runs across it.
    ``beside``: slots of other blocks that lie at the same time in part. Nobody can be in both, and
    nothing can be planned as long as there are some.
    """

    name: str
    block: str = ""
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to meet. ``free``: the slots they can meet in, without sessions and visits.

    ``most`` meetings in all, and ``most_in_row`` in slots that follow on each other, are limits;
    none is no limit. ``table``: they sit there, and whoever meets them comes to them.
    """

    name: str
    free: int = EVERY_SLOT
    most: int | None = None
    most_in_row: int | None = None
    table: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A place for one meeting a slot. ``open``: the slots it is not closed in.

    ``owners``: only meetings with one of these people take place there; none is anybody's.
    """

    name: str
    open: int = EVERY_SLOT
    zone: str = ""
    owners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resource:
    """Something scarce, such as an interpreter: so many meetings at once, in these slots."""

    name: str
    at_once: int = 1
    open: int = EVERY_SLOT


@dataclass(frozen=True, slots=True)
class Request:
    """A wish to meet. All ``people`` have to be there, for ``length`` slots on end at one table.

    ``worth`` is more than 0, and what a plan has most of comes first. ``slots``: where it may
    begin. ``tables``: where it may be; none is any table that its people may use. ``needs``
    names resources. ``after`` names requests that have to be over before it begins, if they take
    place at all.
    """

    name: str
    people: tuple[str, ...]
    worth: int = 1
    slots: int = EVERY_SLOT
    tables: frozenset[str] = frozenset()
    length: int = 1
    needs: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A request that has its slot and its table. ``slot`` is the first one it takes."""

    slot: int
    table: str
    request: str


@dataclass(frozen=True, slots=True)
class Problem:
    """All that a plan depends on; the order of anything but ``slots`` means nothing.

    ``locked`` meetings of these requests stay where they are. ``far``: pairs of zones between
    which nobody gets from one slot to the next. ``standing`` are meetings as people know them: of
    plans that are as good, the one that leaves most of them as they are is the better one. What can
    be so no longer is passed over.
    """

    slots: tuple[Slot, ...]
    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    requests: tuple[Request, ...]
    resources: tuple[Resource, ...] = ()
    locked: tuple[Meeting, ...] = ()
    far: frozenset[frozenset[str]] = frozenset()
    standing: tuple[Meeting, ...] = ()
