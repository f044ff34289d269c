"""Countries are known by code and by any name, and named in the desk's language."""

from __future__ import annotations

import pytest

from app.delegates.countries import country_name, country_of

KNOWN = {
    "DE": "DE|de|deu|DEU|Germany|germany |Deutschland|Allemagne|Alemania|Niemcy|Γερμανία|Saksa"
    "|Germany (DE)|Federal Republic of Germany|Tyskland|Duitsland",
    "GB": "GB|UK|U.K.|GBR|United Kingdom|Great Britain|England|Scotland|Vereinigtes Königreich",
    "GR": "GR|EL|GRC|Greece|Ελλάδα|Griechenland|Grèce|Hellas",
    "US": "US|USA|U.S.A.|United States|United States of America|the United States|États-Unis"
    "|Vereinigte Staaten|EE. UU.|America",
    "NL": "Netherlands|The Netherlands|Holland|Niederlande|Pays-Bas|Nederland",
    "CZ": "Czechia|Czech Republic|Tschechien|Česko|République tchèque",
    "TR": "Türkiye|Turkey|Türkei|TUR",
    "LV": "Latvia|Latvija|Lettland|Łotwa",
    "LT": "Lithuania|Lietuva|Litauen|Litwa",
    "EE": "Estonia|Eesti|Estland",
    "PL": "Poland|Polska|Polen|Pologne",
    "RO": "Romania|România|Rumänien|ROU",
    "HU": "Hungary|Magyarország|Ungarn",
    "FI": "Finland|Suomi",
    "NO": "NO|Norway|Norge",
    "XK": "Kosovo|XK",
    "KR": "South Korea|Republic of Korea|Korea",
}


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code, texts in KNOWN.items() for text in texts.split("|")]
)
def test_a_country_is_known_by_code_and_by_name(text: str, code: str) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize("text", ["", "Narnia", "EU", "Europe", "World", "Georgia (US)", "QQ", "1"])
def test_what_is_no_one_country_is_none(text: str) -> None:
    assert country_of(text) is None


def test_every_country_is_known_by_the_name_we_show() -> None:
    codes = ("DK", "SE", "IE", "MK", "BA", "CI", "GE", "CH", "SK", "SI", "AT", "AU", "NG", "NE")

    assert tuple(country_of(country_name(code, "fr")) for code in codes) == codes


def test_a_country_is_named_in_the_desk_s_language() -> None:
    assert country_name("GR") == "Greece"
    assert country_name("gr", "de") == "Griechenland"
    assert country_name("SE", "pt_BR") == "Suécia"


def test_a_language_we_do_not_have_reads_english() -> None:
    assert country_name("GR", "xx") == "Greece"
    assert country_name("GR", "not a language") == "Greece"


def test_an_unknown_code_is_its_own_name() -> None:
    assert country_name("QQ") == "QQ"
