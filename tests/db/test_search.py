from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.database import Database
from db.search import create_search_tables, find, forget, index, suggest


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "event.matchdesk")
    with database.writing() as session:
        create_search_tables(session.connection())
    yield database
    database.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.writing() as session:
        yield session


def delegate(number: int) -> UUID:
    return UUID(int=number)


def indexed(session: Session, *texts: str) -> list[UUID]:
    """Index each text for its own delegate; the ids run from 1."""
    ids = [delegate(number) for number in range(1, len(texts) + 1)]
    index(session, dict(zip(ids, texts, strict=True)))
    return ids


def found(session: Session, query: str) -> list[int]:
    return [delegate_id.int for delegate_id in find(session, query)]


def suggested(session: Session, query: str) -> list[int]:
    return [delegate_id.int for delegate_id in suggest(session, query)]


@pytest.mark.parametrize(
    "query", ["lukasz", "wojcik", "wojcik lukasz", "ojci", "kasz wo", "org", "lukasz org", "143"]
)
def test_any_part_of_any_word_finds_in_any_order(session: Session, query: str) -> None:
    indexed(session, "lukasz wojcik a143 143\nlw example org", "anna li a7 7\nanna li example com")

    assert found(session, query) == [1]


def test_every_word_must_match(session: Session) -> None:
    indexed(session, "lukasz wojcik", "lukasz nowak")

    assert found(session, "lukasz kowalski") == []


@pytest.mark.parametrize("query", ["l", "li", "7", "a", "i anna", "nn"])
def test_one_or_two_letters_find_too(session: Session, query: str) -> None:
    indexed(session, "anna li i a7 7", "otto werk b12 12")

    assert found(session, query) == [1]


def test_two_letters_are_found_at_the_end_of_a_word(session: Session) -> None:
    indexed(session, "anna berg", "otto werk")

    assert found(session, "rk") == [2]


def test_a_single_letter_is_not_searched_inside_words(session: Session) -> None:
    indexed(session, "anna berg")

    assert found(session, "r") == []


def test_letters_of_other_scripts_are_found_at_the_start_of_a_word(session: Session) -> None:
    indexed(session, "李伟 a1 1", "李 a2 2")

    assert found(session, "李") == [2, 1]


def test_words_in_one_query_may_repeat(session: Session) -> None:
    indexed(session, "anna li")

    assert found(session, "anna anna li") == [1]


def test_a_match_does_not_run_over_the_end_of_a_word(session: Session) -> None:
    indexed(session, "anna li")

    assert found(session, "nali") == []


def test_the_badge_with_exactly_this_number_comes_first(session: Session) -> None:
    indexed(session, "aa a70 70", "bb a17 17", "cc a7 7", "dd a700 700")

    assert found(session, "7") == [3, 1, 4]


def test_a_badge_typed_with_its_desk_comes_before_names_that_fit(session: Session) -> None:
    indexed(session, "anna berg b143 143", "zoe zorn a143 143")

    assert found(session, "a 143") == [2, 1]


def test_whole_words_come_before_beginnings_and_beginnings_before_insides(
    session: Session,
) -> None:
    indexed(session, "aa susanna", "bb annabel", "cc anna")

    assert found(session, "anna") == [3, 2, 1]


def test_a_name_comes_before_an_email(session: Session) -> None:
    indexed(session, "aa berg\nsmith example org", "bb smithers\nbs example org")

    assert found(session, "smit") == [2, 1]


def test_the_word_being_typed_may_be_unfinished_while_the_others_count_as_whole(
    session: Session,
) -> None:
    indexed(session, "annabel schmidt", "anna schmidt")

    assert found(session, "anna sch") == [2, 1]


def test_equals_are_ordered_by_text_and_then_by_id(session: Session) -> None:
    indexed(session, "smith zoe", "smith adam", "smith adam")

    assert found(session, "smith") == [2, 3, 1]


def test_no_more_than_the_limit_are_given(session: Session) -> None:
    ids = indexed(session, *[f"anna {letter}" for letter in "abcdef"])

    assert find(session, "anna", limit=4) == ids[:4]


def test_the_best_match_is_given_however_many_others_there_are(session: Session) -> None:
    indexed(session, *[f"annabel {number}" for number in range(400)], "anna z")

    assert found(session, "anna")[0] == 401


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        " ",
        '"',
        '""',
        '"anna',
        "*",
        "anna*",
        "-anna",
        "^anna",
        "who:anna",
        "{who}:anna",
        "(anna",
        "anna)",
        "NEAR(anna li)",
        "anna NEAR/2 li",
        "AND",
        "anna AND",
        "OR NOT",
        "an\0na",
        "\0",
        "\ud800",
        "🙂",
        "👩‍👩‍👧",
        "a" * 10_000,
        "anna " * 2_000,
        " ".join(f"w{number}" for number in range(3_000)),
        "'; DROP TABLE search_entry; --",
        "%",
        "_",
        "\\",
        ":expression",
    ],
)
def test_no_query_is_refused_or_read_as_syntax(session: Session, garbage: str) -> None:
    indexed(session, "anna li")

    assert found(session, garbage) in ([], [1])
    assert suggested(session, garbage) in ([], [1])


@pytest.mark.parametrize("operator", ["anna OR otto", "anna*", "NOT otto", "who:anna"])
def test_operators_of_the_index_are_words_like_others(session: Session, operator: str) -> None:
    indexed(session, "anna li", "otto berg")

    assert found(session, operator) == []


@given(query=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_the_search_fail(session: Session, query: str) -> None:
    indexed(session, "anna li")

    assert set(found(session, query)) | set(suggested(session, query)) <= {1}


words = st.text(st.sampled_from("abcdeklmno789李й"), min_size=1, max_size=9)
people = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)


@given(people=people, data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_three_letters_of_any_word_find_the_delegate(
    session: Session, people: list[str], data: st.DataObject
) -> None:
    forget(session, [delegate(number) for number in range(1, 9)])
    indexed(session, *people)
    chosen = data.draw(st.integers(1, len(people)))
    word = data.draw(st.sampled_from(people[chosen - 1].split()))
    first = data.draw(st.integers(0, max(0, len(word) - 3)))
    last = data.draw(st.integers(min(len(word), first + 3), len(word)))

    assert chosen in found(session, word[first:last])


def test_a_second_text_replaces_the_first(session: Session) -> None:
    indexed(session, "anna li")

    indexed(session, "anna berg")

    assert found(session, "li") == []
    assert found(session, "berg") == [1]
    assert suggested(session, "bergg") == [1]


def test_the_same_text_again_changes_nothing(session: Session) -> None:
    indexed(session, "anna li")
    entry = session.execute(text("SELECT * FROM search_entry")).all()

    indexed(session, "anna li")

    assert session.execute(text("SELECT * FROM search_entry")).all() == entry
    assert session.execute(text("SELECT word, uses FROM search_word")).all() == [("anna", 1)]


@pytest.mark.parametrize("others", [0, 200])
def test_a_forgotten_delegate_is_not_found(session: Session, others: int) -> None:
    ids = indexed(session, "szalontai", *[f"nowak {number}" for number in range(others)])

    forget(session, ids[:1])

    assert found(session, "szalontai") == []
    assert suggested(session, "szalontia") == []
    assert len(find(session, "nowak", limit=500)) == others


def test_forgetting_somebody_unknown_changes_nothing(session: Session) -> None:
    indexed(session, "anna li")

    forget(session, [delegate(99)])

    assert found(session, "anna") == [1]


def test_the_index_holds_what_its_content_says_after_changes(session: Session) -> None:
    ids = indexed(session, *[f"anna{number} berg" for number in range(300)])
    index(session, {ids[3]: "otto li", ids[4]: "zoe qvist"})
    forget(session, ids[10:14])
    forget(session, ids[20:200])

    # FTS5 compares every trigram with the content, and fails if one is missing or too much.
    session.execute(text("INSERT INTO search_text(search_text, rank) VALUES('integrity-check', 1)"))


@pytest.mark.parametrize("others", [20, 2_000])
def test_nothing_of_a_forgotten_delegate_is_left_in_the_file(
    database: Database, others: int
) -> None:
    crowd = [f"nowak{number} example org" for number in range(others)]
    with database.writing() as session:
        ids = indexed(session, *crowd[: others // 2], "xqzjvkw yfqxzj", *crowd[others // 2 :])
    with database.writing() as session:
        forget(session, [ids[others // 2]])
        session.execute(
            text("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_text, row)")
        )
        terms = set(session.scalars(text("SELECT term FROM temp.terms")))
    with database.reading() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.close()

    content = b"".join(file.read_bytes() for file in database.file.parent.iterdir())
    assert "now" in terms
    assert not terms & {"xqz", "qzj", "zjv", "jvk", "vkw", "yfq", "fqx", " xq", "  x", "zj "}
    for trace in (b"xqzjvkw", b"yfqxzj", b"xqz", b"jvk", b"fqx", ids[others // 2].hex.encode()):
        assert trace not in content


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("szalontia", "szalontai"),
        ("zsalontai", "szalontai"),
        ("szalntai", "szalontai"),
        ("szzalontai", "szalontai"),
        ("sxalontal", "szalontai"),
        ("tahlassinou", "thalassinou"),
        ("thalasin", "thalassinou"),
        ("wojick", "wojcik"),
        ("jonh", "john"),
        ("lae", "lea"),
    ],
)
def test_small_typing_errors_are_forgiven(session: Session, typed: str, meant: str) -> None:
    everybody = ["szalontai", "thalassinou", "wojcik", "john", "lea", "papadopoulos", "berg"]
    indexed(session, *everybody)

    assert found(session, typed) == []
    assert suggested(session, typed) == [everybody.index(meant) + 1]


def test_a_short_word_may_have_one_error_and_not_two(session: Session) -> None:
    indexed(session, "peter")

    assert suggested(session, "paten") == []


def test_the_nearest_is_suggested_first(session: Session) -> None:
    indexed(session, "johansen", "johanson", "johannson")

    assert suggested(session, "johansonn") == [2, 3, 1]


def test_an_error_in_one_word_leaves_the_others_as_they_are(session: Session) -> None:
    indexed(session, "anna szalontai", "otto szalontai")

    assert suggested(session, "anna szalontia") == [1]


def test_words_that_exist_but_not_together_are_doubted_too(session: Session) -> None:
    indexed(session, "anna wojcik", "anne nowak")

    assert suggested(session, "anne wojcik") == [1]


def test_a_number_is_never_corrected_to_another(session: Session) -> None:
    indexed(session, "anna li a143 143")

    assert suggested(session, "144") == []
    assert suggested(session, "anna 134") == []


def test_an_error_beside_a_right_number_is_forgiven(session: Session) -> None:
    indexed(session, "anna li a143 143", "anna li a144 144")

    assert suggested(session, "ana 143") == [1]


def test_a_query_full_of_unknown_words_is_not_guessed_at(session: Session) -> None:
    indexed(session, "anna berta carla dora")

    assert suggested(session, "annx bertx carlx dorx") == []


def test_a_word_that_another_delegate_still_has_stays_known(session: Session) -> None:
    ids = indexed(session, "szalontai", "szalontai")

    forget(session, ids[:1])

    assert suggested(session, "szalontia") == [2]


def test_a_word_of_an_email_is_not_corrected(session: Session) -> None:
    indexed(session, "anna li\nexample org")

    assert suggested(session, "exampel") == []


def test_no_more_suggestions_than_the_limit_are_given(session: Session) -> None:
    ids = indexed(session, *[f"johansen {letter}" for letter in "abcdef"])

    assert suggest(session, "johanssen", limit=3) == ids[:3]


def test_the_nearest_is_suggested_however_many_others_there_are(session: Session) -> None:
    indexed(session, *[f"johanszen {number}" for number in range(150)], "johansen")

    assert suggest(session, "johanen", limit=1) == [delegate(151)]


def test_a_badge_typed_with_its_desk_comes_first_even_where_many_fit(session: Session) -> None:
    indexed(session, *[f"anna{number} b143 143" for number in range(150)], "zoe a143 143")

    assert found(session, "a 143")[0] == 151


def test_whole_words_come_first_even_where_many_begin_like_them(session: Session) -> None:
    indexed(session, *[f"annabel bergman {number}" for number in range(150)], "anna berg")

    assert found(session, "anna berg")[0] == 151
