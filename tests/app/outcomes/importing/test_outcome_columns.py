"""Forms have headers in several languages, and cells in several words."""

from __future__ import annotations

from collections import Counter

import pytest

from app.floor.states import Missing
from app.outcomes.answers import ANSWER_SETS
from app.outcomes.importing import words as w
from app.outcomes.importing.columns import FIELDS, match_columns, says_something, says_which
from app.outcomes.importing.suggestions import suggested_fields
from app.outcomes.outcome import Answer, OutcomeKind, Side

WANTED = (
    *("day", "time", "table", "side", "took_place", "kinds", "programme", "answer", "interest"),
    *("follow_up_on", "follow_up_by", "note"),
)


@pytest.mark.parametrize(
    "header",
    [
        ",".join(WANTED),
        (
            "Date,Time,Table,Whose answer,Took place?,What came of it,Programme,In short,"
            "Interest (1-5),Follow-up until,Follow-up by,Note"
        ),
        (
            "Datum,Uhrzeit,Tisch,Seite,Stattgefunden,Ergebnis,Förderprogramm,Antwort,Interesse,"
            "Nachfassen bis,Nachfassen durch,Bemerkung"
        ),
        (
            "Jour,Heure,Table,Côté,A eu lieu,Résultats,Programme,En bref,Intérêt,Suivi avant,"
            "Suivi par,Remarques"
        ),
    ],
)
def test_columns_are_known_by_their_headers(header: str) -> None:
    matching = match_columns(header.split(","), {})

    assert [column.field for column in matching.columns] == [*WANTED]
    assert says_which(matching)
    assert says_something(matching)


def test_a_kind_can_have_a_column_to_tick_and_kinds_several_columns() -> None:
    ticks = match_columns(["Meeting no.", "Joint proposal", "Business lead", "Outcome 3"], {})

    assert [(each.field, each.option) for each in ticks.columns] == [
        ("number", ""),
        ("kinds", "joint_proposal"),
        ("kinds", "business_lead"),
        ("kinds", ""),
    ]


def test_people_say_which_meeting_it_is_if_both_sides_have_a_column() -> None:
    assert says_which(match_columns(["Guest e-mail", "Host e-mail", "Interest"], {}))
    assert not says_which(match_columns(["Guest e-mail", "Interest"], {}))
    assert not says_something(match_columns(["Time", "Table"], {}))


def test_every_field_can_be_matched_by_hand() -> None:
    for field in FIELDS:
        (column,) = match_columns(["Column"], {"Column": field}).columns
        assert column.field == field


def test_cells_are_understood_in_three_languages() -> None:
    assert {w.kind_named(text) for text in ("Gemeinsamer Antrag", "Projet commun")} == {
        OutcomeKind.JOINT_PROPOSAL
    }
    assert w.answer_named("Informativ, keine Kooperation geplant") is Answer.INFORMATIVE
    assert w.answer_named("Intérêt insuffisant") is Answer.INSUFFICIENT
    assert (w.side_named("Gastgeber"), w.side_named("les deux")) == (Side.HOST, Side.TOGETHER)
    assert w.missing_named("L’invité n’est pas venu") is Missing.GUEST
    assert w.missing_named("Niemand kam") is Missing.BOTH
    assert w.is_held("Hat stattgefunden")
    assert w.is_not_held("N’a pas eu lieu")


def test_our_own_words_and_what_slips_print_are_understood() -> None:
    assert [w.kind_named(str(each)) for each in OutcomeKind] == [*OutcomeKind]
    assert [w.answer_named(str(each)) for each in Answer if each] == [e for e in Answer if e]
    assert [w.missing_named(str(each)) for each in Missing] == [*Missing]
    for asked in ANSWER_SETS.values():
        assert {w.kind_named(words): words for words in asked.kinds.values()} == asked.kinds
        assert {w.answer_named(words): words for words in asked.in_short.values()} == asked.in_short
        for missing, words in asked.took_place.items():
            assert w.is_held(words) == (missing is None)
            assert w.is_not_held(words) or w.missing_named(words) == missing


def test_a_column_without_a_header_is_suggested_by_the_look_of_its_cells() -> None:
    looks = {
        "M-A12": "number",
        "Joint event": "kinds",
        "4/5": "interest",
        "10:40": "time",
        "Host did not come": "missing",
        "2027-03-30": "follow_up_on",
        "Prices by e-mail": "note",
    }
    for cell, field in looks.items():
        assert suggested_fields(Counter([cell]))[0] == field
