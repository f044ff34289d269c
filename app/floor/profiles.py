"""What two have in common who never asked for each other, by what they said of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.by_sector import texts_of
from app.delegates.folding import fold
from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED
from app.meetings.attendees import Attendees
from app.meetings.setting import Setting
from app.meetings.wishes import naming
from app.partners.words import words_in
from db.models import Delegate, Meeting

_COMMON_PARTS = 3
"""A word in more than one profile of so many tells nothing of anybody."""
_FEW = 3
"""A word in so few profiles may tell something, however few profiles there are."""
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody said of themselves. Each word and sector stands by how it is compared.

    ``seeks`` and ``offers`` are words as they were written; ``has`` are those of ``offers`` and of
    the sectors.
    """

    sectors: Mapping[str, str]
    seeks: Mapping[str, str]
    offers: Mapping[str, str]
    has: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Common:
    """Why two may have something to say to each other.

    ``wanted`` are words of what ``seeker`` looks for and the other has; or, if nobody looks for
    the other, both are in ``sectors``.
    """

    sectors: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    seeker: UUID | None = None


class Profiles:
    """The profiles of an event, by who stands there now."""

    def __init__(self, of: Mapping[UUID, Profile]) -> None:
        self.of = of
        written = Counter(word for each in of.values() for word in {*each.seeks, *each.offers})
        most = max(_FEW, len(of) // _COMMON_PARTS)
        self._vague = {word for word, times in written.items() if times > most}

    def in_common(self, one: UUID, other: UUID) -> tuple[int, Common] | None:
        """Give what two have in common, and how much that counts; nothing if they have nothing.

        What one looks for and the other has counts more than any number of sectors.
        """
        pair = self.of.get(one), self.of.get(other)
        if pair[0] is None or pair[1] is None:
            return None
        for_one, for_other = self._wanted(pair[0], pair[1]), self._wanted(pair[1], pair[0])
        sectors = tuple(name for key, name in pair[0].sectors.items() if key in pair[1].sectors)
        counts = 100 * (len(for_one) + len(for_other)) + len(sectors)
        if for_one or for_other:
            seeker, wanted = (one, for_one) if for_one else (other, for_other)
            return counts, Common(wanted=wanted[:_SHOWN], seeker=seeker)
        return (counts, Common(sectors[:_SHOWN])) if sectors else None

    def _wanted(self, seeker: Profile, other: Profile) -> tuple[str, ...]:
        has = other.has
        return tuple(has[key] for key in seeker.seeks if key in has and key not in self._vague)


class Known:
    """Reads who is who, and who met whom: profiles once for as long as the people are the same."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._read: tuple[Attendees, Profiles] | None = None
        self._lock = Lock()

    def profiles(self, around: Setting) -> Profiles:
        """Give the profiles of an event.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._lock:
            attendees = around.attendees
            if self._read is None or self._read[0] is not attendees:
                with self._journal.reading() as session:
                    self._read = attendees, profiles(session, attendees)
            return self._read[1]

    def met(self, around: Setting, people: Collection[UUID]) -> frozenset[UUID]:
        """Give whom some people have met, or are to meet, on any day.

        Raises:
            StorageRefused: The file can't be read.
        """
        attendees = around.attendees
        with self._journal.reading() as session:
            rows = session.connection().execute(
                select(Meeting.hosts, Meeting.guests).where(
                    Meeting.alive,
                    Meeting.state != CANCELLED,
                    naming(session, Meeting, attendees, people),
                )
            )
            return frozenset(
                person
                for sides in rows
                for side in sides
                for person in attendees.standing_named(side)
            )


def profiles(session: Session, attendees: Attendees) -> Profiles:
    """Read the profiles of all delegates who have one."""
    rows = session.connection().execute(
        select(Delegate.id, Delegate.sectors, Delegate.seeks, Delegate.offers, Delegate.by_sector)
        .where(Delegate.alive)
        .order_by(Delegate.id)
    )
    return Profiles(
        {
            attendees.standing(delegate): profile(
                sectors,
                "\n".join((seeks, *texts_of(by_sector, "seeks"))),
                "\n".join((offers, *texts_of(by_sector, "offers"))),
            )
            for delegate, sectors, seeks, offers, by_sector in rows
            if sectors or seeks or offers or by_sector
        }
    )


def profile(sectors: Iterable[str], seeks: str, offers: str) -> Profile:
    """Give a profile as it is compared."""
    of_sectors = {fold(each): each for each in sectors}
    named = {word: name for name in of_sectors.values() for word in _words(name)}
    offered = _words(offers)
    return Profile(of_sectors, _words(seeks), offered, offered | named)


def _words(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words_in(text):
        found.setdefault(word.key, word.written)
    return found
