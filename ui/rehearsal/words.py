"""A rehearsal in words."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.rehearsing.cast import Happening, What
from app.rehearsing.summing import Sum

BAND = "Rehearsal: nothing here is real"
DESK = "Rehearsal"
PACES = ((60.0, "1 min takes 1 s"), (12.0, "1 min takes 5 s"), (6.0, "1 min takes 10 s"))
"""How many seconds pass in one."""


def copy_name(event: str) -> str:
    """Name the copy, so that everything that comes out of it says what it is."""
    return f"Rehearsal of {event}"


def happened(happening: Happening, zone: ZoneInfo) -> str:
    """Say what somebody let us know; blank for what is seen anyway."""
    if happening.what is not What.CALLS or happening.comes_at is None:
        return ""
    who = happening.who.who
    name = ", ".join(filter(None, (who.name, who.organisation)))
    return f"{name} called: they come at {happening.comes_at.astimezone(zone):%H:%M}."


def sum_words(total: Sum, by: str) -> str:
    """Say what came of it until a time of day."""
    if not total.planned:
        return f"No meeting was over by {by}."
    over = "1 meeting was" if total.planned == 1 else f"{total.planned:,} meetings were"
    return (
        f"By {by}, {over} over. If nobody had done anything, {total.lost:,} of them would have "
        "been lost."
    )


def own_words(total: Sum) -> str:
    """Say what the floor manager made of it."""
    held = "1 was held" if total.held == 1 else f"{total.held:,} were held"
    if total.recovered < 0:
        return f"{held}: {-total.recovered:,} fewer than if nothing was done."
    return f"{held}: you recovered {total.recovered:,} of {total.lost:,}."


def machine_words(recovered: int, total: Sum) -> str:
    """Say what always taking the first proposal makes of the same day."""
    return f"Always taking the first proposal recovers {recovered:,} of {total.lost:,}."
