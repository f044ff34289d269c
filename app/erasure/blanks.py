"""What of each stored thing says who somebody is, and so becomes blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.base import Merged
from db.models import (
    Badge,
    BadgeKey,
    Closure,
    Delegate,
    Doubt,
    Imported,
    Outcome,
    Print,
    ProgrammeSession,
    Request,
    Role,
    Schedule,
    SourceKey,
    Unavailable,
)

ERASED = "erased"
"""Why the badge of somebody who was erased is refused."""

SOMEBODY = "…"
"""Who sees to a follow-up, if nobody is to know: that there is one is counted."""

PERSONAL = (
    *("given_name", "family_name", "email", "phone", "function", "city"),
    *("seeks", "offers", "note", "attention", "status_reason", "order_code"),
    "by_sector",
)
"""The columns of a delegate that say who it is, or that may."""

NOTHING_SAID: Mapping[str, Any] = {**dict.fromkeys(PERSONAL, ""), "by_sector": {}}
"""What these columns hold once somebody is erased."""

_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "gone", "alive"})
KEPT = tuple(
    column.key
    for column in Delegate.__table__.columns
    if column.key not in {*PERSONAL, *_BOOKKEEPING, "erased"}
)
"""The columns of a delegate that stay, because figures are counted from them."""


@dataclass(frozen=True, slots=True)
class Blank:
    """What is written to a row when it is erased.

    ``for_good``: nothing that anybody writes at any time, on any desk, comes back. ``whole``: no
    column stays.
    """

    model: type[Merged]
    values: Mapping[str, Any]
    for_good: bool = False
    whole: bool = False


BLANKS: Mapping[str, Blank] = {
    "source_key": Blank(SourceKey, {"gone": True}, for_good=True, whole=True),
    "imported": Blank(Imported, {"gone": True}, for_good=True, whole=True),
    "role": Blank(Role, {"function": ""}, for_good=True),
    "doubt": Blank(Doubt, {"facts": {}, "gone": True}, for_good=True),
    "badge": Blank(Badge, {"revoked": ERASED, "revoked_reason": ""}, for_good=True),
    "badge_key": Blank(BadgeKey, {"master": "", "gone": True}, for_good=True),
    # Of these others go on speaking; what they say from now on is kept.
    "badge_reason": Blank(Badge, {"revoked_reason": ""}),
    "status_reason": Blank(Delegate, {"status_reason": ""}),
    "outcome": Blank(Outcome, {"follow_up_by": "", "note": ""}),
    "follow_up": Blank(Outcome, {"follow_up_by": SOMEBODY, "note": ""}),
    "request": Blank(Request, {"note": "", "note_said": ""}),
    "unavailable": Blank(Unavailable, {"why": ""}),
    "closure": Blank(Closure, {"reason": ""}),
    "programme": Blank(
        ProgrammeSession, {"speaker_names": [], "moderator_names": [], "people_said": {}}
    ),
    "print": Blank(Print, {"content": ""}),
    "schedule": Blank(Schedule, {"content": ""}),
}
"""By a word that stands in the log."""

WORD_OF: Mapping[type[Merged], str] = {
    **{blank.model: word for word, blank in BLANKS.items()},
    Badge: "badge_reason",
    Outcome: "outcome",
}
"""What becomes blank where a deed about a row loses its personal values."""
