"""The licences of all that comes with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.installer.marks import PROJECT
from app.licences import NoSuchPart, all_licences, licence_of, write_licences
from app.licences.book import RULE, Book, Chapter, holders, read, whole, written
from app.licences.gathering import gathered
from app.licences.packages import needed_packages

lines = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
words = st.lists(lines, min_size=1, max_size=5).map("\n\n".join)


@st.composite
def books(draw: st.DrawFn) -> Book:
    texts = draw(st.dictionaries(lines, words, max_size=3))
    some = st.lists(st.sampled_from(sorted(texts) or [""]), unique=True)
    named = some.map(tuple) if texts else st.just(())
    chapters = st.builds(Chapter, lines, lines, lines, lines, words, named, st.just("") | lines)
    return Book(draw(lines), tuple(draw(st.lists(chapters, max_size=4))), texts)


@pytest.fixture(scope="module")
def book() -> Book:
    return all_licences()


@given(books())
def test_what_was_written_is_read_back(book: Book) -> None:
    assert read(written(book)) == book


def test_every_package_that_is_needed_has_a_licence_and_its_text(book: Book) -> None:
    told = {each.name: each for each in book.chapters}

    for name, package in needed_packages(PROJECT).items():
        chapter = told[name]
        assert chapter.version == package.version
        assert chapter.licence != "see its text", name
        assert len(whole(chapter, book)) > 500, name


def test_needed_is_also_what_those_need_that_we_asked_for() -> None:
    needed = needed_packages(PROJECT)

    assert {"alembic", "mako", "markupsafe", "protobuf", "shiboken6"} <= needed.keys()
    assert "mako" in needed["alembic"].needs
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & needed.keys()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "pyside6-essentials",
            "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",
        ),
        ("pyside6-addons", "GNU GENERAL PUBLIC LICENSE\n                       Version 3"),
        ("FFmpeg", "Version 2.1, February 1999"),
        ("Python", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
        ("Inter", "SIL OPEN FONT LICENSE"),
        ("Lucide icons", "ISC License"),
        ("SQLCipher", "ZETETIC LLC"),
        ("HiGHS", "Copyright (c) 2025 HiGHS"),
        ("PCRE2", "University of Cambridge"),
        ("libjpeg-turbo", "Independent JPEG Group"),
        ("Files of others in FFmpeg", "libavcodec/jrevdct.c"),
        ("calamine", "Johann Tuffe"),
        ("Cbc", "Eclipse Public License - v 2.0"),
        ("pyinstaller", "Bootloader Exception"),
    ],
)
def test_what_comes_inside_packages_is_told_with_its_text(
    book: Book, name: str, words: str
) -> None:
    assert words in whole(licence_of(name, book), book)


def test_it_is_said_how_the_licence_of_qt_is_met(book: Book) -> None:
    said = " ".join(book.preface.split())

    assert "linked dynamically" in said
    assert "https://download.qt.io/official_releases/qt/" in said


def test_a_part_is_found_by_how_its_name_begins(book: Book) -> None:
    assert licence_of("sql", book) is licence_of("sqlalchemy", book)
    assert licence_of("SQLITE", book).name == "SQLite"


@pytest.mark.parametrize("name", ["emacs", "", "  "])
def test_what_does_not_come_along_has_no_licence(book: Book, name: str) -> None:
    with pytest.raises(NoSuchPart):
        licence_of(name, book)


def test_one_file_holds_them_all(book: Book, tmp_path: Path) -> None:
    write_licences(tmp_path / "licences.txt")

    text = (tmp_path / "licences.txt").read_text(encoding="utf-8")
    assert read(text) == book
    assert text.count(RULE) == len(book.chapters) + len(book.texts)


def test_every_text_stands_once_and_says_whom_it_holds_for(book: Book) -> None:
    told = holders(book)

    assert "sqlalchemy" in told["MIT"]
    assert "Eigen" in told["MPL-2.0"]
    assert all(told.values())
    bodies = [" ".join(each.split()) for each in book.texts.values()]
    assert len(bodies) == len(set(bodies))


def test_what_is_inside_a_package_stands_behind_it(book: Book) -> None:
    names = [each.name for each in book.chapters]
    for each in book.chapters:
        if each.inside:
            behind = names[names.index(each.inside) + 1 : names.index(each.name)]
            assert all(book.chapters[names.index(name)].inside for name in behind), each.name


def test_only_what_is_in_the_libraries_is_told_of_a_program() -> None:
    program = gathered(libraries=["PySide6/Qt/lib/libQt6Core.so.6", "ortools/.libs/libz.so.1"])

    told = {each.name for each in program.chapters}
    assert {"PCRE2", "zlib", "Inter", "ortools"} <= told
    assert not {"libpng", "HiGHS", "calamine", "FFmpeg"} & told
