"""What is news in a registration, against what is stored and what the source said before."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.deeds import DelegateImported, DoubtRaised, Values
from app.delegates.groups import Groups
from app.delegates.importing.known import Known, Matched, full_name
from app.delegates.orders import as_json
from app.delegates.registration import Registration, Status
from db.models import Delegate, Imported

_TEXTS = (
    *("given_name", "family_name", "email", "phone", "function", "country", "city"),
    *("badge_type", "seeks", "offers", "note", "attention", "order_code"),
)
_BLANK: Values = {
    **dict.fromkeys((*_TEXTS, "kind", "status"), ""),
    **dict.fromkeys(("organisation_id", "delegation_id")),
    "sectors": [],
}
_COLUMNS = [getattr(Delegate, name) for name in _BLANK]
_NAMES = ("given_name", "family_name")
_OF_THE_ORDER = ("status", "order_code")
_BEST_FIRST = (
    Status.ACCEPTED,
    Status.WAITING,
    Status.RECEIVED,
    Status.DECLINED,
    Status.WITHDRAWN,
)


@dataclass(slots=True)
class _Stored:
    """A delegate's columns and all that sources said of them, by source."""

    values: Values
    said: dict[str, dict[str, str]] = field(default_factory=dict)

    def was_said(self, name: str, value: Any) -> bool:
        """Tell whether a value comes from a source; if not, a desk typed it."""
        wanted = _hash(value)
        return any(said.get(name) == wanted for said in self.said.values())


class News:
    """Finds the news in the registrations of one file.

    ``look`` comes before each chunk, in the transaction that writes it. A row that repeats
    another only adds what that did not say, or the two would take turns for ever.
    """

    def __init__(self, preset: str, known: Known) -> None:
        self._preset = preset
        self._keys = set(known.keys)
        self._merged = known.merged
        self._heard: set[tuple[UUID, str]] = set()
        self._stored: dict[UUID, _Stored] = {}

    def look(self, session: Session, delegates: Collection[UUID]) -> None:
        """Read what is stored of delegates just now."""
        wanted = list(delegates)
        columns = select(Delegate.id, *_COLUMNS).where(Delegate.id.in_(wanted))
        for row in session.execute(columns).mappings():
            values = {name: as_json(row[name]) for name in _BLANK}
            self._stored[row["id"]] = _Stored(values)
        # What a source said of an entry that was merged, it said of the one that stands.
        of_entries: dict[UUID | None, UUID] = {
            old: new for new in wanted for old in self._merged.get(new, ())
        }
        of_entries |= {delegate: delegate for delegate in wanted}
        heard = select(Imported.delegate_id, Imported.source, Imported.said).where(
            Imported.delegate_id.in_(of_entries), Imported.alive
        )
        for entry, source, said in session.execute(heard.order_by(Imported.stamp)):
            delegate = of_entries[entry]
            if delegate in self._stored:
                self._stored[delegate].said[source] = said

    def of_new(self, groups: Groups, matched: Matched, number: str) -> DelegateImported:
        """Give the deed that brings a new delegate."""
        values = _values(groups, matched)
        source = self._source(matched)
        stored = {"status": matched.status.value, **values}
        said = _hashes(stored)
        self._heard.add((matched.delegate, source))
        self._stored[matched.delegate] = _Stored({**_BLANK, **stored}, {source: said})
        return DelegateImported(
            matched.delegate,
            source,
            new=True,
            values={**stored, "badge_number": number},
            said=said,
            keys=self._new_keys(matched),
        )

    def of_known(
        self, groups: Groups, matched: Matched
    ) -> tuple[DelegateImported | None, Sequence[DoubtRaised]]:
        """Give the deed that brings a stored delegate up to date, and what a person must decide.

        A value is news only if the source did not say it before. It replaces what a source
        said, never what a desk said: that becomes a doubt, unless the desk knew the value and
        corrected it. A blank is never news.
        """
        stored = self._stored[matched.delegate]
        source = self._source(matched)
        repeated = (matched.delegate, source) in self._heard
        said_before = stored.said.get(source, {})
        values = _values(groups, matched)
        hashes = _hashes(values)
        said = {**hashes, **said_before} if repeated else {**said_before, **hashes}
        news = {name: values[name] for name in values if said[name] != said_before.get(name)}
        change, doubts = _judged(matched, stored, news)
        keys = self._new_keys(matched)
        self._heard.add((matched.delegate, source))
        if not change and said == said_before and not keys:
            return None, doubts
        before = {name: stored.values[name] for name in change}
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

    def _source(self, matched: Matched) -> str:
        """Name what speaks: a row of a system keeps its voice over all its exports of a kind."""
        return f"{self._preset} {matched.keys[0]}"

    def _new_keys(self, matched: Matched) -> tuple[str, ...]:
        new = tuple(key for key in matched.keys if key not in self._keys)
        self._keys.update(new)
        return new


def _judged(matched: Matched, stored: _Stored, news: Values) -> tuple[Values, list[DoubtRaised]]:
    change: Values = {}
    doubts: list[DoubtRaised] = []
    worse = _is_worse(matched.registration, stored)
    for name, value in news.items():
        current = stored.values[name]
        if current == value or (name in _NAMES and _same_name(stored.values, news)):
            continue
        if not current:
            change[name] = value
        elif worse and name in _OF_THE_ORDER:
            continue
        elif stored.was_said(name, current):
            change[name] = value
        elif not stored.was_said(name, value):
            doubts.append(_desk_value(matched, name, value, current))
    return change, doubts


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


def _is_worse(said: Registration, stored: _Stored) -> bool:
    """Tell whether another order of the same person stands better than the one that speaks.

    Who cancels one ticket and buys another comes.
    """
    if not said.status or not said.order_code:
        return False
    if stored.values["order_code"] in {"", said.order_code}:
        return False
    return _BEST_FIRST.index(Status(stored.values["status"])) < _BEST_FIRST.index(said.status)


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
    text = value if isinstance(value, str) else json.dumps(value)
    return blake2b(text.encode(), digest_size=6).hexdigest()
