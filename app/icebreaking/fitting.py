"""Fits in who comes late to rounds that stand, and closes the gaps of who does not come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.icebreaking.mixing import RoundsNotPossible, guest, wanted
from app.icebreaking.rounds import KeptRounds
from app.outcomes.audience import Listed

if TYPE_CHECKING:
    from app.planning.rounds.problem import RoundsWanted, Seated

_LITTLE: Final = 10_000_000
"""Enough to fit a few people in, within a second."""


@dataclass(frozen=True, slots=True)
class Change:
    """Some come late to rounds that stand, or some stay away. ``begun`` rounds stand firm."""

    kept: KeptRounds
    begun: int
    late: frozenset[UUID] = frozenset()
    missing: frozenset[UUID] = frozenset()

    def refuse(self) -> None:
        """Refuse what changes nothing."""
        if self.begun >= len(self.kept.seats):
            raise RoundsNotPossible("all_begun", self.begun)
        sit = self.kept.seated_from(self.begun)
        if self.late and self.late <= sit:
            raise RoundsNotPossible("sits_already", self.begun)
        if not self.late and sit.isdisjoint(self.missing):
            raise RoundsNotPossible("sits_nowhere", self.begun)

    def found(self, people: Mapping[UUID, Listed]) -> Seated:
        """Find seats for everybody, from who is on the list."""
        # numpy takes a while to load, and few commands need it.
        from app.planning.rounds.seating import seated  # noqa: PLC0415

        return seated(self._wanted(people), work=_LITTLE)

    def _wanted(self, people: Mapping[UUID, Listed]) -> RoundsWanted:
        from app.planning.rounds.problem import Round  # noqa: PLC0415 - with its solver

        guests = tuple(
            guest(str(each), people.get(each), rounds) for each, rounds in self._rounds().items()
        )
        before = tuple(
            Round(
                {str(each): at for at, table in enumerate(tables) for each in table},
                is_firm=number < self.begun or bool(self.late),
            )
            for number, tables in enumerate(self.kept.seats)
        )
        return wanted(guests, self.kept.size, len(self.kept.seats), before)

    def _rounds(self) -> dict[UUID, int]:
        """Give the set of rounds that each is in."""
        found: dict[UUID, int] = {}
        for number, each in self._sitting():
            if number < self.begun or each not in self.missing:
                found[each] = found.get(each, 0) | 1 << number
        coming = sum(1 << n for n in range(self.begun, len(self.kept.seats)))
        for each in sorted(self.late):
            found[each] = found.get(each, 0) | coming
        return found

    def _sitting(self) -> Iterator[tuple[int, UUID]]:
        for number, tables in enumerate(self.kept.seats):
            for table in tables:
                for each in table:
                    yield number, each
