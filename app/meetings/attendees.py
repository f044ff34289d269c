"""Those who may meet, as requests and plans see them.

Whoever was merged, or whose place somebody took, is seen as the one who stands there now; so a
request needs no correcting when that happens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from app.delegates.registration import Kind, Status
from app.delegates.standing import NETWORKS, STANDING_NETWORK
from db.models import Delegate, Organisation


class MeetingKind(StrEnum):
    """Who meets whom: clusters and businesses, the latter being whoever is no cluster."""

    C2C = "c2c"
    B2C = "b2c"
    B2B = "b2b"


@dataclass(frozen=True, slots=True)
class Someone:
    """A delegate as a meeting names them.

    ``short_name`` is their organisation's, where there is no room for its name; blank if it has
    none.
    """

    id: UUID
    badge_number: str
    name: str
    organisation: str
    country: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A delegate with all that decides whom they can meet, and when.

    ``days`` are the ISO dates they are admitted on; none is every day. ``status`` is where the
    application stands. ``is_coming``: accepted, and nobody else has the place.
    """

    who: Someone
    email: str
    organisation_id: UUID | None
    is_cluster: bool
    days: tuple[str, ...]
    status: str
    is_coming: bool


class Attendees:
    """Everybody, by the id of any entry that leads to them; or only those whom some lead to."""

    def __init__(self, session: Session, entries: Collection[UUID] | None = None) -> None:
        self._leads_to: dict[UUID, UUID | None] = {}
        self._entries: dict[UUID, Attendee] = {}
        self._alive: set[UUID] = set()
        self._named: dict[str, UUID] = {}
        if entries is None:
            self._add(session.connection().execute(_EVERYBODY).all(), _networks(session))
        while wanted := set(entries or ()) - self._entries.keys():
            rows = session.connection().execute(_SOME, {"entries": sorted(wanted)}).all()
            self._add(rows, _networks(session, {row.organisation_id for row in rows}))
            entries = {each for each in map(self._leads_to.get, wanted) if each is not None}

    def _add(self, rows: Iterable[Any], networks: Collection[UUID | None]) -> None:
        for row in rows:
            self._leads_to[row.id] = row.merged_into or row.place_taken_by
            self._entries[row.id] = _attendee(row, networks)
            if row.alive:
                self._alive.add(row.id)

    @property
    def entries(self) -> Mapping[UUID, Attendee]:
        """Every entry by its id, also those that were merged into another."""
        return self._entries

    def get(self, delegate: UUID) -> Attendee | None:
        """Give somebody who is on the list."""
        return self._entries[delegate] if delegate in self._alive else None

    def standing(self, entry: UUID) -> UUID:
        """Give who stands for an entry now; the entry itself, if it leads to nobody."""
        seen = {entry}
        while (further := self._leads_to.get(entry)) is not None and further not in seen:
            seen.add(further)
            entry = further
        return entry

    def standing_all(self, entries: Iterable[UUID]) -> tuple[UUID, ...]:
        """Give who stands for entries, each once, in their order."""
        return tuple(dict.fromkeys(map(self.standing, entries)))

    def standing_named(self, entries: Sequence[str]) -> tuple[UUID, ...]:
        """Do the same for entries that a row names by text."""
        # A big event names two thousand people forty thousand times.
        known = self._named
        for entry in entries:
            if entry not in known:
                known[entry] = self.standing(UUID(entry))
        if len(entries) == 1:
            return (known[entries[0]],)
        return tuple(dict.fromkeys(known[entry] for entry in entries))

    def leading_to(self, people: Collection[UUID]) -> tuple[UUID, ...]:
        """Give the entries that lead to these people, their own included."""
        wanted = set(people)
        leading = (each for each, to in self._leads_to.items() if to is not None)
        return tuple(wanted | {each for each in leading if self.standing(each) in wanted})

    def named(self, people: Iterable[UUID]) -> tuple[Someone, ...]:
        """Give the names of people; whoever is not on the list has only an id."""
        return tuple(
            found.who if (found := self.get(each)) else Someone(each, "", "", "", "")
            for each in people
        )

    def are_coming(self, people: Iterable[UUID]) -> bool:
        """Tell whether all of these come."""
        return all((found := self.get(each)) is not None and found.is_coming for each in people)

    def kind_of(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> MeetingKind:
        """Say what a meeting is by whom its sides stand for: a side with a cluster is one."""
        clusters = sum(
            any((found := self.get(each)) is not None and found.is_cluster for each in side)
            for side in (hosts, guests)
        )
        return (MeetingKind.B2B, MeetingKind.B2C, MeetingKind.C2C)[clusters]


_EVERYBODY = (
    select(
        Delegate.id,
        Delegate.badge_number,
        Delegate.given_name,
        Delegate.family_name,
        Delegate.email,
        Delegate.country,
        Delegate.kind,
        Delegate.status,
        Delegate.days,
        Delegate.organisation_id,
        Delegate.merged_into,
        Delegate.place_taken_by,
        Delegate.alive,
        func.coalesce(Organisation.name, "").label("organisation"),
        func.coalesce(Organisation.short_name, "").label("short_name"),
        func.coalesce(Organisation.kind, "").label("organisation_kind"),
    )
    .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
    .where(or_(Delegate.alive, Delegate.merged_into.is_not(None)))
    .order_by(Delegate.badge_number, Delegate.id)
)
_SOME = _EVERYBODY.where(Delegate.id.in_(bindparam("entries", expanding=True)))
_SOME_NETWORKS = NETWORKS.where(STANDING_NETWORK.in_(bindparam("organisations", expanding=True)))
_LEADING = select(Delegate.id).where(
    or_(
        Delegate.merged_into.in_(bindparam("people", expanding=True)),
        Delegate.place_taken_by.in_(bindparam("people", expanding=True)),
    )
)


def entries_of(session: Session, delegate: UUID) -> tuple[UUID, ...]:
    """Give a delegate's own entry and every one that may lead to it, reading no others."""
    return entries_of_all(session, (delegate,))


def entries_of_all(session: Session, people: Iterable[UUID]) -> tuple[UUID, ...]:
    """Do the same for several people together."""
    found = set(people)
    newest = set(found)
    while newest:
        leading = session.connection().scalars(_LEADING, {"people": sorted(newest)})
        newest = set(leading) - found
        found |= newest
    return tuple(found)


def _networks(
    session: Session, organisations: Collection[UUID | None] | None = None
) -> set[UUID | None]:
    """Give the organisations that others belong to: all of them, or which of some."""
    connection = session.connection()
    if organisations is None:
        return set(connection.scalars(NETWORKS))
    some = {"organisations": [each for each in organisations if each is not None]}
    return set(connection.scalars(_SOME_NETWORKS, some))


def _attendee(row: Any, networks: Collection[UUID | None]) -> Attendee:
    name = f"{row.given_name} {row.family_name}".strip()
    kind = row.kind or row.organisation_kind
    is_network = row.organisation_id is not None and row.organisation_id in networks
    return Attendee(
        who=Someone(row.id, row.badge_number, name, row.organisation, row.country, row.short_name),
        email=row.email,
        organisation_id=row.organisation_id,
        is_cluster=kind == Kind.CLUSTER or (not kind and is_network),
        days=tuple(row.days),
        status=row.status,
        is_coming=row.status == Status.ACCEPTED and row.place_taken_by is None,
    )
