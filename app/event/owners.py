"""Own tables and stands: only meetings with their owners take place there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.groups import Groups
from app.delegates.organisations import UnknownOrganisation
from app.delegates.person import resolve
from app.event.owning import Owner, owner_rows, possible_owners
from app.event.place_deeds import TableOwnerSet
from app.event.tables import named_tables
from app.journal.journal import Journal, Unit
from db.models import Organisation


@dataclass(frozen=True, slots=True)
class OwnersOrder:
    """Whose a table shall be: organisations as they are spelt here, or by id, and delegates.

    Delegates are named by badge number, e-mail or id. Nobody means that it is everybody's.
    """

    organisations: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owners:
    """Says whose tables are."""

    journal: Journal

    def possible(self) -> tuple[Owner, ...]:
        """Give everybody who may own a table: organisations first, each by their names."""
        with self.journal.reading() as session:
            return possible_owners(session)

    def set(self, tables: Sequence[str], order: OwnersOrder) -> None:
        """Make these the owners of each of the tables, and nobody else.

        Raises:
            UnknownTable, UnknownOrganisation, UnknownDelegate, SeveralDelegates: A name does not
                say which one is meant.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            session = pen.session
            companies = [_organisation(session, each) for each in order.organisations]
            people = [resolve(session, each) for each in order.delegates]
            for table in named_tables(session, tables):
                pen.write_all(list(_deeds(session, table.id, (companies, people))))


def _deeds(
    session: Session, table: UUID, wanted: tuple[Sequence[UUID], Sequence[UUID]]
) -> Iterator[TableOwnerSet]:
    companies, people = wanted
    rows = [row for row in owner_rows(session) if row.table_id == table]
    for row in rows:
        if row.owner is None or row.owner.id not in {*companies, *people}:
            yield TableOwnerSet(table, row.organisation_id, row.delegate_id, owns=False)
    known = {row.owner.id for row in rows if row.owner is not None}
    for company in dict.fromkeys(companies):
        if company not in known:
            yield TableOwnerSet(table, company, None, owns=True)
    for delegate in dict.fromkeys(people):
        if delegate not in known:
            yield TableOwnerSet(table, None, delegate, owns=True)


def _organisation(session: Session, named: str) -> UUID:
    with suppress(ValueError):
        found = session.scalar(
            select(Organisation.id).where(Organisation.alive, Organisation.id == UUID(named))
        )
        if found is not None:
            return found
    groups = Groups(session)
    known = groups.organisation(named)
    if known is None or any(deed.name == named for deed in groups.take_new()):
        raise UnknownOrganisation(named)
    return known
