"""A delegate's meetings in words: when, with whom, and whether those are here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.meetings.upcoming import DelegateMeeting, Partner
from ui.common.marks import STATE_WORDS
from ui.common.times import Times, day_words

_WEEK = timedelta(days=7)
_GONE = "No longer registered"


def organisation_words(meeting: DelegateMeeting) -> str:
    """Name whom the other side stands for: organisations, or the people where they have none.

    A session goes by its title.
    """
    if meeting.title:
        return meeting.title
    named = (each.who.organisation or _name(each) for each in meeting.partners)
    return ", ".join(dict.fromkeys(named)) or _GONE


def people_words(meeting: DelegateMeeting) -> str:
    """Name the people of the other side, but for those who are named instead of organisations."""
    return ", ".join(_name(each) for each in meeting.partners if each.who.organisation)


def presence_of(partners: Sequence[Partner]) -> str:
    """Tell how a side stands as one state: ``here`` if all are, or else as whoever is missing."""
    missing = [each.state for each in partners if each.state != "here"]
    if not missing:
        return "here" if partners else "withdrawn"
    return "expected" if "expected" in missing else missing[0]


def presence_words(partners: Sequence[Partner], times: Times) -> str:
    """Say whether a side is here: one person since when, of several how many."""
    if len(partners) == 1:
        (only,) = partners
        at = times.of_day(only.since) if only.since else ""
        if only.state in ("here", "left") and at:
            return f"Here since {at}" if only.state == "here" else f"Left at {at}"
        return STATE_WORDS.get(only.state, only.state)
    here = sum(each.state == "here" for each in partners)
    if here == len(partners):
        return f"All {here} here" if here else STATE_WORDS["withdrawn"]
    return f"{here} of {len(partners)} here" if here else "None of them here"


def starts_words(meeting: DelegateMeeting, times: Times) -> str:
    """Say when a meeting starts, or how long it still lasts."""
    now = times.clock()
    if meeting.starts_at > now:
        return times.until(meeting.starts_at)
    left = (meeting.ends_at - now) // timedelta(minutes=1)
    return f"{max(left, 1)} min left" if now < meeting.ends_at else "over"


def clock_words(meeting: DelegateMeeting, times: Times) -> str:
    """Give the time of day a meeting starts, at the venue."""
    return f"{meeting.starts_at.astimezone(times.zone):%H:%M}"


def table_words(meeting: DelegateMeeting) -> str:
    """Name the table."""
    return f"table {meeting.table}" if meeting.table else "no table yet"


def later_words(meeting: DelegateMeeting, times: Times) -> str:
    """Say when and where a meeting on another day is: ``Wed 09:25, table 4``."""
    starts = meeting.starts_at.astimezone(times.zone)
    is_near = starts.date() - times.today() < _WEEK
    day = f"{starts:%a}" if is_near else f"{day_words(starts.date())},"
    return f"{day} {starts:%H:%M}, {table_words(meeting)}"


def _name(partner: Partner) -> str:
    return partner.who.name or _GONE
