"""What the Print page says of papers."""

from __future__ import annotations


def schedules(count: int) -> str:
    """Give so many schedules in words."""
    return "1 schedule" if count == 1 else f"{count:,} schedules"


def nothing_left(missing: str, changed: int) -> tuple[str, str]:
    """Say that nobody needs a paper, and what could be shown instead; blank: nothing."""
    if not changed:
        return missing, ""
    have = "has" if changed == 1 else "have"
    return f"{missing} {changed:,} {have} changed since.", f"Show the {changed:,}"
