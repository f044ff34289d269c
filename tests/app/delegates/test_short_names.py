from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegates.registration import LONGEST_SHORT_NAME
from app.delegates.short_names import MOST, short_name
from app.floor.day import Participant
from app.meetings.attendees import Someone
from ui.floor.sheet import side_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Skåne Food Tech", "Skåne Food"),
        ("UAB Neris Lasers", "Neris Lasers"),
        ("Vysočina Tools s.r.o.", "Vysočina Tools"),
        ("Nordwind Robotik", "Nordwind"),
        ("Baltic Photonics", "Baltic Photon."),
        ("Bund der Deutschen Industrie", "Bund Deutschen"),
        ("The Cluster of Lodz", "The Cluster"),
        ("Fraunhofer-Gesellschaft", "Fraunhofer-Ge…"),
        ("AB", "AB"),
        ("", ""),
    ],
)
def test_a_name_is_shortened_as_people_would(name: str, short: str) -> None:
    assert short_name(name) == short


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1).map(" ".join))
def test_no_name_is_too_long_or_lost(name: str) -> None:
    short = short_name(name)

    assert short
    assert len(short) <= MOST


def test_a_short_name_that_somebody_gave_stands_in_the_grid_as_it_is() -> None:
    named = Someone(uuid4(), "A-1", "Ada Of", "Baltic Photonics", "LV", short_name="BalPho")
    unnamed = Someone(uuid4(), "A-2", "Bo Of", "Baltic Photonics", "LV")

    assert side_name([Participant(named)]) == "BalPho"
    assert side_name([Participant(unnamed)]) == "Baltic Photon."
    assert LONGEST_SHORT_NAME == MOST
