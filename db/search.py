"""Finds delegates as they are typed: any part of a word, in any order, with small errors.

One FTS5 index of trigrams, with spaces for letters (``db.matching``), answers every question. A
second index of whole words with prefixes was measured beside it: a third more file, and no
faster where it matters. At 100,000 delegates a term that everybody has takes 0.2 ms, as matching
stops at ``_ENOUGH``; ten common terms that nobody has together take 7 ms. FTS5's own ``rank``
would see every match first; here only the few that were fetched are ranked.

Folding is the caller's affair (``app.delegates.folding``): texts and queries come folded. The
first line of a text is who somebody is; the second counts less if it matches (the e-mail).

Erasure: the index has its content outside and FTS5's own secure-delete on, so that what is
deleted leaves its pages at once. An index without content would only mark it as deleted.

What only SQLite understands stands in this module and in ``db.matching``'s expressions; on
PostgreSQL, ``pg_trgm`` does this work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, Integer, String, Uuid, bindparam, column, text
from sqlalchemy.orm import Session

from db.matching import (
    Entry,
    Readings,
    errors_in,
    expressions,
    farness,
    inside,
    near_expression,
    spaced,
    start,
    terms_of,
    whole,
)
from db.spelling import (
    beginnings_like,
    count_words,
    create_word_table,
    is_correctable,
    words_like,
)

_ENOUGH = 200
_MOST_MISSPELT = 3
_CHUNK = 500
# Taking one delegate out of the index costs as much as building it anew for fifty.
_REBUILT_FOR_ONE = 50

_CREATE = (
    """CREATE TABLE search_entry (
        id INTEGER PRIMARY KEY,
        delegate_id CHAR(32) NOT NULL UNIQUE,
        who TEXT NOT NULL,
        more TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE search_text USING fts5(
        who, more,
        content='search_entry', content_rowid='id', tokenize='trigram case_sensitive 1'
    )""",
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
)
_COLUMNS = (
    column("id", Integer()),
    column("delegate_id", Uuid()),
    column("who", String()),
    column("more", String()),
)
_MATCHES = text("""
    SELECT id, delegate_id, search_entry.who, search_entry.more
    FROM search_text JOIN search_entry ON search_entry.id = search_text.rowid
    WHERE search_text MATCH :expression ORDER BY search_text.rowid LIMIT :most
""").columns(*_COLUMNS)
_OF_DELEGATES = (
    text("SELECT id, delegate_id, who, more FROM search_entry WHERE delegate_id IN :ids")
    .bindparams(bindparam("ids", expanding=True, type_=Uuid()))
    .columns(*_COLUMNS)
)
_ADD = text("""
    INSERT INTO search_entry (delegate_id, who, more) VALUES (:delegate_id, :who, :more)
""").bindparams(bindparam("delegate_id", type_=Uuid()))
_DROP = text("DELETE FROM search_entry WHERE id = :id")
_LAST = text("SELECT coalesce(max(id), 0) FROM search_entry")
_COUNT = text("SELECT count(*) FROM search_entry")
_INDEX_AFTER = text("""
    INSERT INTO search_text (rowid, who, more)
    SELECT id, who, more FROM search_entry WHERE id > :last
""")
_UNINDEX = text("""
    INSERT INTO search_text (search_text, rowid, who, more) VALUES ('delete', :id, :who, :more)
""")
_REBUILD = text("INSERT INTO search_text (search_text) VALUES ('rebuild')")


def create_search_tables(connection: Connection) -> None:
    """Create the tables of search, for the first migration."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)
    create_word_table(connection)


def index(session: Session, texts: Mapping[UUID, str]) -> None:
    """Let delegates be found by these folded texts, and no longer by what they had before.

    Texts that have not changed cost nothing.
    """
    new = {delegate_id: _columns(words) for delegate_id, words in texts.items()}
    changed: list[Entry] = []
    for entry in _entries(session, new):
        if new[entry.delegate_id] == (entry.who, entry.more):
            del new[entry.delegate_id]
        else:
            changed.append(entry)
    _remove(session, changed)
    _add(session, new)


def forget(session: Session, ids: Collection[UUID]) -> None:
    """Take delegates out of the index; unknown ids are passed over.

    Nothing of them is left in the file once its log of changes has been written back
    (``PRAGMA wal_checkpoint(TRUNCATE)``), given ``PRAGMA secure_delete=ON``.
    """
    _remove(session, _entries(session, ids))


def find(session: Session, query: str, limit: int = 50) -> list[UUID]:
    """Give the delegates who match every word of a folded query, the best first.

    A word matches as a whole, at the beginning or inside, in this order of worth; a single
    letter does not match inside. Ties go by text. Where more than ``_ENOUGH`` match equally
    well, those indexed first are ranked and the others left out.
    """
    terms = terms_of(query)
    found = _collect(session, expressions(terms), limit)
    found.sort(key=lambda entry: (farness(entry, terms), entry.who, entry.delegate_id))
    return [entry.delegate_id for entry in found[:limit]]


def suggest(session: Session, query: str, limit: int = 50) -> list[UUID]:
    """Give the delegates whom a folded query with small typing errors may mean, nearest first.

    For when ``find`` gives nothing. Words that nobody has are taken for misspelt first, then
    all. Numbers and words of one or two letters are never corrected.
    """
    terms = terms_of(query)
    unknown = [term for term in terms if not _matches(session, inside(term), 1)]
    if not all(map(is_correctable, unknown)):
        return []
    for doubtful in (unknown, terms):
        if 0 < len(doubtful) <= _MOST_MISSPELT:
            readings = [
                _readings(session, term, terms) if term in doubtful else _as_typed(term)
                for term in terms
            ]
            found = _nearest(session, readings, limit)
            if found:
                return found
    return []


def _columns(words: str) -> tuple[str, str]:
    who, _, more = words.partition("\n")
    return spaced(who), spaced(more)


def _entries(session: Session, ids: Iterable[UUID]) -> list[Entry]:
    wanted = list(ids)
    chunks = (wanted[first : first + _CHUNK] for first in range(0, len(wanted), _CHUNK))
    return [
        Entry(*row) for chunk in chunks for row in session.execute(_OF_DELEGATES, {"ids": chunk})
    ]


def _add(session: Session, new: Mapping[UUID, tuple[str, str]]) -> None:
    if not new:
        return
    last = session.execute(_LAST).scalar_one()
    session.execute(
        _ADD,
        [
            {"delegate_id": delegate_id, "who": who, "more": more}
            for delegate_id, (who, more) in new.items()
        ],
    )
    session.execute(_INDEX_AFTER, {"last": last})
    count_words(session, _words(new.values()))


def _remove(session: Session, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    rebuilds = len(entries) * _REBUILT_FOR_ONE > session.execute(_COUNT).scalar_one()
    if not rebuilds:
        rows = [{"id": entry.id, "who": entry.who, "more": entry.more} for entry in entries]
        session.execute(_UNINDEX, rows)
    session.execute(_DROP, [{"id": entry.id} for entry in entries])
    if rebuilds:
        session.execute(_REBUILD)
    uses = _words((entry.who, entry.more) for entry in entries)
    count_words(session, {word: -used for word, used in uses.items()})


def _words(columns: Iterable[tuple[str, str]]) -> Counter[str]:
    return Counter(word for who, more in columns for word in f"{who} {more}".split())


def _collect(session: Session, wider: Iterable[str], limit: int) -> list[Entry]:
    """Match one expression after the other until there are enough."""
    found: dict[int, Entry] = {}
    for expression in wider:
        found |= {entry.id: entry for entry in _matches(session, expression, max(limit, _ENOUGH))}
        if len(found) >= limit:
            break
    return list(found.values())


def _matches(session: Session, expression: str, most: int) -> list[Entry]:
    rows = session.execute(_MATCHES, {"expression": expression, "most": most})
    return [Entry(*row) for row in rows]


def _as_typed(term: str) -> dict[str, int]:
    return {term if len(term) > 2 else start(term): 0}


def _readings(session: Session, term: str, terms: Sequence[str]) -> dict[str, int]:
    """Give what a term may stand for; only the last may be a word that is still being typed."""
    if not is_correctable(term):
        return _as_typed(term)
    readings = {whole(word): errors for word, errors in words_like(session, term).items()}
    if term == terms[-1]:
        begun = beginnings_like(session, term)
        readings |= {start(word): errors for word, errors in begun.items()}
    return readings | _as_typed(term)


def _nearest(session: Session, readings: Sequence[Readings], limit: int) -> list[UUID]:
    wider = (near_expression(readings, most_errors) for most_errors in (1, 2))
    found = _collect(session, wider, limit)
    found.sort(key=lambda entry: (errors_in(entry, readings), entry.who, entry.delegate_id))
    return [entry.delegate_id for entry in found[:limit]]
