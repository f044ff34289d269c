"""What is news in a registration, against what is stored and what the source said before."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.applications.receiving import Receiving
from app.delegates.by_sector import as_by_sector, overlaid
from app.delegates.deeds import DelegateImported, DoubtRaised, Values
from app.delegates.groups import Groups, same_name
from app.delegates.importing.heard import NAME
from app.delegates.importing.known import Known, Matched
from app.delegates.importing.other_name import is_other_name, met, other_name
from app.delegates.importing.row import full_name
from app.delegates.importing.stored import BLANK, TEXTS, Stored, hashed, hashes, stored
from app.delegates.orders import as_json
from app.delegates.registration import Registration, Status

_GROUPS = ("organisation", "delegation")
_NAMES = ("given_name", "family_name")
_OF_THE_ORDER = ("status", "order_code", "received")
_BEST_FIRST = (
    Status.ACCEPTED,
    Status.WAITING,
    Status.RECEIVED,
    Status.DECLINED,
    Status.WITHDRAWN,
)


class News:
    """Finds the news in the registrations of one file.

    ``look`` comes before each chunk. What it reads has to stand until the chunk is written; if
    it did not, ``forget_chunk`` and another look make a new beginning. A row that repeats
    another only adds what that did not say, or the two would take turns for ever.
    """

    def __init__(self, preset: str, known: Known, receiving: Receiving) -> None:
        self._preset = preset
        self._receiving = receiving
        self._keys = set(known.keys)
        self._merged = known.merged
        self._heard: set[tuple[UUID, str]] = set()
        self._stored: dict[UUID, Stored] = {}
        self._met: set[UUID] = set()
        self._keys_of_chunk: set[str] = set()
        self._heard_in_chunk: set[tuple[UUID, str]] = set()

    def look(self, session: Session, delegates: Collection[UUID]) -> None:
        """Read what is stored of delegates just now."""
        known = stored(session, delegates, self._merged)
        self._stored |= known
        self._met |= met(session, known)
        self._keys_of_chunk.clear()
        self._heard_in_chunk.clear()

    def forget_chunk(self) -> None:
        """Forget what the rows since the last look said: it was not written."""
        self._keys -= self._keys_of_chunk
        self._heard -= self._heard_in_chunk

    def stands_for(self, delegate: UUID) -> UUID | None:
        """Give the organisation that a delegate of the chunk stands for first."""
        known = self._stored.get(delegate)
        organisation = known.values["organisation_id"] if known is not None else None
        return UUID(organisation) if organisation else None

    def of_new(self, groups: Groups, matched: Matched, number: str) -> DelegateImported:
        """Give the deed that brings a new delegate."""
        values = _values(groups, matched)
        source = self._source(matched)
        values["received"] = self._receiving.received_if_new(matched.registration)
        status = self._receiving.status_if_new(matched.registration, matched.status)
        values["status"] = status.value
        said = _said(matched, values)
        self._hear(matched.delegate, source)
        self._stored[matched.delegate] = Stored({**BLANK, **values}, {source: said})
        return DelegateImported(
            matched.delegate,
            source,
            new=True,
            values={**values, "badge_number": number},
            said=said,
            keys=self._new_keys(matched),
        )

    def of_known(
        self, groups: Groups, matched: Matched
    ) -> tuple[DelegateImported | None, Sequence[DoubtRaised]]:
        """Give the deed that brings a stored delegate up to date, and what a person must decide.

        A value is news only if the source did not say it before. It replaces what an import
        wrote, never what a desk wrote or cleared: that becomes a doubt, unless the desk knew the
        value and corrected it. A blank is never news. Of a row that may be of somebody else,
        only what it says of the ticket counts, until a person has decided.
        """
        if matched.outdated:
            return None, ()
        known = self._stored[matched.delegate]
        source = self._source(matched)
        repeated = (matched.delegate, source) in self._heard
        said_before = known.said.get(source, {})
        is_other = matched.unsure or (
            matched.delegate in self._met and is_other_name(matched.registration, known)
        )
        values = _ticket_values(matched) if is_other else _values(groups, matched)
        values |= self._of_application(matched, values)
        new = hashes(values) if is_other else _said(matched, values)
        said = {**new, **said_before} if repeated else {**said_before, **new}
        if "by_sector" in values:
            values["by_sector"] = overlaid(known.values["by_sector"], values["by_sector"])
        news = {name: values[name] for name in values if said[name] != said_before.get(name)}
        change, contested = _judged(matched, known, news, new)
        doubts = [
            _desk_value(groups, matched, name, (news[name], known.values[name]))
            for name in contested
        ]
        if is_other:
            doubts.append(other_name(matched.delegate, matched.registration, known))
        keys = self._new_keys(matched)
        self._hear(matched.delegate, source)
        if not change and said == said_before and not keys and not matched.dropped:
            return None, doubts
        deed = DelegateImported(
            matched.delegate,
            source,
            new=False,
            values=change,
            before={name: known.values[name] for name in change},
            said=said,
            said_before=dict(said_before),
            keys=keys,
            dropped=matched.dropped,
        )
        known.values |= change
        known.said[source] = said
        return deed, doubts

    def _of_application(self, matched: Matched, values: Values) -> Values:
        """Give when the application of somebody known was received; forget what does not count."""
        if not self._receiving.counts(matched.registration):
            values.pop("status", None)
        received = self._receiving.received(matched.registration)
        return {"received": received} if received else {}

    def _source(self, matched: Matched) -> str:
        """Name what speaks: a row of a system keeps its voice over all its exports of a kind.

        By a hash, for the name stays in the log, and a key may hold what opens a door.
        """
        return f"{self._preset} {matched.voice}"

    def _new_keys(self, matched: Matched) -> tuple[str, ...]:
        new = tuple(key for key in matched.keys if key not in self._keys)
        self._keys.update(new)
        self._keys_of_chunk.update(new)
        return new

    def _hear(self, delegate: UUID, source: str) -> None:
        if (delegate, source) not in self._heard:
            self._heard.add((delegate, source))
            self._heard_in_chunk.add((delegate, source))


def _judged(
    matched: Matched, known: Stored, news: Values, said: Mapping[str, str]
) -> tuple[Values, list[str]]:
    """Tell which news count, and which of them a desk contradicts."""
    change: Values = {}
    contested: list[str] = []
    worse = _is_worse(matched.registration, known)
    for name, value in news.items():
        current = known.values[name]
        if current == value or (name in _NAMES and _same_name(known.values, news)):
            continue
        if worse and current and name in _OF_THE_ORDER:
            continue
        if name not in known.by_desk:
            change[name] = value
        elif not known.was_said(name, said[name]):
            contested.append(name)
    return change, contested


def _said(matched: Matched, values: Values) -> dict[str, str]:
    """Hash what is said: of a group its name, for the desk may let that mean another group.

    Besides, the whole name, for lists cut names in two at different places.
    """
    groups = {f"{name}_id": same_name(getattr(matched.registration, name)) for name in _GROUPS}
    whole = {NAME: hashed(matched.name)}
    return whole | hashes({name: groups.get(name, value) for name, value in values.items()})


def _values(groups: Groups, matched: Matched) -> Values:
    """Give what the registration says, as columns of the delegate; no blanks."""
    said = matched.registration
    values: Values = {name: getattr(said, name) for name in TEXTS}
    if not said.given_name and not said.family_name:
        values["family_name"] = full_name(said)
    values["email"] = said.email.lower()
    values["sectors"] = list(said.sectors)
    values["by_sector"] = as_by_sector(said.by_sector)
    values["kind"] = said.kind.value if said.kind else ""
    values["status"] = said.status.value if said.status else ""
    kind = values["kind"]
    organisation = groups.organisation(said.organisation, kind=kind, country=said.country)
    if organisation is not None and said.short_name:
        groups.shorten(organisation, said.short_name)
    values["organisation_id"] = as_json(organisation)
    values["delegation_id"] = as_json(groups.delegation(said.delegation))
    return {name: value for name, value in values.items() if value}


def _ticket_values(matched: Matched) -> Values:
    """Give what the registration says of its ticket, whoever comes with it; no blanks."""
    said = matched.registration
    values = {
        "status": said.status.value if said.status else "",
        "order_code": said.order_code,
        "badge_type": said.badge_type,
    }
    return {name: value for name, value in values.items() if value}


def _is_worse(said: Registration, known: Stored) -> bool:
    """Tell whether another order of the same person stands better than the one that speaks.

    Who cancels one ticket and buys another comes.
    """
    if not said.status or not said.order_code:
        return False
    if known.values["order_code"] in {"", said.order_code}:
        return False
    return _BEST_FIRST.index(Status(known.values["status"])) < _BEST_FIRST.index(said.status)


def _same_name(stored: Values, news: Values) -> bool:
    """Tell whether two sources only cut one full name in two at different places."""
    whole = [
        " ".join(str(values.get(part, stored.get(part, ""))) for part in _NAMES).strip()
        for values in (stored, news)
    ]
    return whole[0] == whole[1]


def _desk_value(
    groups: Groups, matched: Matched, name: str, values: tuple[Any, Any]
) -> DoubtRaised:
    value, stands = values
    group = name.removesuffix("_id")
    if group in _GROUPS:
        value = getattr(matched.registration, group)
        stands = groups.name_of(UUID(stands)) if stands else ""
    facts = {"field": name, "value": value, "stands": stands}
    doubt = uuid5(matched.delegate, f"desk_value {name} {json.dumps(value)}")
    return DoubtRaised(doubt, "desk_value", matched.delegate, None, facts)
