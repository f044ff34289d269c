"""How far the log has come, so that a window sees what other programs write to its event."""

from __future__ import annotations

from app.journal.journal import Journal
from db.models import LogRow
from db.rows import last_row


def log_head(journal: Journal) -> int:
    """Give a number that grows with every deed, whoever writes it; 0 for an empty log."""
    with journal.reading() as session:
        return last_row(session, LogRow)
