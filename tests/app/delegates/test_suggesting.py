"""What a form offers to whoever has typed a part of a word."""

from __future__ import annotations

import pytest

from app.delegates.suggesting import (
    KnownWords,
    OfOrganisation,
    known_words,
    suggested,
    suggested_countries,
)
from app.desks import OpenEvent
from tests.building import EventBuilder


@pytest.fixture
def words(event: EventBuilder, open_event: OpenEvent) -> KnownWords:
    event.delegates(
        ("Ada", "A"), ("Ben", "B"), organisation="Łódź Öko-Technik", delegation="Poland–Czechia"
    )
    event.delegate("Carl", "C", organisation="Analytical Engines", badge_type="Speaker")
    event.delegate("Dora", "D", organisation="Technical Works", badge_type="Press")
    return known_words(open_event.journal, "de")


def test_organisations_are_found_half_written_and_without_accents(words: KnownWords) -> None:
    assert suggested(words.organisations, "lodz") == ("Łódź Öko-Technik",)
    assert suggested(words.organisations, "tech oeko") == ("Łódź Öko-Technik",)
    assert suggested(words.organisations, "TECH") == ("Technical Works", "Łódź Öko-Technik")
    assert suggested(words.organisations, "zz") == ()


def test_a_blank_offers_what_most_people_share_first(words: KnownWords) -> None:
    assert suggested(words.organisations, "", most=2) == ("Łódź Öko-Technik", "Analytical Engines")
    assert suggested(words.badge_types, "") == ("Press", "Speaker")
    assert suggested(words.delegations, "cz") == ("Poland–Czechia",)


@pytest.mark.parametrize(
    ("typed", "country"),
    [("ger", "Germany"), ("de", "Germany"), ("DEU", "Germany"), ("Deutschl", "Germany"),
     ("holl", "Netherlands"), ("Germny", "Germany"), ("u k", "United Kingdom")],
)  # fmt: skip
def test_countries_are_found_by_code_and_name_and_also_damaged(
    words: KnownWords, typed: str, country: str
) -> None:
    assert suggested_countries(words.countries, typed)[0] == country


def test_what_is_no_country_finds_none(words: KnownWords) -> None:
    assert suggested_countries(words.countries, "Atlantis") == ()


def test_what_nobody_stands_for_any_more_comes_last(
    event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "A", organisation="Zebra")

    assert suggested(known_words(open_event.journal).organisations, "") == ("Zebra",)


def test_of_an_organisation_is_known_what_all_say_who_say_anything(
    event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "A", organisation="Zebra", country="LT", delegation="North")
    event.delegate("Ben", "B", organisation="Zebra", country="LV", delegation="North")
    event.delegate("Cleo", "C", organisation="Zebra")
    event.delegate("Dora", "D", organisation="Okapi", country="CD")
    event.delegate("Eva", "E", organisation="Gnu")

    assert known_words(open_event.journal).people_of == {
        "zebra": OfOrganisation("", "North"),
        "okapi": OfOrganisation("CD", ""),
        "gnu": OfOrganisation("", ""),
    }
