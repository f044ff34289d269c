"""Words that a form may be filled with, found as people are: folded, half written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.delegates.countries import country_name, country_spellings, likely_country
from app.delegates.folding import fold, spellings
from app.delegates.groups import same_name
from app.journal.journal import Journal
from db.models import Delegate, Delegation, Organisation


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word, and what it is found by: the folded ways it is written, its own first."""

    text: str
    found_by: tuple[str, ...]


Known = tuple[KnownWord, ...]


@dataclass(frozen=True, slots=True)
class OfOrganisation:
    """What holds of all people of an organisation; ``country`` is a code. A blank: nothing does."""

    country: str = ""
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the event knows, and the countries; those that most people share come first."""

    organisations: Known = ()
    delegations: Known = ()
    badge_types: Known = ()
    countries: Known = ()
    people_of: Mapping[str, OfOrganisation] = field(default_factory=dict)
    """By the name of an organisation, as ``same_name`` gives it."""


def known_words(journal: Journal, locale: str = "en") -> KnownWords:
    """Read the words of an event; countries are found also by their names in a language."""
    here = Delegate.alive
    organisations = (
        select(Organisation.name)
        .outerjoin(Delegate, (Delegate.organisation_id == Organisation.id) & here)
        .where(Organisation.alive)
        .group_by(Organisation.id)
    )
    delegations = (
        select(Delegation.name)
        .outerjoin(Delegate, (Delegate.delegation_id == Delegation.id) & here)
        .where(Delegation.alive)
        .group_by(Delegation.id)
    )
    types = select(Delegate.badge_type).where(here, Delegate.badge_type != "")
    often = func.count(Delegate.id).desc()
    with journal.reading() as session:
        asked = session.scalars
        return KnownWords(
            _known(asked(organisations.order_by(often, Organisation.name))),
            _known(asked(delegations.order_by(often, Delegation.name))),
            _known(asked(types.group_by(Delegate.badge_type).order_by(often, Delegate.badge_type))),
            tuple(
                KnownWord(country_name(code), names)
                for code, names in country_spellings(locale).items()
            ),
            _people_of(session),
        )


def suggested(known: Iterable[KnownWord], typed: str, most: int = 8) -> tuple[str, ...]:
    """Give the words that may be meant, the likeliest first; for a blank, the first of all.

    Each word that was typed begins a word of what it finds, in any order.
    """
    wanted = fold(typed)
    ranked = sorted(
        (rank, at, word.text)
        for at, word in enumerate(known)
        if (rank := _rank(word.found_by, wanted)) is not None
    )
    return tuple(text for _rank, _at, text in ranked[:most])


def suggested_countries(known: Sequence[KnownWord], typed: str, most: int = 8) -> tuple[str, ...]:
    """Do the same for countries; a name that is damaged finds the one it can only mean."""
    found = suggested(known, typed, most)
    meant = None if found else likely_country(typed)
    return (country_name(meant),) if meant is not None else found


def _people_of(session: Session) -> Mapping[str, OfOrganisation]:
    query = (
        select(Organisation.name, Organisation.country, Delegate.country, Delegation.name)
        .outerjoin(Delegate, (Delegate.organisation_id == Organisation.id) & Delegate.alive)
        .outerjoin(Delegation, (Delegation.id == Delegate.delegation_id) & Delegation.alive)
        .where(Organisation.alive)
        .distinct()
    )
    countries: dict[str, set[str]] = defaultdict(set)
    delegations: dict[str, set[str]] = defaultdict(set)
    for name, own, country, delegation in session.execute(query):
        key = same_name(name)
        countries[key].add(own or country or "")
        delegations[key].add(delegation or "")
    return {
        key: OfOrganisation(_only(countries[key]), _only(delegations[key])) for key in countries
    }


def _only(said: Set[str]) -> str:
    """Give the one thing that is said, if no other is; who says nothing does not count."""
    said = said - {""}
    return next(iter(said)) if len(said) == 1 else ""


def _known(names: Iterable[str]) -> Known:
    return tuple(KnownWord(name, _written(name)) for name in names)


def _written(name: str) -> tuple[str, ...]:
    others = (other for word in name.split() for other in spellings(word))
    return (fold(name), *others)


def _rank(found_by: Sequence[str], wanted: str) -> int | None:
    if not wanted:
        return 0
    if wanted in found_by:
        return 0
    begins = [each.startswith(wanted) for each in found_by]
    if any(begins):
        return 1 if begins[0] else 2
    words = [word for each in found_by for word in each.split()]
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 3
    return None
