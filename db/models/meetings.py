"""Who wants to meet whom, what was arranged, and what a plan has to keep to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Request(Merged):
    """A wish to meet, as one side says it: ``guests`` ask, ``hosts`` are asked.

    Both are ids of delegates as text. ``mutual`` is what somebody said of it; a request of the
    other side that asks back stands in a row of its own. ``priority`` is 1, the highest, to 3.
    ``kind`` is blank where the organisations say it. ``length`` counts slots, ``forbidden`` are
    ids of slots, ``needs`` names of resources, ``after`` ids of requests. ``said`` and
    ``note_said`` are what a file said last, field by field.
    """

    __tablename__ = "request"

    number: Mapped[str] = mapped_column(default="", index=True)
    hosts: Mapped[list[str]] = mapped_column(default=list)
    guests: Mapped[list[str]] = mapped_column(default=list)
    mutual: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[int] = mapped_column(default=2)
    kind: Mapped[str] = mapped_column(default="")
    length: Mapped[int] = mapped_column(default=1)
    forbidden: Mapped[list[str]] = mapped_column(default=list)
    slot_id: Mapped[UUID | None]
    table_id: Mapped[UUID | None]
    needs: Mapped[list[str]] = mapped_column(default=list)
    after: Mapped[list[str]] = mapped_column(default=list)
    note: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)
    note_said: Mapped[str] = mapped_column(default="")


class Meeting(Merged):
    """People who have a slot and a table. ``slot_id`` is the first of ``length`` slots.

    ``request_id`` is missing where nobody asked beforehand. ``state`` is ``planned`` or
    ``cancelled``; a ``locked`` meeting stays where it is when the rest is planned. ``plan_id``
    is the plan that brought it. ``planned_slot_id`` and ``planned_table_id`` are where it was
    before the running day moved it. ``said`` is what somebody said of it: ``running``, ``held``,
    ``late`` or ``no_show``, and with these two ``missing`` is ``host``, ``guest`` or ``both``;
    blank leaves it to the clock. ``called_at`` is when its people were called last. Badges scanned
    at the table say since when a side sits there: ``hosts_seated_at``, ``guests_seated_at``.
    """

    __tablename__ = "meeting"

    number: Mapped[str] = mapped_column(default="", index=True)
    request_id: Mapped[UUID | None] = mapped_column(index=True)
    hosts: Mapped[list[str]] = mapped_column(default=list)
    guests: Mapped[list[str]] = mapped_column(default=list)
    slot_id: Mapped[UUID | None] = mapped_column(index=True)
    table_id: Mapped[UUID | None]
    length: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="planned")
    locked: Mapped[bool] = mapped_column(default=False)
    plan_id: Mapped[UUID | None] = mapped_column(index=True)
    planned_slot_id: Mapped[UUID | None]
    planned_table_id: Mapped[UUID | None]
    said: Mapped[str] = mapped_column(default="")
    missing: Mapped[str] = mapped_column(default="")
    called_at: Mapped[datetime | None]
    hosts_seated_at: Mapped[datetime | None]
    guests_seated_at: Mapped[datetime | None]


class Plan(Merged):
    """A plan that was accepted, and how good it was: the planner's figures by name."""

    __tablename__ = "plan"

    figures: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PlanRules(Merged):
    """What plans of this event keep to; one row.

    ``mutual_worth`` comes on top of what a priority is worth. ``most_meetings`` of a delegate in
    all, and ``most_in_row`` in slots that follow on each other; none is no limit.
    """

    __tablename__ = "plan_rules"

    mutual_worth: Mapped[int] = mapped_column(default=3)
    first_worth: Mapped[int] = mapped_column(default=3)
    second_worth: Mapped[int] = mapped_column(default=2)
    third_worth: Mapped[int] = mapped_column(default=1)
    most_meetings: Mapped[int | None]
    most_in_row: Mapped[int | None]


class Resource(Merged):
    """Something scarce, such as an interpreter: so many meetings ``at_once``.

    ``times`` are the stretches it is there, each an ISO 8601 interval of two instants; none is
    all the time.
    """

    __tablename__ = "resource"

    name: Mapped[str] = mapped_column(default="")
    at_once: Mapped[int] = mapped_column(default=1)
    times: Mapped[list[str]] = mapped_column(default=list)


class Unavailable(Merged):
    """A delegate is elsewhere for a while, on a day they attend."""

    __tablename__ = "unavailable"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(default="")


class Lateness(Merged):
    """A delegate let us know when they come."""

    __tablename__ = "lateness"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    comes_at: Mapped[datetime | None]


class Telling(Merged):
    """Somebody was told where their meetings of a day are, other than on paper.

    ``lines`` are as in ``Schedule``: where they led then.
    """

    __tablename__ = "telling"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    day: Mapped[date | None]
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    at: Mapped[datetime | None]


class FloorRules(Merged):
    """How the running day is watched; one row.

    A meeting is looked at ``soon_minutes`` before it starts. Nothing that starts within
    ``freeze_minutes`` is moved unless somebody says so. Nobody is sent to a new meeting in a slot
    of which fewer than ``left_minutes`` are left; without a number it is a share of the slot.
    """

    __tablename__ = "floor_rules"

    soon_minutes: Mapped[int] = mapped_column(default=15)
    freeze_minutes: Mapped[int] = mapped_column(default=10)
    left_minutes: Mapped[int | None]
