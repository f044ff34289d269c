"""Sessions at the same time of day in another zone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from app.programme.deeds import SessionMoved
from app.programme.session import standing_sessions


def sessions_shifted(
    session: Session, shifted: Callable[[datetime], datetime]
) -> Iterator[SessionMoved]:
    """Yield the deeds that put all sessions where ``shifted`` says that their times are now."""
    for each in standing_sessions(session):
        before = (each.starts_at, each.ends_at, each.room)
        now = (shifted(each.starts_at), shifted(each.ends_at), each.room)
        yield SessionMoved(each.id, *now, *before)
