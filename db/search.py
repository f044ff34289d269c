"""Finds delegates as they are typed: any part of a word, in any order, with small errors.

One FTS5 index of trigrams, with the marks between words for letters (``db.matching``), answers
every question. A second index of whole words with prefixes was measured beside it: a third more
file, and hardly faster. FTS5's own ``rank`` would see every match first; here matching stops at
``_ENOUGH``, and what was fetched is ranked. A keystroke, with the look for typing errors where
nothing was found, has its p99 at 6 ms among 20,000 delegates and at 16 ms among 100,000
(``tests/benchmarks/bench_search.py``; the slowest are four common words in one query).

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
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.matching import (
    Entry,
    Readings,
    as_typed,
    errors_in,
    farness,
    inside,
    marked,
    narrower,
    near,
    start,
    terms_of,
    whole,
    widest,
)
from db.search_index import PEOPLE, PROFILES, SearchIndex
from db.spelling import (
    beginnings_like,
    count_words,
    create_word_table,
    is_correctable,
    words_like,
)

_ENOUGH = 100
_MOST_MISSPELT = 3
_CHUNK = 500
# Taking a delegate out costs 0.4 ms among 20,000 and up to 8 ms among 100,000; building the
# index anew costs 0.013 ms for each delegate in it.
_REBUILT_FROM = 200
_REBUILT_FOR_ONE = 50


def create_search_tables(connection: Connection) -> None:
    """Create the tables of search, for the first migration."""
    for index in (PEOPLE, PROFILES):
        for statement in index.create:
            connection.exec_driver_sql(statement)
        create_word_table(connection, index.words)


@dataclass(frozen=True, slots=True)
class Reindexing:
    """What leaves the index, what comes into it, and how often each word is used by either."""

    leaving: Sequence[Entry]
    coming: Mapping[UUID, str]
    fewer: Mapping[str, int]
    more: Mapping[str, int]
    of: SearchIndex = PEOPLE


def reindexing(
    session: Session,
    texts: Mapping[UUID, str],
    indexed_before: Collection[UUID],
    of: SearchIndex = PEOPLE,
) -> Reindexing:
    """Find out what lets delegates be found by these folded texts, and no longer by others.

    Args:
        session: Only reads.
        texts: By delegate. Those that have not changed cost nothing.
        indexed_before: Who may stand in the index so far. Of them, who has no text leaves it.
        of: The index.
    """
    coming = {delegate_id: marked(words) for delegate_id, words in texts.items()}
    leaving: list[Entry] = []
    for entry in _entries(session, of, indexed_before):
        if coming.get(entry.delegate_id) == entry.text:
            del coming[entry.delegate_id]
        else:
            leaving.append(entry)
    fewer = _words(entry.text for entry in leaving)
    return Reindexing(leaving, coming, fewer, _words(coming.values()), of)


def reindex(session: Session, change: Reindexing) -> None:
    """Carry out what ``reindexing`` found out."""
    _remove(session, change.of, change.leaving)
    _add(session, change.of, change.coming)
    count_words(session, change.of.words, {word: -used for word, used in change.fewer.items()})
    count_words(session, change.of.words, change.more)


def index(session: Session, texts: Mapping[UUID, str]) -> None:
    """Let delegates be found by these folded texts, and no longer by what they had before.

    Texts that have not changed cost nothing.
    """
    reindex(session, reindexing(session, texts, texts))


def forget(session: Session, ids: Collection[UUID]) -> None:
    """Take delegates out of the index; unknown ids are passed over.

    Nothing of them is left in the file once its log of changes has been written back
    (``PRAGMA wal_checkpoint(TRUNCATE)``), given ``PRAGMA secure_delete=ON``.
    """
    reindex(session, reindexing(session, {}, ids))


def find(session: Session, query: str, limit: int = 50, of: SearchIndex = PEOPLE) -> list[UUID]:
    """Give the delegates who match every word of a folded query, the best first.

    A word matches as a whole, at the beginning or inside, in this order of worth; a single
    letter does not match inside. Ties go by text. Where more than ``_ENOUGH`` match equally
    well, those indexed first are ranked and the others left out.
    """
    terms = terms_of(query)
    found = _best(_Asked(session, of, limit), widest(terms), narrower(terms))
    found.sort(key=lambda entry: (farness(entry, terms), entry.text, entry.delegate_id))
    return [entry.delegate_id for entry in found[:limit]]


def indexed(session: Session, ids: Collection[UUID] | None = None) -> dict[UUID, str]:
    """Give what delegates are found by, as ``db.matching.marked`` has it."""
    if ids is not None:
        return {entry.delegate_id: entry.text for entry in _entries(session, PEOPLE, ids)}
    return {row.delegate_id: row.text for row in session.connection().execute(PEOPLE.texts)}


def suggest(session: Session, query: str, limit: int = 50, of: SearchIndex = PEOPLE) -> list[UUID]:
    """Give the delegates whom a folded query with small typing errors may mean, nearest first.

    For when ``find`` gives nothing. Words that nobody has are taken for misspelt first, then
    all. Numbers and words of one or two letters are never corrected.
    """
    terms = terms_of(query)
    asked = _Asked(session, of, limit)
    unknown = [term for term in terms if not asked.matches(inside(term), 1)]
    if not all(map(is_correctable, unknown)):
        return []
    for doubtful in (unknown, terms):
        if 0 < len(doubtful) <= _MOST_MISSPELT:
            readings = [
                _readings(asked, term, is_last=term == terms[-1])
                if term in doubtful
                else as_typed(term)
                for term in terms
            ]
            found = _best(asked, near(readings, 2), [near(readings, 1)])
            found.sort(
                key=lambda entry: (errors_in(entry, readings), entry.text, entry.delegate_id)
            )
            if found:
                return [entry.delegate_id for entry in found[:limit]]
    return []


def _entries(session: Session, of: SearchIndex, ids: Iterable[UUID]) -> list[Entry]:
    wanted = list(ids)
    chunks = (wanted[first : first + _CHUNK] for first in range(0, len(wanted), _CHUNK))
    return [
        Entry(*row) for chunk in chunks for row in session.execute(of.of_delegates, {"ids": chunk})
    ]


def _add(session: Session, of: SearchIndex, texts: Mapping[UUID, str]) -> None:
    if not texts:
        return
    last = session.execute(of.last).scalar_one()
    rows = [(delegate_id.hex, words) for delegate_id, words in texts.items()]
    session.connection().exec_driver_sql(of.add, rows)
    session.execute(of.index_after, {"last": last})


def _remove(session: Session, of: SearchIndex, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    total = session.execute(of.count).scalar_one()
    rebuilds = len(entries) > min(_REBUILT_FROM, total / _REBUILT_FOR_ONE)
    if not rebuilds:
        session.execute(of.unindex, [{"id": entry.id, "text": entry.text} for entry in entries])
    session.execute(of.drop, [{"id": entry.id} for entry in entries])
    if rebuilds:
        session.execute(of.rebuild)


def _words(texts: Iterable[str]) -> Counter[str]:
    """Count the words that staff may misspell: of names and organisations, not of e-mails."""
    return Counter(word for text in texts for word in text.partition("@")[0].split())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to an index, for so many."""

    session: Session
    of: SearchIndex
    limit: int

    def matches(self, expression: str, most: int) -> list[Entry]:
        if not expression:
            return []
        asked = {"expression": expression, "most": most}
        return [Entry(*row) for row in self.session.execute(self.of.matches, asked)]


def _best(asked: _Asked, wide: str, better: Iterable[str]) -> list[Entry]:
    """Give all matches if they are few; of many, look for better ones first, in turn."""
    limit, most = asked.limit, max(asked.limit, _ENOUGH)
    found = {entry.id: entry for entry in asked.matches(wide, most)}
    if len(found) < most:
        return list(found.values())
    first: dict[int, Entry] = {}
    for expression in better:
        first |= {entry.id: entry for entry in asked.matches(expression, most)}
        if len(first) >= limit:
            return list(first.values())
    return list((first | found).values())


def _readings(asked: _Asked, term: str, *, is_last: bool) -> Readings:
    """Give what a term may stand for; the last one may be a word that is still being typed."""
    readings = dict(as_typed(term))
    if is_correctable(term):
        readings |= {
            whole(word): errors
            for word, errors in words_like(asked.session, asked.of.words, term).items()
        }
    if is_correctable(term) and is_last:
        begun = beginnings_like(asked.session, asked.of.words, term)
        readings |= {start(word): errors for word, errors in begun.items()}
    return readings
