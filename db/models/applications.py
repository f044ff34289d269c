"""How many may come, until when people may apply, and what they are written."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class PlaceLimit(Merged):
    """So many places there are: in all, or for a kind of delegates, or for one delegation.

    A row that names neither is the one for all. ``kind`` is a word of
    ``app.delegates.registration.Kind``. A limit that was lifted is ``gone``.
    """

    __tablename__ = "place_limit"

    kind: Mapped[str] = mapped_column(default="")
    delegation_id: Mapped[UUID | None]
    places: Mapped[int] = mapped_column(default=0)


class ApplicationTerms(Merged):
    """Until when people may apply, and by when who is accepted is to have come. One row.

    ``late`` is the status that applications get which come after ``apply_until``.
    """

    __tablename__ = "application_terms"

    apply_until: Mapped[datetime | None]
    late: Mapped[str] = mapped_column(default="waiting")
    come_by: Mapped[datetime | None]


class LetterText(Merged):
    """What letters of this event say of a decision, in a language. One that is no more is gone."""

    __tablename__ = "letter_text"

    status: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class LetterWrite(Merged):
    """A letter or mail that told somebody what became of the application; ``by`` which of both."""

    __tablename__ = "letter_write"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None]
