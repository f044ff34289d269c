from __future__ import annotations

from uuid import uuid4

import pytest

from app.delegates.telling_apart import Named, organisations_alike

CHAMBER = "Chamber of Commerce and Industry of"


def alike(one: str, other: str) -> list[str]:
    first, second = Named(uuid4(), one), Named(uuid4(), other)
    return [pair.why for pair in organisations_alike([first], [first, second])]


@pytest.mark.parametrize("place", ["Caen", "Dijon", "Lille"])
def test_chambers_of_two_cities_are_not_proposed_as_one(place: str) -> None:
    assert alike(f"{CHAMBER} Lyon", f"{CHAMBER} {place}") == []


def test_a_long_name_with_one_misspelt_word_is_proposed() -> None:
    assert alike(f"{CHAMBER} Lyon", f"{CHAMBER.replace('mm', 'm')} Lyon") == ["spelling"]
