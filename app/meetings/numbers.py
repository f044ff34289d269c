"""Numbers of requests, meetings and sessions: what people read out and type, as ``M-A12``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from db.models import Meeting, ProgrammeSession, Request


def free_request_numbers(session: Session, letters: str) -> Iterator[str]:
    """Yield numbers of requests that the desk of these letters may give out, ascending."""
    return _free(session, Request, f"R-{letters}")


def free_meeting_numbers(session: Session, letters: str) -> Iterator[str]:
    """Yield numbers of meetings that the desk of these letters may give out, ascending."""
    return _free(session, Meeting, f"M-{letters}")


def free_session_numbers(session: Session, letters: str) -> Iterator[str]:
    """Yield numbers of sessions that the desk of these letters may give out, ascending."""
    return _free(session, ProgrammeSession, f"S-{letters}")


def _free(
    session: Session,
    model: type[Request] | type[Meeting] | type[ProgrammeSession],
    prefix: str,
) -> Iterator[str]:
    digits = cast(func.substr(model.number, len(prefix) + 1), Integer)
    # ":" comes after the digits and before the letters: desk AB is none of desk A.
    ours = model.number.between(f"{prefix}0", f"{prefix}:")
    last = session.scalar(select(func.max(digits)).where(ours)) or 0
    return (f"{prefix}{number}" for number in count(last + 1))
