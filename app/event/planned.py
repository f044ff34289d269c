"""What the setup of an event asks of requests and meetings, which are no part of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError


@dataclass(frozen=True, slots=True)
class Need:
    """A meeting that is wanted, and how many slots it takes.

    ``whose`` names the delegates who have to be there, and the organisations they stand for.
    """

    whose: frozenset[UUID]
    slots: int = 1


class Planned(Protocol):
    """What is asked."""

    def needs(self, session: Session) -> Sequence[Need]:
        """Give every meeting that is wanted, whether it has its place already or not."""

    def meetings_at(
        self,
        session: Session,
        slots: Collection[UUID] | None,
        tables: Collection[UUID] | None,
    ) -> int:
        """Count meetings that stand in one of the slots and at one of the tables.

        Nothing stands for any slot, or any table. A meeting of several slots stands in each.
        """


@dataclass(eq=False)
class MeetingsLosePlace(DeskError):
    """So many meetings would lose their slot or their table; who asked knew of fewer."""

    meetings: int


def check_losing(meetings: int, known: int) -> None:
    """Refuse to take the place of more meetings than whoever asks knows of.

    Raises:
        MeetingsLosePlace: There are more.
    """
    if meetings > known:
        raise MeetingsLosePlace(meetings)
