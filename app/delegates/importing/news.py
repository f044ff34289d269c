"""What is news in a registration, against what is stored and what the source said before."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.deeds import DelegateImported, DoubtRaised, Values
from app.delegates.groups import Groups
from app.delegates.importing.known import full_name, keys_of
from app.delegates.orders import as_json
from app.delegates.registration import Registration, Status
from db.models import Delegate, Imported

_TEXTS = (
    *("given_name", "family_name", "email", "phone", "function", "country", "city"),
    *("badge_type", "seeks", "offers", "note", "attention", "order_code"),
)
_NAMES = ("given_name", "family_name")
_BEST_FIRST = (
    Status.ACCEPTED,
    Status.WAITING,
    Status.RECEIVED,
    Status.DECLINED,
    Status.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """A registration and whom it speaks of. ``new`` delegates are not stored yet.

    ``status`` stands where the registration itself says none.
    """

    registration: Registration
    delegate: UUID
    new: bool
    status: Status


@dataclass(slots=True)
class _Stored:
    """A delegate's columns and all that sources said of them, by source."""

    values: Values
    said: dict[str, dict[str, str]] = field(default_factory=dict)


class News:
    """Finds the news in the registrations of one file.

    ``look`` comes before each chunk, in the transaction that writes it. ``keys`` are the known
    ones. A row that speaks of somebody a second time only fills gaps, or the two would take
    turns for ever.
    """

    def __init__(self, preset: str, keys: Mapping[str, UUID]) -> None:
        self._preset = preset
        self._keys = dict(keys)
        self._heard: set[tuple[UUID, str]] = set()
        self._stored: dict[UUID, _Stored] = {}

    def look(self, session: Session, delegates: Collection[UUID]) -> None:
        """Read what is stored of delegates just now."""
        wanted = sorted(delegates)
        for row in session.scalars(select(Delegate).where(Delegate.id.in_(wanted))):
            columns = (column.key for column in Delegate.__table__.columns)
            self._stored[row.id] = _Stored({name: as_json(getattr(row, name)) for name in columns})
        said = select(Imported).where(Imported.delegate_id.in_(wanted), Imported.alive)
        for heard in session.scalars(said):
            if heard.delegate_id in self._stored:
                self._stored[heard.delegate_id].said[heard.source] = heard.said

    def of_new(self, groups: Groups, matched: Matched, number: str) -> DelegateImported:
        """Give the deed that brings a new delegate."""
        values = _values(groups, matched)
        source = self._source(matched.registration)
        said = {name: _hash(value) for name, value in values.items()}
        stored = {"status": matched.status.value, **values, "badge_number": number}
        self._heard.add((matched.delegate, source))
        self._stored[matched.delegate] = _Stored(dict(stored), {source: said})
        return DelegateImported(
            matched.delegate,
            source,
            new=True,
            values=stored,
            said=said,
            keys=self._new_keys(matched),
        )

    def of_known(
        self, groups: Groups, matched: Matched
    ) -> tuple[DelegateImported | None, Sequence[DoubtRaised]]:
        """Give the deed that brings a stored delegate up to date, and what a person must decide.

        A value is news only if the source did not say it before. It replaces what a source
        said, never what a desk said: that becomes a doubt. A blank is never news.
        """
        stored = self._stored[matched.delegate]
        source = self._source(matched.registration)
        repeated = (matched.delegate, source) in self._heard
        said_before = stored.said.get(source, {})
        values = _values(groups, matched)
        hashes = _hashes(values)
        news = {name: values[name] for name in values if said_before.get(name) != hashes[name]}
        change, doubts = self._judged(matched, stored, news, repeated=repeated)
        said = said_before if repeated else {**said_before, **hashes}
        keys = self._new_keys(matched)
        self._heard.add((matched.delegate, source))
        if not change and said == said_before and not keys:
            return None, doubts
        before = {name: stored.values.get(name) for name in change}
        stored.values |= change
        stored.said[source] = said
        deed = DelegateImported(
            matched.delegate,
            source,
            new=False,
            values=change,
            before=before,
            said=said,
            said_before=dict(said_before),
            keys=keys,
        )
        return deed, doubts

    def _judged(
        self, matched: Matched, stored: _Stored, news: Values, *, repeated: bool
    ) -> tuple[Values, list[DoubtRaised]]:
        change: Values = {}
        doubts: list[DoubtRaised] = []
        for name, value in news.items():
            current = stored.values.get(name)
            if current == value or (name in _NAMES and _same_name(stored.values, news)):
                continue
            if not current:
                change[name] = value
            elif repeated or (name == "status" and self._is_worse(matched, stored, value)):
                continue
            elif any(said.get(name) == _hash(current) for said in stored.said.values()):
                change[name] = value
            else:
                doubts.append(_desk_value(matched, name, value, current))
        return change, doubts

    def _is_worse(self, matched: Matched, stored: _Stored, value: str) -> bool:
        """Tell whether another registration of the same person stands better than this one.

        Who cancels one ticket and buys another comes.
        """
        order = matched.registration.order_code
        if not order or stored.values.get("order_code") in {"", order}:
            return False
        current = Status(stored.values["status"])
        return _BEST_FIRST.index(current) < _BEST_FIRST.index(Status(value))

    def _source(self, registration: Registration) -> str:
        """Name what speaks: a row of a system keeps its voice over all its exports of a kind."""
        row = next(iter(registration.keys), registration.order_code)
        return f"{self._preset} {row}".strip()

    def _new_keys(self, matched: Matched) -> tuple[str, ...]:
        new = tuple(key for key in keys_of(matched.registration) if key not in self._keys)
        self._keys |= dict.fromkeys(new, matched.delegate)
        return new


def _values(groups: Groups, matched: Matched) -> Values:
    """Give what the registration says, as columns of the delegate; no blanks."""
    said = matched.registration
    values: Values = {name: getattr(said, name) for name in _TEXTS}
    if not said.given_name and not said.family_name:
        values["family_name"] = full_name(said)
    values["email"] = said.email.lower()
    values["sectors"] = list(said.sectors)
    values["kind"] = said.kind.value if said.kind else ""
    values["status"] = said.status.value if said.status else ""
    kind = values["kind"]
    organisation = groups.organisation(said.organisation, kind=kind, country=said.country)
    values["organisation_id"] = as_json(organisation)
    values["delegation_id"] = as_json(groups.delegation(said.delegation))
    return {name: value for name, value in values.items() if value}


def _same_name(stored: Values, news: Values) -> bool:
    """Tell whether two sources only cut one full name in two at different places."""
    whole = [
        " ".join(str(values.get(part, stored.get(part, ""))) for part in _NAMES).strip()
        for values in (stored, news)
    ]
    return whole[0] == whole[1]


def _desk_value(matched: Matched, name: str, value: Any, current: Any) -> DoubtRaised:
    facts = {"field": name, "value": value, "stands": current}
    doubt = uuid5(matched.delegate, f"desk_value {name} {json.dumps(value)}")
    return DoubtRaised(doubt, "desk_value", matched.delegate, None, facts)


def _hashes(values: Values) -> dict[str, str]:
    return {name: _hash(value) for name, value in values.items()}


def _hash(value: Any) -> str:
    return blake2b(json.dumps(value).encode(), digest_size=6).hexdigest()
