"""What a planner answers, and what it says on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.planning.problem import Meeting


class Why(StrEnum):
    """The rule that keeps a request out of a plan.

    ``facts`` of ``Unplaced`` name ``people``, ``tables``, ``resources``, ``requests`` and
    ``slots``: what is said here is true in each of these slots. Tables that are many are not named.
    """

    NEVER_FREE = "never_free"
    """One of its ``people`` has no free slot at all."""
    NO_COMMON_SLOT = "no_common_slot"
    """Its ``people`` are never free together, or not in the ``slots`` it may begin in."""
    NO_TABLE = "no_table"
    """None of the ``tables`` it may use is open in the ``slots`` its people have in common."""
    NO_RESOURCE = "no_resource"
    """The ``resources`` are not there, or used by others, in the ``slots`` that were left."""
    PERSON_FULL = "person_full"
    """One of its ``people`` has a meeting in each of the ``slots``, or as many as ``most``."""
    TABLES_FULL = "tables_full"
    """Its people could meet in these ``slots``, and every table it may use is taken."""
    AFTER_ANOTHER = "after_another"
    """``requests`` that have to come before it, or after it, stand in the way."""
    TOO_FAR = "too_far"
    """Its ``people`` get to none of the tables that are left in time."""
    IN_A_ROW = "in_a_row"
    """One of its ``people`` would have too many meetings in a row in each of the ``slots``."""
    NOT_FOUND = "not_found"
    """Nothing stands against it in these ``slots``: it was not looked for well enough."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A request that has no place, why, and the names that the sentence about it needs."""

    request: str
    why: Why
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class HelpBy(StrEnum):
    """What there would be more of."""

    TABLES = "tables"
    """``count`` more tables like ``name`` in each of the slots."""
    TIME = "time"
    """The person ``name`` is free in these slots as well."""
    LIMIT = "limit"
    """The person ``name`` may have ``count`` more meetings."""
    RESOURCE = "resource"
    """The resource ``name`` is there ``count`` more times at once in each of the slots."""


@dataclass(frozen=True, slots=True)
class Help:
    """What would let more in: with it, ``requests`` of so much ``worth`` are placed.

    ``slots`` are the numbers of slots, ``requests`` are names, and so are ``moved``: meetings that
    have to be in other slots for it.
    """

    by: HelpBy
    name: str
    count: int
    slots: tuple[int, ...]
    requests: tuple[str, ...]
    worth: int
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a plan is, the goals in their order.

    ``worth`` of meetings placed, of ``bound`` that can be placed at most; ``empty_handed`` people
    who have requests and no meeting; ``least_served`` the smallest share, 0 to 1, that anybody has
    of what they could have had; ``idle_gaps`` between meetings of one person within a block;
    ``table_changes`` from one meeting of a person to the next; ``lateness`` sums slot numbers.
    """

    wanted: int
    placed: int
    worth: int
    bound: int
    empty_handed: int
    least_served: float
    idle_gaps: int
    table_changes: int
    lateness: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Meetings in the order of slots and tables, and whatever has no place."""

    meetings: tuple[Meeting, ...]
    unplaced: tuple[Unplaced, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Standing:
    """How far planning is: the ``phase``, the share of its work that is ``done``, and the best."""

    phase: str
    done: float
    placed: int
    worth: int
    bound: int | None = None


Watch = Callable[[Standing], bool]
"""Told now and then how far it is; false stops the planner, which answers the best so far."""


class Contradiction(ValueError):
    """What was asked can't be, whatever is planned. ``why`` is a code, ``names`` are who and what.

    ``clash_of_people``, ``clash_at_table``, ``table_closed``, ``not_free``, ``circle``,
    ``no_such_slot``, ``slots_overlap`` (of two blocks), ``unknown_name``, ``named_twice``,
    ``runs_over`` (a block's end), ``too_many`` (over a limit), ``resource_short``, ``too_far``,
    ``not_theirs`` (a table), ``not_then`` (a slot its request may not begin in), ``wrong_order``,
    ``senseless`` (nobody, or a length or a worth below 1, or zones that are far but no pair).
    """

    def __init__(self, why: str, names: tuple[str, ...]) -> None:
        super().__init__(f"{why}: {', '.join(names)}")
        self.why = why
        self.names = names
