"""An organisation as it is looked at: what is known of it, its people, and how often they meet."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.delegates.organisations import UnknownOrganisation
from app.delegates.person import Person, people
from app.delegates.profiles import OrganisationFacts, organisation_profiles, people_of
from app.delegates.standing import Standing
from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED, arranged
from app.meetings.attendees import Attendees


@dataclass(frozen=True, slots=True)
class OrganisationSeen:
    """An organisation. ``people`` stand for it, or also do; ``meetings`` are not cancelled."""

    facts: OrganisationFacts
    people: tuple[Person, ...]
    meetings: int


def organisation_seen(journal: Journal, organisation: UUID) -> OrganisationSeen:
    """Give an organisation, or the one it was merged into.

    Raises:
        UnknownOrganisation: There is none of this id.
    """
    with journal.reading() as session:
        stands = Standing(session).of(organisation)
        facts = organisation_profiles(session, {stands}).get(stands)
        if facts is None:
            raise UnknownOrganisation(str(organisation))
        ids = people_of(session, stands)
        known = people(session, ids)
        meetings = arranged(session, Attendees(session), ids) if ids else []
        return OrganisationSeen(
            facts,
            tuple(known.values()),
            sum(each.state != CANCELLED for each in meetings),
        )
