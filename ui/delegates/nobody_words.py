"""Why nobody stands in the table."""

from __future__ import annotations

from collections.abc import Sequence

from app.delegates.table import DelegateRow, narrowed
from ui.delegates.head import TableHead


def why_nobody(head: TableHead, everybody: Sequence[DelegateRow]) -> str:
    """Say why nobody is shown, though there are people."""
    typed, filtered = head.field.text().strip(), head.chips.filters.active
    if not typed:
        return "No one fits these filters."
    if head.search_in.profiles:
        also = ", with these filters" if filtered else ""
        return f"Nobody seeks or offers “{typed}” here{also}. Try fewer or other words."
    hidden = len(narrowed(everybody, typed)) if filtered else 0
    if hidden:
        fit = "One fits" if hidden == 1 else f"{hidden:,} fit"
        return f"{fit} “{typed}”, but the filters leave them out."
    return f"No one is called “{typed}” here. Check the spelling."
