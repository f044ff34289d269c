"""What undo and redo say when they are done."""

from __future__ import annotations

from collections.abc import Mapping

from app.journal.undo import TakenBack

_NAMES: Mapping[str, str] = {
    "CheckedIn": "The check-in",
    "CameBack": "The coming back",
    "CheckedOut": "The leaving",
    "DelegateAdded": "The registration on site",
    "DelegateChanged": "The correction",
    "DelegateImported": "The import",
    "DelegatesMerged": "The merge",
    "PlaceTaken": "The substitution",
    "StatusSet": "The decision on the application",
    "BadgeReplaced": "The new badge code",
}
"""By the kind of the first deed. What has no name here is "the last thing this desk did"."""


def taken_back_in_words(taken: TakenBack, *, again: bool) -> str:
    """Say what was taken back, or done again."""
    name = _NAMES.get(taken.kind, "The last thing this desk did")
    of = f" of {taken.deeds:,} entries" if taken.kind == "DelegateImported" else ""
    return f"{name}{of} {'stands again' if again else 'is taken back'}."
