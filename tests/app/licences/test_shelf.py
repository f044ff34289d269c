"""Each text of a licence once, whoever brings it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.licences.parts import known_texts
from app.licences.shelf import Shelf

KNOWN = known_texts()
MIT = KNOWN["MIT"]
names = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)
years = st.integers(1990, 2030)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({name: KNOWN[name] for name in ("Apache-2.0", "MIT", "Zlib")})


@given(st.lists(st.tuples(years, names), min_size=1, max_size=4, unique=True), st.integers(30, 120))
def test_the_same_words_are_filed_once_with_whose_they_are(
    holders: list[tuple[int, str]], wide: int
) -> None:
    shelf = Shelf({"MIT": MIT})
    lines = [f"Copyright (c) {year} {name}" for year, name in holders]
    words = MIT.split()
    cut = max(1, wide // 6)
    body = "\n".join(" ".join(words[at : at + cut]) for at in range(0, len(words), cut))

    filed = shelf.file("theirs", "\n".join(("The MIT License (MIT)", "", *lines, "", body)))

    assert filed.name == "MIT"
    assert filed.copyright == tuple(lines)
    assert shelf.texts == {"MIT": MIT.strip()}


def test_that_all_rights_are_reserved_stays_with_whose_they_are(shelf: Shelf) -> None:
    filed = shelf.file("theirs", f"Copyright 2026 Ada,\nAll rights reserved.\n\n{MIT}")

    assert filed.copyright == ("Copyright 2026 Ada. All rights reserved.",)


def test_a_word_more_is_another_text(shelf: Shelf) -> None:
    filed = shelf.file("theirs", f"Copyright 2026 Ada\n\n{MIT}\nNobody may use it on Sundays.")

    assert filed.name == "theirs"
    assert filed.copyright == ()
    assert "Sundays" in shelf.texts["theirs"]
    assert "Copyright 2026 Ada" in shelf.texts["theirs"]


def test_how_to_use_the_apache_license_oneself_is_no_other_licence(shelf: Shelf) -> None:
    short = KNOWN["Apache-2.0"].split("APPENDIX")[0]
    more = f"{KNOWN['Apache-2.0']}\n--- LLVM Exceptions ---\nAs an exception, you may."

    assert shelf.file("short", short).name == "Apache-2.0"
    assert shelf.file("exceptions", more).name == "exceptions"


def test_two_texts_of_one_name_are_both_kept(shelf: Shelf) -> None:
    first, second = shelf.file("NOTICE", "Ada made this."), shelf.file("NOTICE", "Ben made that.")

    assert (first.name, second.name) == ("NOTICE", "NOTICE (2)")
    assert shelf.file("again", "Ada  made\nthis.").name == "NOTICE"


def test_what_nobody_filed_is_not_in_the_book(shelf: Shelf) -> None:
    assert shelf.texts == {}
    assert shelf.take("Zlib") == "Zlib"
    assert list(shelf.texts) == ["Zlib"]
