"""The tables by which delegates are found, and the statements on them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Integer, String, Uuid, bindparam, column, text

_CREATE: Final = (
    """CREATE TABLE {name}_entry (
        id INTEGER PRIMARY KEY,
        delegate_id CHAR(32) NOT NULL UNIQUE,
        text TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE {name}_text USING fts5(
        text,
        content='{name}_entry', content_rowid='id', tokenize='trigram case_sensitive 1'
    )""",
    "INSERT INTO {name}_text ({name}_text, rank) VALUES ('secure-delete', 1)",
)
_MATCHES: Final = """
    SELECT id, delegate_id, {name}_entry.text
    FROM {name}_text JOIN {name}_entry ON {name}_entry.id = {name}_text.rowid
    WHERE {name}_text MATCH :expression ORDER BY {name}_text.rowid LIMIT :most
"""
_OF_DELEGATES: Final = """
    SELECT id, delegate_id, text FROM {name}_entry WHERE delegate_id IN :ids
"""
_TEXTS: Final = "SELECT delegate_id, text FROM {name}_entry"
# The driver's own parameters: SQLAlchemy would look at those of each row of an import.
_ADD: Final = "INSERT INTO {name}_entry (delegate_id, text) VALUES (?, ?)"
_DROP: Final = "DELETE FROM {name}_entry WHERE id = :id"
_LAST: Final = "SELECT coalesce(max(id), 0) FROM {name}_entry"
_COUNT: Final = "SELECT count(*) FROM {name}_entry"
_INDEX_AFTER: Final = """
    INSERT INTO {name}_text (rowid, text) SELECT id, text FROM {name}_entry WHERE id > :last
"""
_UNINDEX: Final = """
    INSERT INTO {name}_text ({name}_text, rowid, text) VALUES ('delete', :id, :text)
"""
_REBUILD: Final = "INSERT INTO {name}_text ({name}_text) VALUES ('rebuild')"
_COLUMNS: Final = (
    column("id", Integer()),
    column("delegate_id", Uuid()),
    column("text", String()),
)


class SearchIndex:
    """What delegates are found by: an index of its own, with its own words.

    ``name`` begins the names of its tables. Statements are made once.
    """

    def __init__(self, name: str) -> None:
        def made(statement: str) -> Any:
            return text(statement.format(name=name))

        ids = bindparam("ids", expanding=True, type_=Uuid())
        self.words = f"{name}_word"
        self.create = tuple(each.format(name=name) for each in _CREATE)
        self.matches = made(_MATCHES).columns(*_COLUMNS)
        self.of_delegates = made(_OF_DELEGATES).bindparams(ids).columns(*_COLUMNS)
        self.texts = made(_TEXTS).columns(*_COLUMNS[1:])
        self.add = _ADD.format(name=name)
        self.drop, self.last, self.count = made(_DROP), made(_LAST), made(_COUNT)
        self.index_after, self.unindex = made(_INDEX_AFTER), made(_UNINDEX)
        self.rebuild = made(_REBUILD)


PEOPLE: Final = SearchIndex("search")
"""Delegates by what they are called, stand for and wear."""
PROFILES: Final = SearchIndex("search_profile")
"""Delegates by what they seek and offer."""
