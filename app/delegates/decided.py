"""How it came that somebody is not to come: what the journal says of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.delegates.deeds import (
    DelegateAdded,
    DelegateChanged,
    DelegateImported,
    PlaceTaken,
    StatusSet,
)
from app.delegates.person import Person
from app.event.facts import desk_name
from app.journal.deeds import Entry, Kinds
from app.journal.log import entries_about

NOT_COMING = frozenset({"declined", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on an application: when, by whom and why, as far as somebody said so.

    ``imported``: the registration list said it, and nobody at a desk.
    """

    at: datetime
    desk: str
    on_duty: str = ""
    reason: str = ""
    imported: bool = False


def is_decided(whose: Person) -> bool:
    """Tell whether somebody is not to come, because it was decided so."""
    return whose.status in NOT_COMING or whose.place_taken_by is not None


def decided(session: Session, kinds: Kinds, whose: Person) -> Decided | None:
    """Tell how it was decided that somebody is not to come; nothing if they are, or none knows."""
    if not is_decided(whose):
        return None
    last: Entry[Any] | None = None
    for entry in entries_about(session, kinds, whose.id):
        if _says(entry.deed, whose):
            last = entry
    if last is None:
        return None
    reason = last.deed.reason if isinstance(last.deed, StatusSet) else ""
    imported = isinstance(last.deed, DelegateImported)
    return Decided(last.at, desk_name(session, last.desk), last.on_duty, reason, imported)


def _says(deed: Any, whose: Person) -> bool:
    """Tell whether a deed made it so. That somebody gave up says more than who comes instead."""
    if whose.status not in NOT_COMING:
        return type(deed) is PlaceTaken and deed.substitute == whose.place_taken_by
    if isinstance(deed, StatusSet):
        return deed.status == whose.status
    # Not their kin, which take such a deed back.
    if type(deed) in (DelegateAdded, DelegateChanged, DelegateImported):
        return bool(deed.values.get("status") == whose.status)
    return False
