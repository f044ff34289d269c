"""What may be asked of letters, and what is refused. Light to import."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.delegates.person import Person
from app.delegates.registration import Status
from app.errors import DeskError


@dataclass(frozen=True, slots=True)
class LetterWish:
    """Letters of one decision, or of each who has one; to those named, or to all.

    Without a ``language`` it is the delegate's, or else English. ``only_new``: who was not told
    of this decision yet, by letter or by mail; those who are named are written to in any case.
    """

    status: Status | None = None
    delegates: tuple[UUID, ...] = ()
    language: str = ""
    only_new: bool = False


@dataclass(eq=False)
class NobodyToWriteTo(DeskError):
    """Nobody was decided on like this; or of those named, these were not.

    ``told``: some were, and all of them know it.
    """

    delegates: tuple[Person, ...]
    told: bool = False


@dataclass(eq=False)
class NoMailAddress(DeskError):
    """Nobody of those who would be mailed to has an e-mail address."""

    delegates: tuple[Person, ...]
