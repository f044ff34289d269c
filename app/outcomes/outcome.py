"""What can come of a meeting, as values. Knows no database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

LEAST_INTEREST: Final = 1
MOST_INTEREST: Final = 5


class OutcomeKind(StrEnum):
    """What a meeting led to. ``NONE`` stands alone: nothing came of it."""

    JOINT_PROPOSAL = "joint_proposal"
    JOINT_EVENT = "joint_event"
    AGREEMENT = "cooperation_agreement"
    LEAD = "business_lead"
    NONE = "none"


class Answer(StrEnum):
    """What came of it in short, as platforms ask for it; nothing where nobody was asked so."""

    UNSAID = ""
    INSUFFICIENT = "insufficient_interest"
    INFORMATIVE = "informative"
    """It was informative; no cooperation is planned."""
    POSSIBLE = "cooperation_possible"


class Side(StrEnum):
    """Whose answer it is."""

    TOGETHER = ""
    HOST = "host"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a meeting, as one side says, or both together.

    ``programme`` is the funding programme of a joint proposal. ``interest`` is 1 to 5.
    ``follow_up_by`` is who sees to what was agreed, in words; ``follow_up_on`` until when.
    """

    kinds: frozenset[OutcomeKind] = frozenset()
    answer: Answer = Answer.UNSAID
    programme: str = ""
    interest: int | None = None
    follow_up_on: date | None = None
    follow_up_by: str = ""
    note: str = ""

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing at all is said."""
        return self == Outcome()

    @property
    def is_to_follow(self) -> bool:
        """Tell whether somebody is to see to something, or something is to be done by a day."""
        return self.follow_up_on is not None or bool(self.follow_up_by)


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome as it is kept: whose answer, and of which row."""

    id: UUID
    meeting: UUID
    side: Side
    outcome: Outcome


def differing(told: Sequence[Told]) -> tuple[str, ...]:
    """Name the fields of ``Outcome`` in which answers on one meeting contradict each other.

    What one side says and the other leaves open is no contradiction. Notes never are: each side
    has its own.
    """
    found = []
    for field in fields(Outcome):
        if field.name == "note":
            continue
        said = {getattr(each.outcome, field.name) for each in told} - {None, "", frozenset()}
        if len(said) > 1:
            found.append(field.name)
    return tuple(found)


def kinds_of(told: Collection[Told]) -> frozenset[OutcomeKind]:
    """Give all that came of a meeting by any of its answers; ``NONE`` only if nobody says more."""
    kinds = frozenset(kind for each in told for kind in each.outcome.kinds)
    more = kinds - {OutcomeKind.NONE}
    return more or kinds
