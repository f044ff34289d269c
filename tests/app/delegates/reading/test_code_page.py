"""Lists that Excel wrote in a code page of Windows, with the names of the countries that come."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.delegates.reading.code_page import CENTRAL, WESTERN, code_page
from app.delegates.reading.registrations import read_registrations

POLAND = (
    *("Łukasz Wiśniewski", "Michał Dąbrowski", "Zofia Kamińska", "Jędrzej Żak", "Paweł Wójcik"),
    *("Grażyna Pągowska", "Małgorzata Grześkowiak", "Stanisław Wałęsa", "Krzysztof Zieliński"),
)
CZECHIA = (
    *("Jiří Dvořák", "Tomáš Kučera", "Zdeněk Němec", "Růžena Černá", "Ondřej Růžička"),
    *("Kateřina Havlíčková", "Lukáš Sedláček", "Matěj Řehoř"),
)
HUNGARY = ("Erdős Győző", "Szőke Dezső", "Hegedűs Ernő", "Gyűrű Jenő", "Kőszegi Éva")
NEIGHBOURS = ("Ľubica Kráľová", "Goran Kovačević", "Ivan Ivančić", "Maja Čebular")
NORDIC = (
    *("Søren Kjær", "Åse Bjørnstad", "Jørgen Møller", "Kirsten Sandø", "Bo Grønbæk"),
    *("Björn Öberg", "Märta Sjögren", "Þórður Sigurðsson", "Ægir Guðmundsson", "Matti Mäkelä"),
)
ESTONIA = ("Tõnu Kõiv", "Ülle Põld", "Jüri Võsu")
FOUR_MOTORS = (
    *("Jörg Müller", "Anke Weiß", "Hélène Lefèvre", "Geneviève Lebœuf", "François Noël"),
    *("Thérèse Ménard", "Benoît Pêcheux", "Niccolò Forlì", "Íñigo Núñez", "Begoña Peña"),
    *("Mercè Colomé", "María José"),
)
PORTUGAL = ("João Magalhães", "Inês Simões", "António Conceição")
SIGNS = (
    "¿Qué buscan?",
    "Mª José",
    "1º piso",
    "Works¹",
    "5000 m³/h",
    "£50",
    "½ inch",
    "“Nell” – Ltd",
)

COUNTRIES = [
    *((CENTRAL, names) for names in (POLAND, CZECHIA, HUNGARY, NEIGHBOURS)),
    *((WESTERN, names) for names in (NORDIC, ESTONIA, FOUR_MOTORS, PORTUGAL, SIGNS)),
]


@pytest.mark.parametrize(("page", "names"), COUNTRIES, ids=lambda value: str(value[0]))
def test_the_names_of_a_country_are_read_as_they_were_written(
    page: str, names: tuple[str, ...]
) -> None:
    for name in (*names, "\n".join(names), "\n".join(names).upper()):
        written = name.encode(page, "ignore")

        assert written.decode(code_page(written)) == written.decode(page)


def test_a_list_of_many_countries_is_read_as_it_was_written() -> None:
    for page in (CENTRAL, WESTERN):
        names = "\n".join(name for of, some in COUNTRIES if of == page for name in some)

        assert code_page(names.encode(page)) == page


def test_a_list_without_any_such_letter_is_western() -> None:
    assert code_page("Zoë Müller".encode(WESTERN)) == WESTERN
    assert code_page(b"Ada Lovelace") == WESTERN


def test_a_polish_list_from_excel_is_imported_with_its_letters(tmp_path: Path) -> None:
    lines = ["Imię;Nazwisko;Firma", "Łukasz;Wałęsa;Politechnika Łódzka", "Zofia;Żak;Świt"]
    file = tmp_path / "lista.csv"
    file.write_bytes("\r\n".join(lines).encode(CENTRAL))

    rows = read_registrations(file).rows

    assert [row.family_name for row in rows] == ["Wałęsa", "Żak"]
    assert [row.organisation for row in rows] == ["Politechnika Łódzka", "Świt"]
