"""What is said of a schedule on paper."""

from __future__ import annotations

from datetime import date

from app.printing.schedules.standing import ScheduleStanding
from ui.common.times import Times, day_words

ALL_DAYS = "All days"


def changes_words(count: int) -> str:
    """Count changes: ``2 changes``."""
    return "1 change" if count == 1 else f"{count:,} changes"


def paper_words(standing: ScheduleStanding, times: Times) -> str:
    """Say what is out, and what printing now would bring; blank: nothing is out."""
    if not standing.paper:
        return ""
    printed = f" of {times.of_day(standing.printed_at)}" if standing.printed_at else ""
    paper = f"Version {standing.paper}{printed}"
    if standing.is_out_of_date:
        count = changes_words(len(standing.changes))
        return (
            f"{paper} is out of date: {count}. Print version {standing.version}, and keep the old "
            "paper, so nobody follows it."
        )
    if standing.version != standing.paper:
        return (
            f"{paper} leads to the right tables. Version {standing.version} says otherwise only "
            "how something is written."
        )
    return f"{paper} still holds. Printing it again gives the same version."


def day_choice(day: date | None) -> str:
    """Name a day to choose, or all of them."""
    return day_words(day) if day else ALL_DAYS


def old_paper_words(standing: ScheduleStanding) -> str:
    """Warn of a paper that leads to a wrong table; blank: it does not."""
    if not standing.is_out_of_date:
        return ""
    count = changes_words(len(standing.changes))
    return (
        f"Printed schedule is out of date: {count}. Print the new one, and keep the old paper, so "
        "nobody follows it."
    )
