"""The event as set up."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Event(Merged):
    """The one occasion of this file. ``timezone`` is an IANA name.

    ``logo`` is a small PNG as Base64; blank where there is none. ``answers`` is the preset of what
    is asked about meetings, a word of ``app.outcomes.answers.Preset``. So many days after its last
    one, contact data and notes are to be erased (``contact_days``), prints and backups to be
    removed (``print_days``).
    """

    __tablename__ = "event"

    name: Mapped[str] = mapped_column(default="")
    timezone: Mapped[str] = mapped_column(default="UTC")
    venue: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    answers: Mapped[str] = mapped_column(default="both")
    contact_days: Mapped[int] = mapped_column(default=30)
    print_days: Mapped[int] = mapped_column(default=7)


class Day(Merged):
    """A day of the event, in the event's time zone. Check-in is per day.

    ``closed_at`` is when somebody said that all of it is done; what comes later is taken as well.
    """

    __tablename__ = "day"

    date: Mapped[date | None]
    closed_at: Mapped[datetime | None]


class Block(Merged):
    """A stretch of matchmaking, cut into slots of ``slot_minutes`` and a changeover each."""

    __tablename__ = "block"

    day_id: Mapped[UUID | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    slot_minutes: Mapped[int] = mapped_column(default=0)
    gap_minutes: Mapped[int] = mapped_column(default=0)


class Slot(Merged):
    """A stretch in which each delegate has at most one meeting."""

    __tablename__ = "slot"

    block_id: Mapped[UUID | None] = mapped_column(index=True)
    starts_at: Mapped[datetime | None] = mapped_column(index=True)
    ends_at: Mapped[datetime | None]


class Table(Merged):
    """A numbered place to meet. ``label`` is what stands on the card; ``place`` sorts it."""

    __tablename__ = "table_"

    label: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)


class TableOwner(Merged):
    """An organisation or a delegate whose own table this is: only they meet there.

    One row for each pair, so that two desks may name owners of one table.
    """

    __tablename__ = "table_owner"

    table_id: Mapped[UUID | None] = mapped_column(index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)


class Closure(Merged):
    """A stretch in which nobody meets at a table, or in a zone if it names no table.

    Without ``starts_at`` it is from the beginning of the event, without ``ends_at`` to its end.
    Where two overlap, both close; one that is reopened is ``gone``.
    """

    __tablename__ = "closure"

    table_id: Mapped[UUID | None] = mapped_column(index=True)
    zone: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")


class FarZones(Merged):
    """Two zones between which nobody gets in one changeover; ``one`` sorts before ``other``."""

    __tablename__ = "far_zones"

    one: Mapped[str] = mapped_column(default="")
    other: Mapped[str] = mapped_column(default="")


class Desk(Merged):
    """A desk that has worked on this event. ``letters`` begin the numbers it gives out."""

    __tablename__ = "desk"

    name: Mapped[str] = mapped_column(default="")
    letters: Mapped[str] = mapped_column(default="")


class ColumnMapping(Merged):
    """How the columns of a registration export are read, kept under a name."""

    __tablename__ = "column_mapping"

    name: Mapped[str] = mapped_column(default="")
    columns: Mapped[dict[str, str]] = mapped_column(default=dict)
