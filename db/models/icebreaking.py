"""Rounds at mixed tables, in which people meet whom they do not know yet."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Icebreaker(Merged):
    """The rounds of one day. The row's id follows from the day, so that each has one.

    ``seats`` holds, under ``rounds``, a list of rounds, each a list of tables, each a list of ids
    of delegates; a table nobody sits at any more is empty. ``minutes`` is a round, ``pause`` the
    time between two.
    """

    __tablename__ = "icebreaker"

    day: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=0)
    pause: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(default=0)
    seats: Mapped[dict[str, Any]] = mapped_column(default=dict)
