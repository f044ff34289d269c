"""A small event, and what is known of its schedule. Frozen values; names are any text.

A set of slots is an ``int`` as in ``app.planning.problem``. A **break** is a place in somebody's
meetings of one block where the next meeting is not in the next slot, however long they wait.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

EVERY_SLOT = -1
"""A set of slots that leaves none out."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to meet, and the slots they can meet in."""

    name: str
    free: int = EVERY_SLOT


@dataclass(frozen=True, slots=True)
class Meeting:
    """Some people's meeting, to be in one of ``slots`` when those of ``after`` are over."""

    name: str
    people: frozenset[str]
    slots: int = EVERY_SLOT
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """Who meets, and how many meetings have a table in each slot.

    ``block_starts``: the slots that begin a block; what lies before them is no break.
    ``fairness``: how far the breaks of any two people may be apart; none is as far as may be.
    """

    tables: tuple[int, ...]
    people: tuple[Person, ...]
    meetings: tuple[Meeting, ...]
    block_starts: int = 1
    fairness: int | None = None


class Status(StrEnum):
    """What is known: the two first are proved."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    FEASIBLE = "feasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """The best schedule so far, meetings' names to slots, and the breaks that nobody can avoid."""

    status: Status
    bound: int
    breaks: int | None = None
    slots: Mapping[str, int] | None = None


Watch = Callable[[Answer], bool]
"""Told the best so far now and then; false stops the search."""
