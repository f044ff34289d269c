"""The meetings of one delegate in the pane, those of all days."""

from __future__ import annotations

from collections.abc import Iterator

from app.meetings.upcoming import DelegateMeeting, DelegateMeetings
from ui.common.meeting_words import (
    organisation_words,
    people_words,
    presence_words,
    table_words,
)
from ui.common.times import Times, day_words


def meeting_lines(meetings: DelegateMeetings, times: Times) -> Iterator[tuple[str, str]]:
    """Say when and where each is, and with whom; of those on the day looked at also who is here."""
    for each in meetings.meetings:
        starts = each.starts_at.astimezone(times.zone)
        is_on_day = starts.date() == meetings.day
        told = (
            _partners(each),
            each.kind.upper(),
            presence_words(each.partners, times) if is_on_day else "",
        )
        when = f"{day_words(starts.date())}, {starts:%H:%M} · {table_words(each)}"
        yield when, " · ".join(filter(None, told))
    yield from meetings_without_slot(meetings)


def meetings_without_slot(meetings: DelegateMeetings) -> Iterator[tuple[str, str]]:
    """Say how many have no slot any more, and what to do."""
    if meetings.without_slot:
        yield _without_slot(meetings.without_slot), "Plan meetings again on the Event page."


def _partners(meeting: DelegateMeeting) -> str:
    return ": ".join(filter(None, (organisation_words(meeting), people_words(meeting))))


def _without_slot(count: int) -> str:
    return f"{count} without a slot" if count > 1 else "One without a slot"
