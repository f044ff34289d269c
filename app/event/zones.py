"""Zones of the hall: what they are called, and which are too far for one changeover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event.deeds import TableChanged
from app.event.making import EventNotPossible
from app.event.overview import ZoneFacts, all_closures, all_tables, all_zones
from app.event.place_deeds import TableClosed, TableReopened, ZonesFarSet
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit


@dataclass(eq=False)
class UnknownZone(DeskError):
    """No table stands in a zone of this name."""

    zone: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zones:
    """Names zones, and says how far they are. A zone is there as long as a table stands in it."""

    journal: Journal

    def all(self) -> tuple[ZoneFacts, ...]:
        """Give the zones, in the order of their names."""
        with self.journal.reading() as session:
            return all_zones(session)

    def set_far(self, one: str, other: str) -> tuple[ZoneFacts, ...]:
        """Say that nobody gets from one zone to another in one changeover.

        Raises:
            UnknownZone: There is none of a name.
            EventNotPossible: ``same_zone``: it is one zone.
        """
        return self._set(one, other, far=True)

    def set_near(self, one: str, other: str) -> tuple[ZoneFacts, ...]:
        """Say that one changeover is enough to get from one zone to another.

        Raises:
            UnknownZone, EventNotPossible: As for ``set_far``.
        """
        return self._set(one, other, far=False)

    def rename(self, zone: str, name: str) -> tuple[ZoneFacts, ...]:
        """Give a zone another name. If another zone has it, the two are one from then on.

        Raises:
            UnknownZone: There is none of the old name.
            EventNotPossible: ``zone_name``: the new one is blank.
        """
        name = " ".join(name.split())
        if not name:
            raise EventNotPossible("zone_name", zone)
        with self.journal.writing(Unit(uuid4())) as pen:
            check_zone(pen.session, zone)
            if name != zone:
                pen.write_all(list(_renamed(pen.session, zone, name)))
            return all_zones(pen.session)

    def _set(self, one: str, other: str, *, far: bool) -> tuple[ZoneFacts, ...]:
        with self.journal.writing(Unit(uuid4())) as pen:
            for zone in (one, other):
                check_zone(pen.session, zone)
            if one == other:
                raise EventNotPossible("same_zone", one)
            zones = {zone.name: zone for zone in all_zones(pen.session)}
            if (other in zones[one].far) != far:
                pen.write(ZonesFarSet(one, other, far))
            return all_zones(pen.session)


def check_zone(session: Session, zone: str) -> None:
    """Refuse a zone that no table stands in.

    Raises:
        UnknownZone: There is none of this name.
    """
    known = tuple(each.name for each in all_zones(session))
    if zone not in known:
        raise UnknownZone(zone, known)


def _renamed(session: Session, zone: str, name: str) -> Iterator[Deed]:
    """Yield the deeds that let tables, closures and far zones go with the new name."""
    for table in all_tables(session):
        if table.zone == zone:
            yield TableChanged(table.id, {"zone": name}, {"zone": zone})
    for closure in all_closures(session):
        if closure.table_id is None and closure.zone == zone:
            yield TableReopened(closure.id)
            when = (closure.starts_at, closure.ends_at, closure.reason)
            yield TableClosed(uuid4(), None, name, *when)
    for far in next(each.far for each in all_zones(session) if each.name == zone):
        yield ZonesFarSet(zone, far, far=False)
        if far != name:
            yield ZonesFarSet(name, far, far=True)
