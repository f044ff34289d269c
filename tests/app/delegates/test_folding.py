from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegates.folding import fold, searchable, spellings


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Straße", "strasse"),
        ("Müller", "muller"),
        ("Søren Ærø", "soren aero"),
        ("Þór Guðmundsson", "thor gudmundsson"),
        ("İbrahim Işık", "ibrahim isik"),
        ("Đoković", "dokovic"),
        ("Għarb Ħamrun", "gharb hamrun"),
        ("Œuvre", "oeuvre"),
        ("Nguyễn Văn Đức", "nguyen van duc"),
    ],
)
def test_letters_with_marks_become_plain_ones(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Θαλασσινού", "thalassinou"),
        ("ΘΑΛΑΣΣΙΝΟΥ", "thalassinou"),
        ("Χρήστος Παπαδόπουλος", "christos papadopoulos"),
        ("Ευαγγελία", "evangelia"),
        ("Αϊβαλιώτης", "aivaliotis"),
        ("Μπάμπης", "bampis"),
        ("Ψύλλος", "psyllos"),
    ],
)
def test_greek_is_written_as_in_a_passport(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Петровская", "petrovskaya"),
        ("Щербаков", "shcherbakov"),
        ("Артём Чайковский", "artem chaykovskiy"),
        ("Юлія Єрмоленко", "yuliya yermolenko"),
        ("Љубомир Ђорђевић", "ljubomir djordjevic"),
    ],
)
def test_cyrillic_is_written_as_europeans_type_it(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_punctuation_becomes_one_space() -> None:
    assert fold("  Jean-Luc  O’Brien,\tA-143 ") == "jean luc o brien a 143"


def test_letters_typed_as_two_characters_fold_like_those_typed_as_one() -> None:
    name = "Łukasz Wójcik Ångström Чайковский Θαλασσινού"

    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


def test_scripts_without_a_table_keep_their_letters() -> None:
    assert fold("李伟") == "李伟"


@given(st.text() | st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x52F)))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)

    assert fold(once) == once
    assert once == " ".join(once.split()).casefold()


@given(st.text(st.characters(codec="ascii")))
def test_ascii_folds_as_it_would_beside_other_letters(text: str) -> None:
    assert fold(f"{text} ł") == f"{fold(text)} l".strip()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("Müller", {"mueller"}),
        ("Åberg", {"aaberg"}),
        ("Ørsted", {"oersted"}),
        ("Đoković", {"djokovic"}),
        ("Živković", set()),
    ],
)
def test_a_marked_letter_is_also_spelt_out(word: str, others: set[str]) -> None:
    assert set(spellings(word)) == others


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Живковић", "zivkovic"),
        ("Григорій", "hryhorii"),
        ("Щерев", "shterev"),
        ("Чайковский", "chaykovsky"),
        ("Мария", "mariia"),
        ("Мария", "maria"),
        ("Ευτυχία", "eftychia"),
        ("Ευαγγελία", "evaggelia"),
    ],
)
def test_other_alphabets_are_known_in_more_than_one_latin_spelling(word: str, other: str) -> None:
    assert other in spellings(word)


@given(st.text(max_size=20))
def test_a_spelling_is_folded_and_differs_from_the_folded_word(word: str) -> None:
    for other in spellings(word):
        assert other == fold(other)
        assert other not in {"", fold(word)}


def _who_and_more(*, family: str = "", email: str = "", badge: str = "") -> tuple[str, str]:
    who, more = searchable("", family, "", email, badge).split("\n")
    return who, more


def test_a_badge_is_known_by_its_code_and_by_its_number_but_not_by_its_desk() -> None:
    assert _who_and_more(badge="A-143") == ("a143 143", "")


def test_a_badge_without_letters_is_known_once() -> None:
    assert _who_and_more(badge="7") == ("7", "")


def test_names_with_punctuation_or_spaces_are_also_known_run_together() -> None:
    who, _more = _who_and_more(family="van der Berg-O’Brien")

    assert "vanderbergobrien" in who.split()


def test_words_of_the_email_stand_apart_and_only_if_new() -> None:
    who, more = _who_and_more(family="Müller", email="h.mueller@example.org")

    assert who == "muller mueller"
    assert more == "h example org"


def test_a_name_spelt_out_by_its_owner_is_also_guessed_short() -> None:
    _who, more = _who_and_more(family="Soerensen")

    assert more == "sorensen"


def test_every_field_is_searchable() -> None:
    text = searchable("Łukasz", "Wójcik", "Straße AB", "lw@example.org", "B-7")

    assert text == "lukasz wojcik strasse ab b7 7\nlw example org"
