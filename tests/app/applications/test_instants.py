from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.applications.instants import InstantUnclear, Settled, Unclear, instant_said

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def utc(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2018, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2018-10-26T14:00", utc(26, 12)),
        ("2018-10-26 14:00", utc(26, 12)),
        ("2018-10-26T14:00+01:00", utc(26, 13)),
        ("2018-10-26T14:00Z", utc(26, 14)),
        ("2018-10-26 14:00 CEST", utc(26, 12)),
        ("2018-10-26 14:00 UTC", utc(26, 14)),
        ("2018-10-28T02:30 CEST", utc(28, 0, 30)),
        ("2018-10-28T02:30 CET", utc(28, 1, 30)),
    ],
)
def test_a_time_is_what_clocks_at_the_venue_show_unless_an_offset_says_otherwise(
    said: str, at: datetime
) -> None:
    read = instant_said(said, COPENHAGEN)

    assert (read.at, read.settled) == (at, None)


def test_winter_time_that_is_said_of_a_summer_day_means_the_clock_at_the_venue() -> None:
    read = instant_said("2018-10-26T14:00 CET", COPENHAGEN)

    assert (read.at, read.settled, read.named) == (utc(26, 12), Settled.OTHER_SEASON, "CET")


def test_of_a_time_that_clocks_show_twice_the_later_one_is_meant() -> None:
    read = instant_said("2018-10-28T02:30", COPENHAGEN)

    assert (read.at, read.settled) == (utc(28, 1, 30), Settled.LATER)


def test_a_time_that_clocks_skip_is_refused_with_the_instant_of_the_jump() -> None:
    with pytest.raises(InstantUnclear) as refusal:
        instant_said("2018-03-25T02:30", COPENHAGEN)

    assert refusal.value.reason is Unclear.SKIPPED
    assert refusal.value.instead == utc(25, 1, month=3)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("2018-10-26", Unclear.NO_TIME),
        ("2018-10-26T14:00 EST", Unclear.UNREADABLE),
        ("2018-10-26T14:00+01:00 CET", Unclear.UNREADABLE),
        ("Friday", Unclear.UNREADABLE),
        ("", Unclear.UNREADABLE),
        ("0001-01-01T00:00", Unclear.UNREADABLE),
    ],
)
def test_what_is_no_instant_is_refused(said: str, reason: Unclear) -> None:
    with pytest.raises(InstantUnclear) as refusal:
        instant_said(said, COPENHAGEN)

    assert refusal.value.reason is reason
