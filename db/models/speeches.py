"""Speed presentations."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class SpeechRound(Merged):
    """The speed presentations of one day. The row's id follows from the day.

    ``minutes`` are for speaking, ``questions`` for questions after it.
    """

    __tablename__ = "speech_round"

    day: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=0)
    questions: Mapped[int] = mapped_column(default=0)


class SpeechTurn(Merged):
    """Somebody's turn to speak. The row's id follows from the speeches and the delegate.

    Turns come in the order of their ``place``; of two with the same one, by their delegates' ids.
    """

    __tablename__ = "speech_turn"

    round_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None]
    place: Mapped[int] = mapped_column(default=0)
    began_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    skipped: Mapped[bool] = mapped_column(default=False)
