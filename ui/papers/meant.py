"""Who is meant by each choice, counted once, and at first where nobody waits for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ui.papers.kinds import DECIDED, ONLY, Who

if TYPE_CHECKING:
    from app.printing.recipients import Recipient


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of those who may have a paper are looked at; a blank leaves nobody out."""

    delegation: str = ""
    badge_type: str = ""
    chosen: frozenset[UUID] = frozenset()

    @property
    def leaves_out(self) -> bool:
        """Tell whether it may leave somebody out."""
        return bool(self.delegation or self.badge_type)

    def has(self, each: Recipient) -> bool:
        """Tell whether somebody is looked at."""
        is_there = self.delegation in {"", each.delegation}
        return is_there and self.badge_type in {"", each.badge_type}

    def fits(self, who: Who, each: Recipient) -> bool:
        """Tell whether somebody belongs to a choice."""
        if who is Who.NOT_HERE:
            return not each.has_come
        if who is Who.CHOSEN:
            return each.id in self.chosen
        if who in DECIDED:
            return each.status == who
        return ONLY[who] in each.fits


class Meant:
    """Those who may have a paper, and who of them is meant by which of its choices."""

    def __init__(
        self, recipients: Sequence[Recipient], choices: Collection[Who], narrowed: Narrowed
    ) -> None:
        """Count each of the ``choices`` for what is looked at now."""
        self.delegations = frozenset(each.delegation for each in recipients)
        self.badge_types = frozenset(each.badge_type for each in recipients)
        self._recipients, self._choices = recipients, tuple(choices)
        self._counted = narrowed, self._count(narrowed)

    def __bool__(self) -> bool:
        return bool(self._recipients)

    def of(self, who: Who, narrowed: Narrowed) -> tuple[UUID, ...]:
        """Give who is meant by a choice, in the order they are in."""
        if self._counted[0] != narrowed:
            self._counted = narrowed, self._count(narrowed)
        return self._counted[1].get(who, ())

    def _count(self, narrowed: Narrowed) -> Mapping[Who, tuple[UUID, ...]]:
        there = [each for each in self._recipients if narrowed.has(each)]
        return {
            who: tuple(each.id for each in there if narrowed.fits(who, each))
            for who in self._choices
        }
