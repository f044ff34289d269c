"""Random deeds of every kind, on so few things that they get in each other's way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy import JSON, Boolean, Date, Integer, Uuid

from app.deeds import all_kinds
from app.delegates.deeds import Values
from app.erasure.blanks import BLANKS
from app.erasure.deeds import TextsErased
from app.journal.deeds import Deed, Entry, Kind
from db.base import UtcDateTime
from db.models import (
    Delegate,
    FloorRules,
    Icebreaker,
    Meeting,
    PlanRules,
    ProgrammeSession,
    Request,
    Resource,
    SpeechRound,
    SpeechTurn,
    Visit,
)

_IDS = st.integers(1, 4).map(lambda number: UUID(int=number))
_TEXTS = st.sampled_from(["", "a", "Łukasz „Wawel”", "🎫\n"])
_DAYS = st.sampled_from([date(2027, 3, 16), date(2027, 3, 17)])
_INSTANTS = st.datetimes(datetime(2027, 3, 16), datetime(2027, 3, 18), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bounds without a zone
_BY_SECTOR = st.dictionaries(
    st.sampled_from(["Cleantech", "Bio"]),
    st.dictionaries(st.sampled_from(["seeks", "offers"]), _TEXTS),
    max_size=2,
)
_ROW_FIELDS = frozenset({"values", "before"})
_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "gone", "alive"})
_NAMED_ONCE: Mapping[Any, frozenset[str]] = {SpeechTurn: frozenset({"round_id", "delegate_id"})}
"""What a row says when it is set, and never otherwise."""

_SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    UUID: _IDS,
    str: _TEXTS,
    int: st.integers(0, 5),
    bool: st.booleans(),
    date: _DAYS,
    datetime: _INSTANTS,
    Any: _TEXTS,
    type(None): st.none(),
}


@cache
def deeds() -> st.SearchStrategy[Deed]:
    """Give deeds of every kind there is."""
    return st.one_of([deeds_of(kind) for kind in all_kinds().values()])


def deeds_of(kind: Kind[Any]) -> st.SearchStrategy[Deed]:
    """Give deeds of one kind, every field filled."""
    hints = get_type_hints(kind.deed)
    named = [field.name for field in fields(kind.deed)]
    if kind.deed is TextsErased:
        ids = _IDS.map(lambda one: (one,))
        return st.builds(TextsErased, st.dictionaries(st.sampled_from(sorted(BLANKS)), ids))
    rows = {name for name in named if name in _ROW_FIELDS and hints[name] == Values}
    said = {name: _columns(kind) if name in rows else _of(hints[name]) for name in named}
    return st.builds(kind.deed, **said)


def entries(most: int = 12) -> st.SearchStrategy[list[Entry[Any]]]:
    """Give what several desks have done, in the order of its times."""
    return st.lists(st.tuples(deeds(), _IDS, _INSTANTS), min_size=1, max_size=most).map(
        lambda done: [
            Entry(UUID(int=1000 + n), UUID(int=1000 + n), None, desk, n << 16, at, "", deed)
            for n, (deed, desk, at) in enumerate(done, start=1)
        ]
    )


def _columns(kind: Kind[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Give some columns of the row that a deed is about, as JSON says them."""
    if kind.name.startswith("Organisation"):
        return st.dictionaries(st.sampled_from(["name", "country", "city"]), _TEXTS)
    if kind.name.startswith("Outcome"):
        return st.dictionaries(st.sampled_from(["answer", "programme"]), _TEXTS)
    if kind.name.startswith("Answers"):
        return st.dictionaries(st.sampled_from(["answers"]), _TEXTS)
    if kind.name.startswith("Event"):
        return st.dictionaries(st.sampled_from(["name", "venue", "city"]), _TEXTS)
    if kind.name.startswith("Table"):
        return st.dictionaries(st.sampled_from(["label", "zone"]), _TEXTS)
    models = {
        "FloorRules": FloorRules,
        "Meeting": Meeting,
        "PlanRules": PlanRules,
        "Request": Request,
        "Resource": Resource,
        "Rounds": Icebreaker,
        "Session": ProgrammeSession,
        "Speaker": SpeechTurn,
        "Speeches": SpeechRound,
        "Visit": Visit,
    }
    model = next((of for name, of in models.items() if kind.name.startswith(name)), Delegate)
    return st.fixed_dictionaries(
        {},
        optional={
            column.key: _BY_SECTOR if column.key == "by_sector" else _column(column.type)
            for column in model.__table__.columns
            if column.key not in _BOOKKEEPING | _NAMED_ONCE.get(model, frozenset())
        },
    )


def _column(kind: Any) -> st.SearchStrategy[Any]:
    match kind:
        case Uuid():
            return st.none() | _IDS.map(str)
        case Boolean():
            return st.booleans()
        case Integer():
            return st.integers(0, 5)
        case UtcDateTime() | Date():
            return st.none()
        case JSON():
            return st.lists(_TEXTS, max_size=2)
        case _:
            return _TEXTS


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return st.one_of([_of(arg) for arg in args])
    if origin is tuple:
        return st.lists(_of(args[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(_of(args[0]), _of(args[1]), max_size=2)
    message = f"no way to make a {hint}"
    raise TypeError(message)
