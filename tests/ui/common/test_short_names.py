from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.common.short_names import MOST, short_name


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
