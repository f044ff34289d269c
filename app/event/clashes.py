"""What two desks have set up against each other while they were apart; a person decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.event.overview import EventOverview


@dataclass(frozen=True, slots=True)
class LabelClash:
    """Several tables have one label. The one that was named last is renamed by it."""

    table: str
    tables: int


@dataclass(frozen=True, slots=True)
class BlockClash:
    """Two blocks overlap, so that a delegate could be asked to two meetings at once."""

    starts_at: datetime
    ends_at: datetime
    other_starts_at: datetime
    other_ends_at: datetime


Clash = LabelClash | BlockClash


def clashes(overview: EventOverview) -> tuple[Clash, ...]:
    """Give what clashes: labels first, then blocks in the order of their times."""
    return (*_labels(overview), *_blocks(overview))


def _labels(overview: EventOverview) -> Iterator[LabelClash]:
    counted = Counter(table.label for table in overview.tables)
    for label, count in counted.items():
        if count > 1:
            yield LabelClash(label, count)


def _blocks(overview: EventOverview) -> Iterator[BlockClash]:
    blocks = sorted(
        (each for day in overview.days for each in day.blocks), key=lambda each: each.starts_at
    )
    for before, after in pairwise(blocks):
        if after.starts_at < before.ends_at:
            yield BlockClash(before.starts_at, before.ends_at, after.starts_at, after.ends_at)
