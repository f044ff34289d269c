"""Names keep their capitals and their particles."""

from __future__ import annotations

import pytest

from app.delegates.reading.names import is_title, name_of, split

SPLITS = (
    ("Katrin van der Heijden", "Katrin", "van der Heijden"),
    ("Björn De La Roca", "Björn", "De La Roca"),
    ("Åsa Ó Súilleabháin", "Åsa", "Ó Súilleabháin"),
    ("John De La Doe", "John", "De La Doe"),
    ("Ludwig von und zu Stein", "Ludwig von und", "zu Stein"),
    ("Karim Ben Ali", "Karim", "Ben Ali"),
    ("Ben Okri", "Ben", "Okri"),
    ("Al Gore", "Al", "Gore"),
    ("Osama bin Zayed al Nahyan", "Osama bin Zayed", "al Nahyan"),
    ("Leonardo da Vinci", "Leonardo", "da Vinci"),
    ("Gerard 't Hooft", "Gerard", "'t Hooft"),
    ("Fiona Mac Donald", "Fiona", "Mac Donald"),
    ("John O. Smith", "John O.", "Smith"),
    ("Ronald McDonald", "Ronald", "McDonald"),
    ("ADA LOVELACE", "ADA", "LOVELACE"),
    ("Maria Teresa Cruz", "Maria Teresa", "Cruz"),
    ("Prof. Dr. Anna Weiß", "Anna", "Weiß"),
    ("Dr. Ben Okri", "Ben", "Okri"),
    ("Dr. van der Berg", "", "van der Berg"),
    ("John Smith Jr.", "John", "Smith"),
    ("John Smith, PhD", "John", "Smith"),
    ("Jack Ma", "Jack", "Ma"),
    ("Jo Md", "Jo", "Md"),
    ("Madonna", "", "Madonna"),
    ("Петровская", "", "Петровская"),
    ("", "", ""),
)


@pytest.mark.parametrize(("full", "given", "family"), SPLITS)
def test_a_full_name_is_parted(full: str, given: str, family: str) -> None:
    assert split(full) == (full, given, family)


def test_a_name_written_back_to_front_is_turned() -> None:
    assert split("van der Berg, Anna Maria") == (
        "Anna Maria van der Berg",
        "Anna Maria",
        "van der Berg",
    )


COMPLETED = (
    (("", "Ada", "Lovelace"), ("Ada Lovelace", "Ada", "Lovelace")),
    (("Countess Lovelace", "Ada", "Lovelace"), ("Countess Lovelace", "Ada", "Lovelace")),
    (("Lovelace, Ada", "Ada", "Lovelace"), ("Ada Lovelace", "Ada", "Lovelace")),
    (("Lovelace", "Ada", ""), ("Ada Lovelace", "Ada", "Lovelace")),
    (("Ada Lovelace", "Ada", ""), ("Ada Lovelace", "Ada", "Lovelace")),
    (("Ada", "", "Lovelace"), ("Ada Lovelace", "Ada", "Lovelace")),
    (("Ada Lovelace", "", "Lovelace"), ("Ada Lovelace", "Ada", "Lovelace")),
    (("", "Ada", ""), ("Ada", "Ada", "")),
    (("Ada", "Ada", ""), ("Ada", "Ada", "")),
    (("", "", "Lovelace"), ("Lovelace", "", "Lovelace")),
    (("Ada Lovelace", "", ""), ("Ada Lovelace", "Ada", "Lovelace")),
)


@pytest.mark.parametrize(("said", "name"), COMPLETED)
def test_a_name_is_completed_from_what_a_row_says(
    said: tuple[str, str, str], name: tuple[str, str, str]
) -> None:
    assert name_of(*said) == name


def test_forms_of_address_are_known() -> None:
    assert is_title("Prof. Dr.")
    assert not is_title("Dr. Engineer")
