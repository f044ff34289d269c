"""Finding delegates by what they look for and what they offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.by_sector import sectors_of, texts_of
from app.delegates.folding import fold
from app.delegates.groups import same_name
from app.delegates.indexing import found_by
from app.delegates.person import Person, people
from app.journal.journal import Journal
from db.matching import terms_of
from db.models import Delegate
from db.search import find, suggest
from db.search_index import PROFILES

EVERYBODY = 100_000
"""More than there are: a list that is filtered leaves nobody out whom the words fit."""
_CHUNK = 500


class Side(StrEnum):
    """What of a profile says it."""

    SEEKS = "seeks"
    OFFERS = "offers"


@dataclass(frozen=True, slots=True)
class Sought:
    """A delegate whose profile says it.

    ``sides``: where all of it stands, together with their sectors; none, if only these say it, or
    both sides a part each.
    """

    person: Person
    sectors: tuple[str, ...]
    seeks: str
    offers: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class SoughtAll:
    """Who was found, the best match first. ``corrected``: only by taking words for misspelt."""

    delegates: tuple[Sought, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class Seeking:
    """Finds delegates by their profiles, as folded and as forgiving as by name."""

    journal: Journal

    def find(
        self, text: str, side: Side | None = None, sector: str = "", limit: int = 50
    ) -> SoughtAll:
        """Find those who seek or offer something.

        Args:
            text: Words in any order, without accents, half written.
            side: Only what they seek, or only what they offer; either, if it is not given.
            sector: Only delegates of this sector; all, if it is blank.
            limit: The most to find.
        """
        query = fold(text)
        with self.journal.reading() as session:
            exact = find(session, query, EVERYBODY, PROFILES)
            ids = exact or suggest(session, query, limit, PROFILES)
            terms = terms_of(query)
            told = self._told(session, ids, terms)
            fit = (each for each in told if _is_of(each, side, sector, corrected=not exact))
            return SoughtAll(tuple(islice(fit, limit)), not exact)

    def ids(self, text: str) -> tuple[frozenset[UUID], bool]:
        """Give everybody who seeks or offers something, and whether words were taken for misspelt.

        It needs a few milliseconds among 10,000.
        """
        query = fold(text)
        with self.journal.reading() as session:
            exact = find(session, query, EVERYBODY, PROFILES)
            found = exact or suggest(session, query, EVERYBODY, PROFILES)
        return frozenset(found), bool(found) and not exact

    @staticmethod
    def _told(session: Session, ids: Sequence[UUID], terms: Sequence[str]) -> Iterator[Sought]:
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            known = people(session, part)
            columns = (Delegate.id, Delegate.sectors, Delegate.seeks, Delegate.offers)
            query = select(*columns, Delegate.by_sector).where(Delegate.id.in_(part))
            rows = {row.id: row for row in session.execute(query)}
            for delegate in part:
                if delegate in known:
                    yield _sought(known[delegate], rows[delegate], terms)


def _sought(person: Person, row: Any, terms: Sequence[str]) -> Sought:
    by_sector: Mapping[str, Any] = row.by_sector
    whole = {
        side: "\n".join(filter(None, (getattr(row, side.value), *texts_of(by_sector, side.value))))
        for side in Side
    }
    sectors = sectors_of(row.sectors, by_sector)
    of_sectors = found_by(sectors)
    said = tuple(side for side in Side if _says(found_by([whole[side]]), of_sectors, terms))
    return Sought(person, sectors, whole[Side.SEEKS], whole[Side.OFFERS], said)


def _says(side: str, sectors: str, terms: Sequence[str]) -> bool:
    """Tell whether one side says what is sought; sectors may say a part of it."""
    here = [term for term in terms if term in side]
    return bool(here) and all(term in here or term in sectors for term in terms)


def _is_of(sought: Sought, side: Side | None, sector: str, *, corrected: bool) -> bool:
    wanted = same_name(sector)
    is_of_sector = not wanted or wanted in map(same_name, sought.sectors)
    # Of a misspelt word nobody can say on which side it stands.
    return is_of_sector and (corrected or side is None or side in sought.sides)
