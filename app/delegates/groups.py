"""Organisations and delegations by their names."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.group_deeds import DelegationAdded, OrganisationAdded, OrganisationChanged
from app.delegates.standing import Standing
from app.journal.deeds import Deed
from db.ids import new_id
from db.models import Delegation, Organisation

PLAIN_COLOURS = ("#0072B2", "#56B4E9", "#D55E00", "#4A4F57", "#CC79A7", "#E69F00", "#007A5A")
STRIPED_COLOURS = ("#332288", "#882255", "#999933", "#44AA99", "#AA4499", "#CC6677", "#117733")
BAND_COLOURS = PLAIN_COLOURS + STRIPED_COLOURS
"""Colours of delegations that were given none, in turn. They are told apart by most people who
see few colours, the striped ones from the plain ones by their stripes on the screen; the name
stands beside each all the same. Source: Okabe and Ito, Color Universal Design; Paul Tol, Colour
Schemes, "muted"."""


class Groups:
    """Finds organisations and delegations by name, and makes those that are new.

    One spelling is one organisation; only capitals and spaces do not count. What differs by
    more is for a person to decide; what a person merged stays one.
    """

    def __init__(self, session: Session) -> None:
        organisations = session.execute(
            select(Organisation.name, Organisation.id, Organisation.short_name).where(
                or_(Organisation.alive, Organisation.merged_into.is_not(None))
            )
        )
        delegations = session.execute(
            select(Delegation.id, Delegation.name).where(Delegation.alive)
        )
        self._names: dict[UUID, str] = {}
        self._organisations: dict[str, UUID] = {}
        self._delegations: dict[str, UUID] = {}
        self._short: set[UUID] = set()
        standing = Standing(session)
        for name, thing, short in organisations:
            if short:
                self._short.add(thing)
            self._organisations[same_name(name)] = standing.of(thing)
            self._names[thing] = name
        for thing, name in delegations:
            self._delegations[same_name(name)] = thing
            self._names[thing] = name
        self.seats: dict[UUID, str] = {}
        """The countries of organisations that were made here."""
        self._new: list[Deed] = []

    def organisation(self, name: str, *, kind: str = "", country: str = "") -> UUID | None:
        """Give the organisation of this name; nothing for a blank name."""
        if not name:
            return None
        known = self._organisations.get(same_name(name))
        if known is None:
            known = self._organisations[same_name(name)] = new_id()
            self._names[known] = name
            self.seats[known] = country
            self._new.append(OrganisationAdded(known, name, fold(name), kind, country))
        return known

    def shorten(self, organisation: UUID, short_name: str) -> None:
        """Call an organisation so where there is little room, unless it has a short name."""
        if organisation not in self._short:
            self._short.add(organisation)
            values = {"short_name": short_name}
            self._new.append(OrganisationChanged(organisation, values, before={"short_name": ""}))

    def delegation(self, name: str) -> UUID | None:
        """Give the delegation of this name; nothing for a blank name."""
        if not name:
            return None
        known = self._delegations.get(same_name(name))
        if known is None:
            known = self._delegations[same_name(name)] = new_id()
            self._names[known] = name
            colour = BAND_COLOURS[(len(self._delegations) - 1) % len(BAND_COLOURS)]
            self._new.append(DelegationAdded(known, name, colour))
        return known

    def name_of(self, thing: UUID) -> str:
        """Give the name of an organisation or delegation; blank if there is none of this id."""
        return self._names.get(thing, "")

    def take_new(self) -> Iterator[Deed]:
        """Yield the deeds that make what was new since the last call."""
        new, self._new = self._new, []
        yield from new


def same_name(name: str) -> str:
    """Give what the spellings of one name share: all but capitals and spaces."""
    return " ".join(name.split()).casefold()
