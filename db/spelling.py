"""The words that delegates are found by, and which of them a misspelt one may stand for.

A plain table of distinct words, counted by use, so that erasing the last user of a word erases
the word. It is read anew each time: of 50,000 words, those of a fitting length arrive as one
string in 2 ms and are compared in 1 ms (RapidFuzz), so that nothing is kept in memory that could
be stale.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

_SHORTEST = 3  # of two letters, one wrong could be anything
_MOST_GUESSES = 8

_CREATE = """
    CREATE TABLE {table} (
        length INTEGER NOT NULL, word TEXT NOT NULL, uses INTEGER NOT NULL,
        PRIMARY KEY (length, word)
    ) WITHOUT ROWID"""
_COUNT = """
    INSERT INTO {table} (length, word, uses) VALUES (?, ?, ?)
    ON CONFLICT (length, word) DO UPDATE SET uses = {table}.uses + excluded.uses"""
_DROP_UNUSED = "DELETE FROM {table} WHERE length = ? AND word = ? AND uses <= 0"
_OF_LENGTH = """
    SELECT group_concat(word, ' ') FROM {table} WHERE length BETWEEN :shortest AND :longest"""
_LONGER = """
    SELECT group_concat(word, ' ') FROM {table}
    WHERE length > :length AND substr(word, 1, 1) = :letter"""


def create_word_table(connection: Connection, table: str) -> None:
    """Create a table of words."""
    connection.exec_driver_sql(_CREATE.format(table=table))


def count_words(session: Session, table: str, changes: Mapping[str, int]) -> None:
    """Add to the uses of each word, or take away; a word without uses is gone afterwards."""
    connection = session.connection()
    rows = [
        (len(word), word, uses)
        for word, uses in sorted(changes.items())
        if uses and is_correctable(word)
    ]
    if rows:
        connection.exec_driver_sql(_COUNT.format(table=table), rows)
    fewer = [(length, word) for length, word, uses in rows if uses < 0]
    if fewer:
        connection.exec_driver_sql(_DROP_UNUSED.format(table=table), fewer)


def is_correctable(word: str) -> bool:
    """Tell whether a word may be misspelt. A number may not: the next one is another person."""
    return len(word) >= _SHORTEST and word.isalpha()


def words_like(session: Session, table: str, term: str) -> dict[str, int]:
    """Give known words and how many errors away they are: 1 for up to five letters, else 2.

    Two letters exchanged are one error. The nearest come first.
    """
    most = _most_errors(term)
    span = {"shortest": len(term) - most, "longest": len(term) + most}
    words = _split(session.execute(text(_OF_LENGTH.format(table=table)), span).scalar())
    return _nearest(term, words)


def beginnings_like(session: Session, table: str, term: str) -> dict[str, int]:
    """Give beginnings of longer known words, as ``words_like``, for a word still being typed.

    The first letter is taken for right; that keeps the look-up short.
    """
    start = {"length": len(term), "letter": term[:1]}
    words = _split(session.execute(text(_LONGER.format(table=table)), start).scalar())
    lengths = range(len(term) - 1, len(term) + 2)
    return _nearest(term, sorted({word[:length] for word in words for length in lengths}))


def _split(words: str | None) -> list[str]:
    return (words or "").split()


def _most_errors(term: str) -> int:
    return 1 if len(term) <= 5 else 2


def _nearest(term: str, words: list[str]) -> dict[str, int]:
    # Most of what is typed is found as it stands.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    close = process.extract(
        term, words, scorer=OSA.distance, score_cutoff=_most_errors(term), limit=4 * _MOST_GUESSES
    )
    ranked = sorted((errors, word[:1] != term[:1], word) for word, errors, _index in close)
    return {word: errors for errors, _other_letter, word in ranked[:_MOST_GUESSES]}
