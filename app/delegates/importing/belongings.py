"""What rows say of organisations, and of further ones that delegates stand for.

A list only ever adds to it: that another row, or another list, does not speak of a network is no
word against it. What a desk took away stays away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.belonging_deeds import COUNTRY, SERVICE, STRENGTH, RoleSet, TraitSet
from app.delegates.group_deeds import MembershipSet
from app.delegates.groups import Groups, same_name
from app.delegates.importing.known import Matched
from app.delegates.standing import Standing
from app.journal.deeds import Deed
from app.journal.turns import chunks
from db.base import Merged
from db.models import LogRow, Membership, Organisation, Role, Trait

Introduced = Mapping[str, tuple[str, str]]
"""The kind and country of organisations, by the name that their spellings share."""


def introduced(rows: Iterable[Matched]) -> Introduced:
    """Give what the first row of an organisation's own people tells of it."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        said = row.registration
        if said.organisation:
            told = (said.kind.value if said.kind else "", said.country)
            found.setdefault(same_name(said.organisation), told)
    return found


class Belongings:
    """Finds what is new in the rows of a list. ``groups`` finds and makes organisations.

    ``introduced`` is what the list tells of organisations that are named before their own rows.
    """

    def __init__(self, session: Session, introduced: Introduced) -> None:
        self.groups = Groups(session)
        self._introduced = introduced
        of = Standing(session).of
        self._networks = {
            (of(member), of(network))
            for member, network in _said(session, Membership, ("member_id", "network_id"))
        }
        self._traits = {
            (of(whose), sort, same_name(value))
            for whose, sort, value in _said(session, Trait, ("organisation_id", "sort", "value"))
        }
        seats = select(Organisation.id, Organisation.country).where(Organisation.country != "")
        self._traits |= {
            (of(whose), COUNTRY, same_name(country)) for whose, country in session.execute(seats)
        }
        self._roles = {
            (delegate, of(whose))
            for delegate, whose in _said(session, Role, ("delegate_id", "organisation_id"))
        }

    def of_row(
        self, matched: Matched, further: Iterable[tuple[str, str]], stands_for: UUID | None
    ) -> Iterator[Deed]:
        """Yield the deeds for what a row says and nobody said before.

        ``stands_for`` is the organisation on the delegate's badge, ``further`` are others.
        """
        said = matched.registration
        if matched.outdated:
            return
        organisation = self.groups.organisation(said.organisation)
        if organisation is not None:
            yield from self._of_organisation(organisation, matched)
        if matched.unsure:
            return
        yield from self._of_delegate(matched.delegate, further, stands_for)

    def _named(self, name: str) -> UUID | None:
        """Give an organisation that a row names besides; a new one is as its own rows tell."""
        kind, country = self._introduced.get(same_name(name), ("", ""))
        return self.groups.organisation(name, kind=kind, country=country)

    def _of_organisation(self, organisation: UUID, matched: Matched) -> Iterator[Deed]:
        said = matched.registration
        for name in said.networks:
            network = self._named(name)
            if network is None or network == organisation:
                continue
            if (organisation, network) not in self._networks:
                self._networks.add((organisation, network))
                yield MembershipSet(organisation, network, belongs=True)
        seat = self.groups.seats.get(organisation)
        countries = [each for each in said.countries if each != seat]
        yield from self._of_sort(organisation, COUNTRY, countries)
        yield from self._of_sort(organisation, STRENGTH, said.strengths)
        yield from self._of_sort(organisation, SERVICE, said.services)

    def _of_sort(self, organisation: UUID, sort: str, values: Iterable[str]) -> Iterator[Deed]:
        for value in values:
            key = (organisation, sort, same_name(value))
            if key not in self._traits:
                self._traits.add(key)
                yield TraitSet(organisation, sort, value, holds=True)

    def _of_delegate(
        self, delegate: UUID, further: Iterable[tuple[str, str]], stands_for: UUID | None
    ) -> Iterator[Deed]:
        for name, function in further:
            organisation = self._named(name)
            if organisation is None or organisation == stands_for:
                continue
            if (delegate, organisation) not in self._roles:
                self._roles.add((delegate, organisation))
                yield RoleSet(delegate, organisation, True, False, function)


def _said(session: Session, model: type[Merged], names: Sequence[str]) -> Iterator[Any]:
    """Yield what stands, and what a desk ended; not what ended because it was taken back."""
    columns = [getattr(model, name) for name in names]
    query = select(model.alive, model.stamp, *columns).where(model.stamp != "")
    rows = [tuple(row) for row in session.connection().execute(query) if None not in row[2:]]
    ended = {UUID(hex=stamp[16:]) for alive, stamp, *_ in rows if not alive}
    undone: set[UUID] = set()
    for part in chunks(sorted(ended)):
        undoing = select(LogRow.id).where(LogRow.id.in_(part), LogRow.undoes.is_not(None))
        undone |= set(session.scalars(undoing))
    for alive, stamp, *said in rows:
        if alive or UUID(hex=stamp[16:]) not in undone:
            yield said
