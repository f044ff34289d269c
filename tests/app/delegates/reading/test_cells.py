"""Cells are freed of what programs put around them, and of nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegates.reading.cells import (
    answers_of,
    clean,
    clean_lines,
    email_of,
    phone_of,
    shortened,
)

CLEANED = (
    ("'+4541568532", "+4541568532"),
    ("\t+4541568532", "+4541568532"),
    ("'=SUM(A1:A9) partners", "=SUM(A1:A9) partners"),
    ("'-2", "-2"),
    ("'@home", "@home"),
    ("' =1", "=1"),
    ("'＝1", "＝1"),
    ("'\tx", "x"),
    ("''=1", "''=1"),
    ("'t Hooft", "'t Hooft"),
    ("=1+1", "=1+1"),
    ("  Ada \t Lovelace\r\n", "Ada Lovelace"),
    ("Ada\u00a0\u2003Lovelace", "Ada Lovelace"),
    ("\u202eAda\u200b\u0007 Love\u00adlace\ufeff", "Ada Lovelace"),
    ("A\u030asa", "Åsa"),
    ("A\u200b\u030asa", "Åsa"),
    ("McDonald", "McDonald"),
    ("#N/A", ""),
    ("-", ""),
    ("n/a", ""),
    ("", ""),
)


@pytest.mark.parametrize(("text", "tidy"), CLEANED)
def test_a_cell_is_cleaned(text: str, tidy: str) -> None:
    assert clean(text) == tidy


@given(st.text())
def test_what_is_clean_has_no_invisible_character_and_no_double_blank(text: str) -> None:
    tidy = clean(text)

    assert tidy == " ".join(tidy.split())
    assert not set(tidy) & set("\u202e\u200b\u2066\ufeff\x00\x07\n\t")


def test_a_longer_text_keeps_its_lines() -> None:
    assert clean_lines("'=SUM(A1)\r\n  in\u200b  Scandinavia \n'=x\n") == (
        "=SUM(A1)\nin Scandinavia\n'=x"
    )
    assert clean_lines("one line") == "one line"
    assert clean_lines("") == ""
    assert clean_lines("-\n") == ""


def test_a_problem_shows_the_start_of_a_cell() -> None:
    assert shortened("x" * 200) == "x" * 79 + "…"
    assert shortened(" short ") == "short"


PHONES = (
    ("+45 41 56 85 32", "+45 41 56 85 32"),
    ("(0)40-123 45", "(0)40-123 45"),
    ("4541568532.0", "4541568532"),
    ("4,54157E+09", None),
    ("4.54E+10", None),
    ("12.50", "12.50"),
)


@pytest.mark.parametrize(("text", "phone"), PHONES)
def test_a_phone_number_is_kept_unless_a_spreadsheet_damaged_it(
    text: str, phone: str | None
) -> None:
    assert phone_of(text) == phone


EMAILS = (
    ("Ada@Example.org", "Ada@Example.org"),
    ("mailto:ada@example.org", "ada@example.org"),
    ("MAILTO: ada@example.org", "ada@example.org"),
    ("Ada Lovelace <ada@example.org>", "ada@example.org"),
    ("ada@example.org;", "ada@example.org"),
    ("lodie.@example.org", "lodie.@example.org"),
    ("zoë@bücher.example", "zoë@bücher.example"),
    ("ada @example.org", None),
    ("ada@example.org; ben@example.org", None),
    ("ada.example.org", None),
    ("@", None),
    ("", None),
)


@pytest.mark.parametrize(("text", "email"), EMAILS)
def test_an_email_is_one_address_or_nothing(text: str, email: str | None) -> None:
    assert email_of(text) == email


ANSWERS = (
    ("Clean energy, Agrifood", ("Clean energy", "Agrifood")),
    ("ICT; Food|Mobility\nHealth", ("ICT", "Food", "Mobility", "Health")),
    ("Food (fresh, frozen), ICT", ("Food (fresh, frozen)", "ICT")),
    ("ICT,,ICT, ", ("ICT",)),
    ("a), b", ("a)", "b")),
    ("", ()),
)


@pytest.mark.parametrize(("text", "answers"), ANSWERS)
def test_several_answers_are_parted(text: str, answers: tuple[str, ...]) -> None:
    assert answers_of(text) == answers
