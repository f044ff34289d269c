"""Who and what might be the same, for a person to decide.

Nothing here is ever merged by itself: two people of one name stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio
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
_ALIKE = 90
_LONGEST_GROUP = 400


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
    everybody = list(known)
    by_name, by_email, by_organisation = (_grouped(everybody, key) for key in _PEOPLE_KEYS)
    for person in new:
        why: dict[UUID, str] = {}
        for group, reason in (
            (by_organisation[fold(person.organisation)], "spelling"),
            (by_email[person.email], "email"),
            (by_name[name_key(person.name)], "name"),
        ):
            if len(group) <= _LONGEST_GROUP:
                why |= {
                    other.id: reason
                    for other in group
                    if reason != "spelling" or _misspelt(person.name, other.name)
                }
        why.pop(person.id, None)
        yield from (Alike(person.id, other, reason) for other, reason in why.items())


def organisations_alike(new: Iterable[Named], known: Iterable[Named]) -> Iterator[Alike]:
    """Yield each new organisation with those whose name differs by accents, form or a letter."""
    by_initial: dict[str, list[tuple[str, UUID]]] = defaultdict(list)
    for each in known:
        key = organisation_key(each.name)
        by_initial[key[:1]].append((key, each.id))
    for each in new:
        key = organisation_key(each.name)
        group = by_initial[key[:1]]
        matches = process.extract_iter(
            key, [other for other, _ in group], scorer=ratio, score_cutoff=_ALIKE
        )
        for other, _score, place in matches:
            if group[place][1] != each.id:
                yield Alike(each.id, group[place][1], "legal_form" if other == key else "spelling")


def _grouped(people: Iterable[Named], key: object) -> dict[str, list[Named]]:
    assert callable(key)  # noqa: S101
    groups: dict[str, list[Named]] = defaultdict(list)
    for person in people:
        value = key(person)
        if value:
            groups[value].append(person)
    return groups


_PEOPLE_KEYS = (
    lambda person: name_key(person.name),
    lambda person: person.email,
    lambda person: fold(person.organisation),
)


def _misspelt(one: str, other: str) -> bool:
    first, second = name_key(one), name_key(other)
    allowed = 1 if len(first) < 10 else 2
    return DamerauLevenshtein.distance(first, second, score_cutoff=allowed) <= allowed
