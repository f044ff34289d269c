"""Speed presentations."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class SpeechRound(Merged):
    """The speed presentations of one day. The row's id follows from the day.

    ``minutes`` are for speaking, ``questions`` for questions after it. ``running`` holds, under
    ``speeches``, who speaks in this order: an id of a delegate under ``delegate``, instants under
    ``began`` and ``ended`` or null, and ``skipped``.
    """

    __tablename__ = "speech_round"

    day: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=0)
    questions: Mapped[int] = mapped_column(default=0)
    running: Mapped[dict[str, Any]] = mapped_column(default=dict)
