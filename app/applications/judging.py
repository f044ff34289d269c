"""Who gets in: the rule, without a database.

Nobody is accepted beyond the places, and nobody before somebody on the waiting list who has an
earlier turn and for whom there is room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.applications.places import Room
from app.applications.reading import Application
from app.delegates.registration import Status


class NotAccepted(StrEnum):
    """Why somebody is not accepted."""

    FULL = "full"
    KIND_FULL = "kind_full"
    DELEGATION_FULL = "delegation_full"
    LATE = "late"
    OTHERS_WAIT = "others_wait"
    """There are places, but no more than there are others waiting who have an earlier turn."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How it is judged.

    ``late`` is what late applications become; nothing judges them as the others. ``rest`` is what
    those become who do not get in; nothing leaves them as they are. No more than ``first`` get in.
    """

    late: Status | None = Status.WAITING
    rest: Status | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an application, and why it is not accepted."""

    application: Application
    becomes: Status
    why: NotAccepted | None = None

    @property
    def is_news(self) -> bool:
        """Tell whether it becomes something else than it is."""
        return self.becomes is not self.application.status


def judged(room: Room, rule: Rule, queue: Iterable[tuple[Application, bool]]) -> Iterator[Verdict]:
    """Yield the verdict on each open application that is looked at.

    Args:
        room: What is left, which is taken by those who get in.
        rule: How it is judged.
        queue: Open applications by their turns, each with whether it is looked at.
    """
    promised, left = room.copy(), rule.first
    for each, is_looked_at in queue:
        is_out = each.late and not each.was_moved and rule.late is not None
        if not is_looked_at:
            if each.status is Status.WAITING and not is_out and promised.lacks(each.group) is None:
                promised.take(each.group)
        elif is_out:
            becomes = rule.late if each.status is Status.RECEIVED else None
            yield Verdict(each, becomes or each.status, NotAccepted.LATE)
        elif lacks := promised.lacks(each.group):
            others = room.lacks(each.group) is None
            why = NotAccepted.OTHERS_WAIT if others else NotAccepted(lacks.value)
            yield Verdict(each, rule.rest or each.status, why)
        elif left == 0:
            return
        else:
            left = left and left - 1
            for each_room in (room, promised):
                each_room.take(each.group)
            yield Verdict(each, Status.ACCEPTED)
