"""Which badges are wanted, and what stands on each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.badges import ActiveBadge, active_badges
from app.delegates.countries import country_name
from app.delegates.person import Person, people
from app.printing.badges import BadgeFace
from app.printing.order import by_family_name
from app.printing.refusals import NotYetAccepted, Only
from app.printing.wishes import Wish
from db.models import Delegate, Print

SPECIMEN = "SPECIMEN"
"""The code in the preview of a badge that gets its first one when it is drawn."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A badge that is to be printed. It has no ``badge`` while no code was given out."""

    person: Person
    badge: UUID | None
    face: BadgeFace

    @property
    def content(self) -> str:
        """Hash what stands on the badge, its code included."""
        return hashed(self.face)


def people_for(session: Session, delegates: Collection[UUID]) -> list[Person]:
    """Give the named delegates, or all who may have a badge, by family name.

    Raises:
        NotYetAccepted: A named delegate may not have a badge.
    """
    found = list(people(session, delegates or None).values())
    if not delegates:
        erased = set(session.scalars(select(Delegate.id).where(Delegate.erased)))
        found = [each for each in found if each.id not in erased]
    without = [each for each in found if not _may_have_badge(each)]
    if delegates and without:
        raise NotYetAccepted(tuple(without))
    return sorted(filter(_may_have_badge, found), key=by_family_name)


def wanted_of(session: Session, chosen: Sequence[Person]) -> list[Wanted]:
    """Give the badges of people, in their order."""
    badges = active_badges(session, [person.id for person in chosen])
    return [_wanted(person, badges.get(person.id)) for person in chosen]


def narrowed(wanted: Sequence[Wanted], before: Mapping[UUID, str], wish: Wish) -> list[Wanted]:
    """Leave out what a wish does not ask for; ``before`` is as ``printed_before`` gives it."""
    if wish.delegates or wish.only is Only.ALL:
        return list(wanted)
    if wish.only is Only.NEW:
        return [each for each in wanted if each.person.id not in before]
    return [each for each in wanted if before.get(each.person.id, each.content) != each.content]


def printed_before(session: Session, delegates: Collection[UUID]) -> Mapping[UUID, str]:
    """Give what stood on the last badge that came out for each delegate."""
    query = select(Print.delegate_id, Print.content).where(Print.alive).order_by(Print.stamp)
    wanted = set(delegates)
    return {delegate: content for delegate, content in session.execute(query) if delegate in wanted}


def face_of(person: Person, badge: ActiveBadge | None) -> BadgeFace:
    """Give what stands on a delegate's badge."""
    issue = badge.issue if badge else 1
    return BadgeFace(
        badge_number=f"{person.badge_number}/{issue}" if issue > 1 else person.badge_number,
        given_name=person.given_name,
        family_name=person.family_name,
        organisation=person.organisation,
        country=country_name(person.country) if person.country else "",
        badge_type=person.badge_type or "Delegate",
        delegation=person.delegation,
        delegation_colour=person.delegation_colour,
        code=badge.code if badge else SPECIMEN,
    )


def hashed(face: BadgeFace) -> str:
    """Hash what stands on a badge, as ``Print.content`` holds it."""
    return blake2b(repr(face).encode(), digest_size=8).hexdigest()


def _wanted(person: Person, badge: ActiveBadge | None) -> Wanted:
    return Wanted(person, badge.id if badge else None, face_of(person, badge))


def _may_have_badge(person: Person) -> bool:
    return person.status == "accepted" and person.place_taken_by is None
