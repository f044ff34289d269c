"""What the panel of needs asks, and does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.floor.manager import FloorManager, Look
from app.floor.proposing import Proposal
from app.floor.states import Missing, Word
from app.floor.writing import Told


class SayCalls(Protocol):
    """What is said of meetings: ``app.floor.acts.FloorActs``."""

    def say(self, meeting: UUID, word: Word, missing: Missing | None = None) -> None: ...
    def call(self, meetings: Sequence[UUID]) -> None: ...
    def cancel(self, meeting: UUID) -> None: ...
    def all_come_at(self, delegates: Sequence[UUID], at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class AttentionServices:
    """``look`` finds what needs somebody on a day; ``proposals`` what to do about a meeting of it.

    None of it is for the window's thread.
    """

    look: Callable[[date], Look]
    proposals: Callable[[date, UUID], Sequence[Proposal]]
    accept: Callable[[date, Proposal], Told]
    acts: SayCalls


def attention_services(manager: FloorManager) -> AttentionServices:
    """Give what the panel asks of the floor of an event."""
    return AttentionServices(
        manager.look, manager.proposals.about, manager.accepting.accept, manager.acts
    )
