"""What limits meetings: people who are elsewhere for a while, and what is scarce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.person import person
from app.errors import DeskError
from app.journal.journal import Journal, Unit
from app.meetings import deeds as d
from app.meetings.attendees import Attendees
from app.meetings.orders import UnknownResource
from app.meetings.setting import interval
from db.models import Resource, Unavailable

_NAMESPACE = UUID("0f4c8e0e-9f63-4a0f-9d4e-6f2b1c7d5a31")
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch of time in which a delegate is elsewhere."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """Something scarce: so many meetings at once; without ``times`` it is there all the time."""

    id: UUID
    name: str
    at_once: int
    times: tuple[Stretch, ...]


@dataclass(eq=False)
class StretchNotPossible(DeskError):
    """A stretch of time lacks an end, or ends before it starts."""

    starts: datetime | None
    ends: datetime | None


@dataclass(eq=False)
class UnknownStretch(DeskError):
    """The delegate is not noted to be elsewhere then, or no longer is."""

    stretch: str


@dataclass(eq=False)
class ResourceNotPossible(DeskError):
    """Something scarce needs a name, and serves one meeting at least."""

    name: str
    at_once: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Notes and shows what limits meetings."""

    journal: Journal

    def away(self, delegate: UUID) -> tuple[Away, ...]:
        """Give when a delegate is elsewhere, in the order of time."""
        with self.journal.reading() as session:
            return _away(session, delegate)

    def is_elsewhere(
        self, delegate: UUID, stretch: tuple[datetime | None, datetime | None], why: str = ""
    ) -> tuple[Away, ...]:
        """Note that a delegate is elsewhere, and give all such stretches.

        Raises:
            StretchNotPossible: It has no end, or ends before it starts.
            UnknownDelegate: There is no such delegate.
        """
        starts, ends = stretch
        if starts is None or ends is None or starts >= ends:
            raise StretchNotPossible(starts, ends)
        with self.journal.writing(Unit(uuid4())) as pen:
            person(pen.session, delegate)
            if not any(
                (each.starts_at, each.ends_at) == stretch for each in _away(pen.session, delegate)
            ):
                pen.write(d.UnavailableAdded(uuid4(), delegate, starts, ends, why.strip()))
            return _away(pen.session, delegate)

    def is_there(self, stretch: UUID) -> None:
        """Note that a delegate is there after all.

        Raises:
            UnknownStretch: Nothing else was noted.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            row = pen.session.get(Unavailable, stretch)
            if row is None or not row.alive:
                raise UnknownStretch(str(stretch))
            pen.write(d.UnavailableTakenOut(stretch))

    def resources(self) -> tuple[ResourceFacts, ...]:
        """Give what is scarce, by name."""
        with self.journal.reading() as session:
            return _resources(session)

    def set_resource(
        self, name: str, at_once: int, times: Sequence[Stretch] = ()
    ) -> tuple[ResourceFacts, ...]:
        """Note how many meetings at once something serves, and when; give all that is scarce.

        Raises:
            ResourceNotPossible: It has no name, or serves no meeting.
            StretchNotPossible: A time ends before it starts.
        """
        name = " ".join(name.split())
        if not name or at_once < 1:
            raise ResourceNotPossible(name, at_once)
        for starts, ends in times:
            if starts >= ends:
                raise StretchNotPossible(starts, ends)
        written = [_interval(each) for each in sorted(times)]
        with self.journal.writing(Unit(uuid4())) as pen:
            thing = _row(name)
            row = pen.session.get(Resource, thing)
            if row is None or not row.alive:
                pen.write(d.ResourceAdded(thing, name, at_once, tuple(written)))
                return _resources(pen.session)
            now = {"at_once": row.at_once, "times": list(row.times)}
            wanted = {"at_once": at_once, "times": written}
            new = {key: value for key, value in wanted.items() if value != now[key]}
            if new:
                pen.write(d.ResourceChanged(thing, new, {key: now[key] for key in new}))
            pen.session.expire_all()
            return _resources(pen.session)

    def remove_resource(self, name: str) -> tuple[ResourceFacts, ...]:
        """Note that there is no such thing any more; give what is left.

        Raises:
            UnknownResource: There is none of this name.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            known = {each.name: each.id for each in _resources(pen.session)}
            if name not in known:
                raise UnknownResource(name, tuple(known))
            pen.write(d.ResourceTakenOut(known[name]))
            return _resources(pen.session)


def _row(name: str) -> UUID:
    """Give the id for a name: the same on every desk, so that two desks note one thing."""
    return uuid5(_NAMESPACE, name.casefold())


def _interval(stretch: Stretch) -> str:
    return "/".join(each.astimezone(UTC).isoformat() for each in stretch)


def _away(session: Session, delegate: UUID) -> tuple[Away, ...]:
    attendees = Attendees(session)
    wanted = attendees.standing(delegate)
    rows = session.connection().execute(
        select(
            Unavailable.id,
            Unavailable.delegate_id,
            Unavailable.starts_at,
            Unavailable.ends_at,
            Unavailable.why,
        )
        .where(Unavailable.alive)
        .order_by(Unavailable.starts_at, Unavailable.id)
    )
    return tuple(
        Away(each, starts, ends, why)
        for each, who, starts, ends, why in rows
        if who is not None and starts and ends and attendees.standing(who) == wanted
    )


def _resources(session: Session) -> tuple[ResourceFacts, ...]:
    rows = session.connection().execute(
        select(Resource.id, Resource.name, Resource.at_once, Resource.times)
        .where(Resource.alive)
        .order_by(Resource.name)
    )
    return tuple(
        ResourceFacts(thing, name, at_once, tuple(map(interval, times)))
        for thing, name, at_once, times in rows
    )
