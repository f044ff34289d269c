"""What undo and redo say when they are done."""

from __future__ import annotations

from collections.abc import Mapping

from app.delegates.roster import everybody
from app.journal.journal import Journal
from app.journal.undo import TakenBack, redo, undo

_NAMES: Mapping[str, str] = {
    "CheckedIn": "The check-in",
    "CheckInTakenBack": "The check-in",
    "CameBack": "The coming back",
    "CheckedOut": "The leaving",
    "DelegateAdded": "The registration on site",
    "DelegateChanged": "The correction",
    "DelegateImported": "The import",
    "DelegatesMerged": "The merge",
    "PlaceTaken": "The substitution",
    "PlaceGivenBack": "The restored registration",
    "StatusSet": "The decision on the application",
    "BadgeReplaced": "The new badge code",
    "RequestAdded": "The new request",
    "RequestChanged": "The correction of a request",
    "RequestNoted": "The correction of a request",
    "RequestReinstated": "The reinstated request",
    "RequestWithdrawn": "The withdrawn request",
    "UnavailableAdded": "The time away",
    "UnavailableTakenOut": "The time away that was taken out",
    "MeetingAdded": "The new meeting",
    "MeetingCalled": "The call",
    "MeetingCancelled": "The cancelled meeting",
    "MeetingLocked": "The lock of a meeting",
    "MeetingMoved": "The move",
    "MeetingRestored": "The restored meeting",
    "MeetingSaid": "What was said of a meeting",
    "MeetingUnlocked": "The unlocking of a meeting",
    "PlanRulesChanged": "The change of the rules of planning",
}
"""By the kind of the first deed. What has no name here is "the last thing this desk did"."""


def undone(journal: Journal) -> str:
    """Take back what this desk did last, and say so. Not for the GUI thread."""
    return _said(journal, undo(journal), "is taken back")


def redone(journal: Journal) -> str:
    """Do again what was taken back last, and say so. Not for the GUI thread."""
    return _said(journal, redo(journal), "stands again")


def _said(journal: Journal, taken: TakenBack, what: str) -> str:
    who = _who(journal, taken)
    name = _NAMES.get(taken.kind, "The last thing this desk did")
    of = f" of {who}" if who and taken.kind in _NAMES else ""
    if taken.kind == "DelegateImported":
        of = f" of {taken.deeds:,} entries"
    return f"{name}{of} {what}."


def _who(journal: Journal, taken: TakenBack) -> str:
    found = everybody(journal, [taken.subject]) if taken.subject is not None else ()
    return found[0].name if found else ""
