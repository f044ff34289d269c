"""What the headline of a report is written from: numbers and names, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind

NAMED_PROGRAMMES = 3
"""So many programmes are named; others are counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """So many parties applied and took part, from so many countries that are known.

    ``all_known``: the country of each of them is.
    """

    applied: int = 0
    applied_countries: int = 0
    took_part: int = 0
    took_part_countries: int = 0
    all_known: bool = True


@dataclass(frozen=True, slots=True)
class HeadlineFacts:
    """What there is to say of the ``days``.

    ``lead`` are the clusters where most that applied are clusters (``are_clusters``), and all
    parties else; ``others`` then are none. ``is_part``: the event has more days than these.
    ``absent`` could not come; ``absent_are_clusters``: all of these are. ``declined``, ``waiting``
    and ``undecided`` had no place; ``placeless_are_clusters``: all of these are. ``planned``
    meetings are those held, lost, running and ahead. ``visitors`` were on one or more of the
    ``visits`` that have set out. ``programmes`` are named most often first.
    """

    event: str
    place: str
    days: tuple[date, ...]
    is_part: bool = False
    are_clusters: bool = True
    lead: Group = Group()
    others: Group = Group()
    absent: int = 0
    absent_are_clusters: bool = True
    have_partners: bool = True
    declined: int = 0
    waiting: int = 0
    undecided: int = 0
    placeless_are_clusters: bool = True
    held: Mapping[MeetingKind, int] = field(default_factory=dict)
    planned: int = 0
    lost: int = 0
    cancelled: int = 0
    recovered: int = 0
    running: int = 0
    ahead: int = 0
    visits: int = 0
    visitors: int = 0
    outcomes: Mapping[OutcomeKind, int] = field(default_factory=dict)
    programmes: Sequence[str] = ()
    recorded: int = 0
    not_recorded: int = 0
    follow_ups: int = 0
    first_follow_up: date | None = None

    @property
    def held_by_kind(self) -> dict[MeetingKind, int]:
        """Give the kinds of which meetings were held, in their order."""
        return {kind: self.held[kind] for kind in _KINDS if self.held.get(kind)}

    @property
    def held_in_all(self) -> int:
        """Give how many were held."""
        return sum(self.held_by_kind.values())

    @property
    def foreseen(self) -> dict[OutcomeKind, int]:
        """Give what came of meetings, but for those of which nothing came."""
        return {
            kind: self.outcomes[kind]
            for kind in OutcomeKind
            if kind is not OutcomeKind.NONE and self.outcomes.get(kind)
        }

    @property
    def without_result(self) -> int:
        """Give of how many meetings nothing came."""
        return self.outcomes.get(OutcomeKind.NONE, 0)


_KINDS = (MeetingKind.C2C, MeetingKind.B2C, MeetingKind.B2B)
