"""What the booklet says of the tables: those of each part of the hall, and whose own they are.

Importing this loads Babel: callers import it where they print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from app.meetings.hall import HallTable
from app.printing.booklet.faces import TableFace, ZoneFace
from app.printing.schedules.faces import FaceMaker


def own_tables(tables: Iterable[HallTable]) -> Mapping[UUID, Sequence[str]]:
    """Give the numbers of own tables, by the organisation or delegate whose own they are."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for table in tables:
        for owner in table.owners:
            found[owner.id].append(table.label)
    return found


def zones(maker: FaceMaker, tables: Iterable[HallTable]) -> Iterator[ZoneFace]:
    """Put the tables under the parts of the hall, each in the order of the hall."""
    by_zone: dict[str, list[TableFace]] = defaultdict(list)
    for table in tables:
        label, owner = table.label, ", ".join(each.name for each in table.owners)
        by_zone[table.zone].append(
            TableFace(
                maker.shown(label, "", label, "table", "–"),
                maker.shown(owner, "", label, "organisation", ""),
            )
        )
    for zone, of_zone in by_zone.items():
        yield ZoneFace(maker.shown(zone, "", zone, "zone", ""), tuple(of_zone))
