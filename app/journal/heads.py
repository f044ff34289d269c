"""How far the log has come, so that a window sees what other programs write to its event."""

from __future__ import annotations

from sqlalchemy import text

from app.journal.journal import Journal

_LAST = text("SELECT max(rowid) FROM log")


def log_head(journal: Journal) -> int:
    """Give a number that grows with every deed, whoever writes it; 0 for an empty log."""
    with journal.reading() as session:
        return session.scalar(_LAST) or 0
