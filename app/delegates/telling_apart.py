"""Who and what might be the same, for a person to decide.

Nothing here is ever merged by itself: two people of one name stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.person import Person, people
from db.models import Delegate
from db.search import find

_LEGAL_FORM_WORDS = """
    ab ag aps as asa asbl bv co corp cv ek eg ehf ev gbr ggmbh gmbh hf inc kft kg kgaa limited
    llc llp lp ltd mbh nv ob oe ohg oo ou oy oyj plc pbc pty rt sa sarl sas sca scrl se sia sl
    slu snc sp spa spj spol spzoo srl sro ug uab vof vzw zoo zrt z
"""
_LEGAL_FORMS = frozenset(_LEGAL_FORM_WORDS.split())
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.\s?(?=\w\.)")
_NUMBER = re.compile("[0-9]+")
_ALIKE = 90
_LONG = 10
_MOST_COLLEAGUES = 400
MOST_NAMESAKES = 20
"""What more people than these share is no sign that two of them are one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name; people also have an organisation and an e-mail, or blanks."""

    id: UUID
    name: str
    organisation: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two that might be one. ``why``: ``name``, ``email``, ``spelling`` or ``legal_form``."""

    first: UUID
    second: UUID
    why: str


def name_key(name: str) -> str:
    """Give a key that the same words share in whatever order, accents and capitals."""
    return " ".join(sorted(fold(name).split()))


def organisation_key(name: str) -> str:
    """Give a key that an organisation's spellings share: without accents and legal form."""
    words = fold(_DOTTED.sub("", name)).split()
    kept = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(kept or words)


def namesakes(session: Session, name: str, email: str) -> tuple[Person, ...]:
    """Find the delegates who have this name, accents and order aside, or this e-mail."""
    ids = set(find(session, fold(name), limit=50)) if name else set()
    if email:
        ids |= set(session.scalars(select(Delegate.id).filter_by(email=email.lower(), alive=True)))
    return tuple(
        each
        for each in people(session, ids).values()
        if name_key(each.name) == name_key(name) or (email and each.email == email.lower())
    )


def people_alike(new: Iterable[Named], known: Iterable[Named]) -> Iterator[Alike]:
    """Yield each new person with those they might be: of one name, e-mail, or misspelt."""
    everybody = _Crowd(known)
    for person in new:
        why = {
            **dict.fromkeys(everybody.misspelt(person), "spelling"),
            **dict.fromkeys(everybody.of_email(person), "email"),
            **dict.fromkeys(everybody.of_name(person), "name"),
        }
        why.pop(person.id, None)
        yield from (Alike(person.id, other, reason) for other, reason in why.items())


def organisations_alike(new: Iterable[Named], known: Iterable[Named]) -> Iterator[Alike]:
    """Yield each new organisation with those whose name differs by accents, form or a letter."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - most of what a desk does compares nothing

    by_initial: dict[str, _Names] = defaultdict(_Names)
    for each in known:
        key = organisation_key(each.name)
        by_initial[key[:1]].add(key, each.id)
    for each in new:
        key = organisation_key(each.name)
        for other, thing in by_initial[key[:1]].like(key, ratio, _ALIKE):
            if thing != each.id and _misspelt(key, other):
                yield Alike(each.id, thing, "legal_form" if other == key else "spelling")


def _misspelt(one: str, other: str) -> bool:
    """Tell whether the words that differ do so by a letter or two.

    Long names share most of their words with others that are only their like elsewhere.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    words, others = one.split(), other.split()
    left = " ".join(word for word in words if word not in others)
    right = " ".join(word for word in others if word not in words)
    return OSA.distance(left, right) <= _most_slips(min(left, right, key=len))


def _most_slips(key: str) -> int:
    return 1 if len(key) < _LONG else 2


class _Names:
    """Folded names, and whose they are."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.ids: list[UUID] = []

    def add(self, key: str, thing: UUID) -> None:
        self.keys.append(key)
        self.ids.append(thing)

    def like(
        self, key: str, scorer: Callable[..., float], cutoff: float
    ) -> Iterator[tuple[str, UUID]]:
        """Yield those that a scorer finds close. Of two numbers, one is no misspelling."""
        from rapidfuzz import process  # noqa: PLC0415

        numbers = _NUMBER.findall(key)
        for other, _score, place in process.extract_iter(
            key, self.keys, scorer=scorer, score_cutoff=cutoff
        ):
            if _NUMBER.findall(other) == numbers:
                yield other, self.ids[place]


class _Crowd:
    """People, by what two entries of one person have in common.

    What a large group shares is no sign of that: one mailbox for a whole delegation, or "N.N."
    for all who are not known yet.
    """

    def __init__(self, people: Iterable[Named]) -> None:
        self._by_name: dict[str, list[UUID]] = defaultdict(list)
        self._by_email: dict[str, list[UUID]] = defaultdict(list)
        self._by_organisation: dict[str, _Names] = defaultdict(_Names)
        for person in people:
            key = name_key(person.name)
            self._by_name[key].append(person.id)
            self._by_email[person.email].append(person.id)
            self._by_organisation[fold(person.organisation)].add(key, person.id)

    def of_name(self, person: Named) -> Sequence[UUID]:
        return _told(self._by_name[name_key(person.name)])

    def of_email(self, person: Named) -> Sequence[UUID]:
        return _told(self._by_email[person.email]) if person.email else ()

    def misspelt(self, person: Named) -> Iterator[UUID]:
        colleagues = self._by_organisation[fold(person.organisation)]
        if not person.organisation or len(colleagues.ids) > _MOST_COLLEAGUES:
            return
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        key = name_key(person.name)
        most = _most_slips(key)
        yield from (thing for _key, thing in colleagues.like(key, OSA.distance, most))


def _told(group: Sequence[UUID]) -> Sequence[UUID]:
    return group if len(group) <= MOST_NAMESAKES else ()
