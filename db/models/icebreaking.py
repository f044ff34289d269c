"""Rounds at mixed tables, in which people meet whom they do not know yet."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Icebreaker(Merged):
    """The rounds of one day. The row's id follows from the day, so that each has one.

    ``minutes`` is a round, ``pause`` the time between two, ``size`` how many a table takes. A seat
    in a round beyond so many ``rounds`` does not count.
    """

    __tablename__ = "icebreaker"

    day: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=0)
    pause: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(default=0)
    rounds: Mapped[int] = mapped_column(default=0)


class RoundSeat(Merged):
    """At which table a delegate sits in one round; both are counted from 0.

    The row's id follows from the rounds, the number and the delegate. So nobody sits twice in a
    round, and of desks that seat different people at the same time both count.
    """

    __tablename__ = "round_seat"

    rounds_id: Mapped[UUID | None] = mapped_column(index=True)
    number: Mapped[int] = mapped_column(default=0)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    place: Mapped[int] = mapped_column(default=0)
