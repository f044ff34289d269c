"""The first screen says when the people of an event that is over are to be erased."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.recents import Found, RecentEvent
from ui.start.recent_list import kept_words

OVER = (date(2027, 3, 16), date(2027, 3, 17))


def event(erase_on: date | None, days: tuple[date, ...] = OVER) -> RecentEvent:
    at = datetime(2027, 3, 18, tzinfo=UTC)
    return RecentEvent(Path("a"), at, Found.READABLE, "Days", days=days, erase_on=erase_on)


@pytest.mark.parametrize(
    ("today", "said", "is_due"),
    [
        (date(2027, 3, 17), "", False),
        (date(2027, 4, 5), "Its people are to be erased in 12 days", False),
        (date(2027, 4, 16), "Its people are to be erased in 1 day", False),
        (date(2027, 4, 17), "Its people are to be erased by now: open it, then Event", True),
    ],
)
def test_people_are_kept_for_so_many_days_once_an_event_is_over(
    today: date, said: str, is_due: bool
) -> None:
    assert kept_words(event(date(2027, 4, 17)), today) == (said, is_due)


def test_nothing_is_said_where_nobody_is_known() -> None:
    assert kept_words(event(None), date(2028, 1, 1)) == ("", False)
    assert kept_words(event(date(2027, 4, 17), ()), date(2028, 1, 1)) == ("", False)
