"""Badge numbers: what people read out and type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from db.models import Delegate


def free_numbers(session: Session, letters: str) -> Iterator[str]:
    """Yield numbers that this desk may give out, ascending. No number is given twice.

    They begin with the desk's letters, so that desks that are cut off from each other never
    give out the same one. A removed delegate's number stays theirs.
    """
    prefix = f"{letters}-"
    digits = cast(func.substr(Delegate.badge_number, len(prefix) + 1), Integer)
    # A range instead of LIKE, which SQLite does not answer from the index.
    ours = Delegate.badge_number.between(prefix, f"{prefix}~")
    last = session.scalar(select(func.max(digits)).where(ours)) or 0
    return (f"{prefix}{number}" for number in count(last + 1))
