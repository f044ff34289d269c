"""Finds whom a delegate may want to meet, and makes requests of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.by_sector import sectors_of, texts_of
from app.delegates.person import Person, people, person
from app.delegates.profiles import organisations_of
from app.delegates.registration import Status
from app.errors import DeskError
from app.journal.journal import Journal
from app.journal.log import subjects_since
from app.journal.turns import chunks
from app.meetings.arranged import CANCELLED
from app.meetings.attendees import Attendees, entries_of
from app.meetings.orders import RequestOrder
from app.meetings.requests import Requests
from app.meetings.views import RequestFacts
from app.partners.ranking import Crowd, Profile, Why
from db.models import Delegate, LogRow, Meeting, Request
from db.rows import last_row
from db.sides import naming

_OF_PEOPLE = (
    *("Delegate", "Organisation", "PlaceTaken", "PlaceGivenBack", "StatusSet", "RoleSet"),
    *("PersonErased", "EverybodyErased"),
)
"""How kinds of deeds begin after which somebody may be another, or say something else."""
_USUAL = 10


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody whom a delegate may want to meet, and why."""

    person: Person
    why: Why


@dataclass(eq=False)
class NoSuchPartner(DeskError):
    """So many likely partners there are not. ``most`` are."""

    delegate: Person
    number: int
    most: int


@dataclass(frozen=True, slots=True)
class _Read:
    crowd: Crowd
    rows: int


def comes(person: Person) -> bool:
    """Tell whether somebody is to come, and so has partners to find."""
    return person.status == Status.ACCEPTED and person.place_taken_by is None


class Partners:
    """Suggests partners. Everybody's profile is read once, and again when one has changed.

    Each thread may ask; one reads at a time. How often others were asked for is as of then.
    """

    def __init__(self, journal: Journal, letters: str) -> None:
        self._journal = journal
        self._requests = Requests(journal, letters)
        self._read: _Read | None = None
        self._lock = Lock()

    def of(self, delegate: UUID, most: int = _USUAL) -> tuple[Partner, ...]:
        """Give whom a delegate may want to meet, the likeliest first.

        Nobody of their organisations, and nobody whom they asked, who asked them, or whom they
        meet: also not if that was withdrawn or cancelled by one of the two.

        Raises:
            UnknownDelegate: There is no such delegate.
        """
        with self._lock, self._journal.reading() as session:
            person(session, delegate)
            crowd = self._crowd(session)
            likely = crowd.likely(delegate, _known(session, delegate), most)
            known = people(session, {each.id for each in likely})
        return tuple(Partner(known[each.id], each.why) for each in likely if each.id in known)

    def ask(self, delegate: UUID, partner: UUID) -> RequestFacts:
        """Note that a delegate wants to meet somebody; refuses as ``Requests.add`` does."""
        return self._requests.add([delegate], [partner], RequestOrder())

    def ask_nth(self, delegate: UUID, number: int) -> RequestFacts:
        """Note that a delegate wants to meet the one who is suggested at this place.

        Raises:
            NoSuchPartner: So many are not suggested.
            RequestStands, RequestNotPossible: As for ``ask``.
        """
        found = self.of(delegate, max(number, _USUAL))
        if not 1 <= number <= len(found):
            with self._journal.reading() as session:
                raise NoSuchPartner(person(session, delegate), number, len(found))
        return self.ask(delegate, found[number - 1].person.id)

    def _crowd(self, session: Session) -> Crowd:
        last = last_row(session, LogRow)
        if self._read is not None:
            since = {kind for kind, _subject in subjects_since(session, self._read.rows)}
            if not any(kind.startswith(_OF_PEOPLE) for kind in since):
                self._read = _Read(self._read.crowd, last)
                return self._read.crowd
        self._read = _Read(crowd_of(session), last)
        return self._read.crowd


def crowd_of(session: Session) -> Crowd:
    """Read everybody who comes, and how often each was asked for."""
    attendees = Attendees(session)
    coming = {each for each, found in attendees.entries.items() if found.is_coming}
    stands_for = organisations_of(session, coming)
    asked: Counter[UUID] = Counter()
    requests = select(Request.hosts).where(Request.alive, ~Request.withdrawn)
    for (hosts,) in session.connection().execute(requests):
        asked.update(attendees.standing_named(hosts))
    query = select(
        *(Delegate.id, Delegate.country, Delegate.delegation_id, Delegate.sectors),
        *(Delegate.seeks, Delegate.offers, Delegate.by_sector),
    )
    rows = session.connection().execute(query.where(Delegate.alive).order_by(Delegate.id))
    return Crowd(
        (
            Profile(
                row.id,
                stands_for[row.id],
                str(row.delegation_id or ""),
                row.country,
                sectors_of(row.sectors, row.by_sector),
                _texts(row.seeks, row.by_sector, "seeks"),
                _texts(row.offers, row.by_sector, "offers"),
            )
            for row in rows
            if row.id in coming
        ),
        asked,
    )


def _texts(text: str, by_sector: Mapping[str, Mapping[str, str]], side: str) -> tuple[str, ...]:
    return tuple(filter(None, (text, *texts_of(by_sector, side))))


def _known(session: Session, delegate: UUID) -> Collection[UUID]:
    """Give all whom requests or meetings name together with a delegate, and who stands for them."""
    entries = entries_of(session, delegate)
    named = {
        entry
        for model in (Request, Meeting)
        for sides in _sides(session, model, sorted(naming(session, model.__tablename__, entries)))
        for side in sides
        for entry in side
    }
    ids = {UUID(each) for each in named}
    attendees = Attendees(session, ids)
    return {delegate, *ids, *attendees.standing_all(ids)}


def _sides(
    session: Session, model: type[Request] | type[Meeting], ids: Sequence[UUID]
) -> Iterable[tuple[list[str], list[str]]]:
    query = select(model.hosts, model.guests).where(model.alive)
    if model is Meeting:
        query = query.where(Meeting.state != CANCELLED)
    for part in chunks(ids):
        for row in session.connection().execute(query.where(model.id.in_(part))):
            yield row.hosts, row.guests
