"""How many places there are, and who takes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.applications.deeds import PlacesLimited
from app.delegates.groups import Groups, same_name
from app.delegates.registration import Kind, Status
from app.delegates.standing import NETWORKS
from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.models import Delegate, Delegation, Organisation, PlaceLimit

MOST_PLACES = 100_000

KIND = func.coalesce(
    func.nullif(Delegate.kind, ""),
    func.nullif(Organisation.kind, ""),
    case((Organisation.id.in_(NETWORKS), Kind.CLUSTER.value), else_=""),
).label("kind")
"""The kind whose places a delegate takes: their own, else the organisation's."""


class Full(StrEnum):
    """Of which places none is left."""

    ALL = "full"
    KIND = "kind_full"
    DELEGATION = "delegation_full"


@dataclass(frozen=True, slots=True)
class Group:
    """Whose places a delegate takes beside those of all: their kind's and their delegation's.

    A ``kind`` that nobody said of the delegate is the organisation's.
    """

    kind: str = ""
    delegation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """How many of some places are taken. Without ``places`` there is no limit.

    ``kind`` and ``delegation`` are blank where all are meant; ``delegation`` is the name.
    """

    kind: str
    delegation: str
    taken: int
    places: int | None

    @property
    def free(self) -> int | None:
        """How many more may be accepted; fewer than none where more were accepted already."""
        return None if self.places is None else self.places - self.taken


@dataclass(eq=False)
class PlacesFull(DeskError):
    """Nobody more fits: so many of the ``places`` are ``taken``, of all or of a group's."""

    reason: Full
    taken: int
    places: int
    kind: str = ""
    delegation: str = ""


@dataclass(eq=False)
class ReasonNeeded(DeskError):
    """What is decided against the rule needs a reason."""


@dataclass(eq=False)
class PlacesNotPossible(DeskError):
    """There can't be so many places, or the group has no such name.

    ``reason``: ``number``, or ``delegation``, with those that are ``known``.
    """

    reason: str
    value: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """So many places are for all, for a kind or for a delegation; without a number: no limit."""

    places: int | None
    kind: Kind | None = None
    delegation: str = ""


@dataclass(slots=True)
class Room:
    """The room that is left. ``take`` and ``release`` change it, as if it were so."""

    in_all: int | None
    by_kind: Mapping[str, int]
    by_delegation: Mapping[UUID, int]
    names: Mapping[UUID, str]
    taken: int = 0
    of_kind: Counter[str] = field(default_factory=Counter)
    of_delegation: Counter[UUID] = field(default_factory=Counter)

    @property
    def is_limited(self) -> bool:
        """Tell whether there is any limit."""
        return self.in_all is not None or bool(self.by_kind) or bool(self.by_delegation)

    def copy(self) -> Room:
        """Give the same room, to be filled without this one."""
        counts = Counter(self.of_kind), Counter(self.of_delegation)
        return replace(self, of_kind=counts[0], of_delegation=counts[1])

    def lacks(self, group: Group) -> Full | None:
        """Tell which places are full for somebody of a group; nothing if they fit."""
        if self.in_all is not None and self.taken >= self.in_all:
            return Full.ALL
        if group.kind in self.by_kind and self.of_kind[group.kind] >= self.by_kind[group.kind]:
            return Full.KIND
        of = group.delegation
        if of is not None and of in self.by_delegation:
            return Full.DELEGATION if self.of_delegation[of] >= self.by_delegation[of] else None
        return None

    def take(self, group: Group) -> None:
        """Let somebody of a group have a place."""
        self.count(group, 1)

    def release(self, group: Group) -> None:
        """Let the place of somebody of a group be free."""
        self.count(group, -1)

    def check(self, group: Group, despite: str | None) -> str:
        """Refuse one more of a group where no place is left, unless decided ``despite`` it.

        Returns:
            Why it was decided; blank where there is a place, and nothing needed deciding.

        Raises:
            PlacesFull: There is no place for them.
            ReasonNeeded: There is none, and nobody said why they are taken in all the same.
        """
        lacks = self.lacks(group)
        if lacks is None:
            return ""
        if despite is None:
            raise self._full(lacks, group)
        if not despite.strip():
            raise ReasonNeeded
        return despite.strip()

    def told(self) -> tuple[Taken, ...]:
        """Tell how it stands: all places first, then each limited kind, then each delegation."""
        kinds = (
            Taken(kind, "", self.of_kind[kind], places)
            for kind, places in sorted(self.by_kind.items())
        )
        delegations = (
            Taken("", self.names[each], self.of_delegation[each], places)
            for each, places in self.by_delegation.items()
        )
        by_name = sorted(delegations, key=lambda each: each.delegation)
        return (Taken("", "", self.taken, self.in_all), *kinds, *by_name)

    def _full(self, lacks: Full, group: Group) -> PlacesFull:
        if lacks is Full.KIND:
            taken, places = self.of_kind[group.kind], self.by_kind[group.kind]
            return PlacesFull(lacks, taken, places, kind=group.kind)
        if lacks is Full.DELEGATION and group.delegation is not None:
            of = group.delegation
            taken, places = self.of_delegation[of], self.by_delegation[of]
            return PlacesFull(lacks, taken, places, delegation=self.names[of])
        return PlacesFull(lacks, self.taken, self.in_all or 0)

    def count(self, group: Group, by: int) -> None:
        """Let so many more of a group have a place."""
        self.taken += by
        self.of_kind[group.kind] += by
        if group.delegation is not None:
            self.of_delegation[group.delegation] += by


@dataclass(frozen=True, slots=True)
class Places:
    """Tells how many places there are, and limits them."""

    journal: Journal

    def told(self) -> tuple[Taken, ...]:
        """Tell how many are taken: of all first, then of each group that has a limit."""
        with self.journal.reading() as session:
            return room(session).told()

    def limit(self, places: int | None, *, kind: Kind | None = None, delegation: str = "") -> None:
        """Say how many places there are for all, for a kind or for a delegation.

        Raises:
            PlacesNotPossible: As for ``limiting``. Nothing was changed.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(limiting(pen.session, [Limit(places, kind, delegation)]))


def limiting(session: Session, limits: Sequence[Limit]) -> list[Deed]:
    """Give the deeds that limit places. What stands so already is not written.

    A delegation that nobody belongs to yet is made. Who is accepted already stays so, also where
    more were than there are places.

    Raises:
        PlacesNotPossible: A number makes no sense, or a limit is to be lifted of a delegation that
            there is not.
    """
    now, groups, deeds = room(session), Groups(session), []
    for each in limits:
        if each.places is not None and not 0 <= each.places <= MOST_PLACES:
            raise PlacesNotPossible("number", str(each.places))
        if each.delegation and (each.places is None or not each.delegation.strip()):
            _refuse_if_unknown(now, each.delegation)
        of = groups.delegation(" ".join(each.delegation.split()))
        before = _limit_now(now, each.kind, of)
        if before != each.places:
            deeds.append(PlacesLimited(str(each.kind or ""), of, each.places, before))
    return [*groups.take_new(), *deeds] if deeds else []


def room(session: Session) -> Room:
    """Read how many places there are, and how many are taken: by those who are accepted."""
    rows = session.execute(
        select(PlaceLimit.kind, PlaceLimit.delegation_id, PlaceLimit.places).where(PlaceLimit.alive)
    ).all()
    named = session.execute(select(Delegation.id, Delegation.name))
    left = Room(
        next((row.places for row in rows if not row.kind and row.delegation_id is None), None),
        {row.kind: row.places for row in rows if row.kind},
        {row.delegation_id: row.places for row in rows if row.delegation_id is not None},
        {each: name for each, name in named},  # noqa: C416 - a row is no pair to mypy
    )
    counted = (
        select(KIND, Delegate.delegation_id, func.count().label("taken"))
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .where(Delegate.alive, Delegate.status == Status.ACCEPTED)
        .where(Delegate.place_taken_by.is_(None))
        .group_by(KIND, Delegate.delegation_id)
    )
    for row in session.execute(counted):
        left.count(Group(row.kind, row.delegation_id), row.taken)
    return left


def group_of(session: Session, delegate: UUID) -> Group:
    """Tell whose places a delegate takes."""
    row = session.execute(
        select(KIND, Delegate.delegation_id)
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .where(Delegate.id == delegate)
    ).one()
    return Group(row.kind, row.delegation_id)


def _limit_now(now: Room, kind: Kind | None, delegation: UUID | None) -> int | None:
    if kind is not None:
        return now.by_kind.get(kind)
    return now.in_all if delegation is None else now.by_delegation.get(delegation)


def _refuse_if_unknown(now: Room, delegation: str) -> None:
    known = sorted(now.names.values())
    if same_name(delegation) not in map(same_name, known):
        raise PlacesNotPossible("delegation", delegation, tuple(known))


def kind_of_organisation(session: Session, organisation: UUID) -> str:
    """Give the kind whose places people of an organisation take; blank if nobody said."""
    query = select(Organisation.kind, Organisation.id.in_(NETWORKS).label("is_network"))
    row = session.execute(query.where(Organisation.id == organisation)).first()
    if row is None:
        return ""
    return row.kind or (Kind.CLUSTER.value if row.is_network else "")
