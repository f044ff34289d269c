from __future__ import annotations

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from app.event.facts import EventFacts
from app.printing.badge_maker import occasion_of


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2027-03-16",), "Vilnius, 16 March"),
        (("2027-03-16", "2027-03-17"), "Vilnius, 16–17 March"),
        (("2027-03-31", "2027-04-01"), "Vilnius, 31 March – 1 April"),
        (("2027-12-31", "2028-01-01"), "Vilnius, 31 December – 1 January"),
    ],
)
def test_a_badge_says_place_and_days(days: tuple[str, ...], said: str) -> None:
    facts = EventFacts(
        id=UUID(int=1),
        name="Cluster days",
        zone=ZoneInfo("Europe/Vilnius"),
        venue="",
        city="Vilnius",
        days=tuple(map(date.fromisoformat, days)),
    )

    assert occasion_of(facts).place_and_days == said
