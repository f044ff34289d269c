"""Days, tables and answers as they are typed, without a window."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.floor.states import Missing
from app.outcomes.outcome import Outcome, OutcomeKind, Side
from ui.outcomes.days import day_shown, read_day
from ui.outcomes.forms import Draft, Form, Miss, Record, TakeOut
from ui.outcomes.spans import Span, number_of, whole_span

TUESDAY = date(2027, 3, 16)
LEAD = Outcome(frozenset({OutcomeKind.LEAD}), interest=3)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30", date(2027, 3, 30)),
        ("16", date(2027, 4, 16)),
        ("2", date(2027, 4, 2)),
        ("31.", date(2027, 3, 31)),
        ("30.3", date(2027, 3, 30)),
        ("30/3", date(2027, 3, 30)),
        ("1.2.", date(2028, 2, 1)),
        ("30.3.2028", date(2028, 3, 30)),
        ("30 Mar", date(2027, 3, 30)),
        ("Tue 30 March", date(2027, 3, 30)),
        ("2 jan 2029", date(2029, 1, 2)),
        ("fri", date(2027, 3, 19)),
        ("Tuesday", date(2027, 3, 23)),
        ("+14", date(2027, 3, 30)),
        ("+2w", date(2027, 3, 30)),
        ("+1m", date(2027, 4, 16)),
        ("2027-05-04", date(2027, 5, 4)),
        ("", None),
        ("32", None),
        ("0", None),
        ("30.2", None),
        ("31.13", None),
        ("next week", None),
        ("4 hours", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    assert read_day(typed, TUESDAY) == day


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_a_day_that_is_shown_is_read_as_the_same(day: date, today: date) -> None:
    assert read_day(day_shown(day, today), today) == day


@given(st.text(max_size=20))
def test_no_text_is_too_odd_for_a_day(text: str) -> None:
    found = read_day(text, TUESDAY)

    assert found is None or isinstance(found, date)


def test_tables_of_a_desk_are_numbers_from_one_to_another() -> None:
    span = Span.read("20-3")

    assert span == Span(3, 20)
    assert span is not None
    assert (span.written, span.words) == ("3-20", "Tables 3–20")
    assert Span(7, 7).words == "Table 7"
    covered = [span.covers(number_of(each)) for each in ("3", "20", "2", "21", "A7", "", "²")]
    assert covered == [True, True, False, False, False, False, False]
    assert [Span.read(each) for each in ("", "3", "a-b", "3-")] == [None] * 4
    assert whole_span(["9", "Stand", "10"]) == Span(9, 10)
    assert whole_span(["Stand", "1"]) is None


def test_only_what_is_otherwise_is_saved() -> None:
    kept = Form({Side.HOST: LEAD}, None)

    assert not kept.is_unsaved
    again = Form(kept.kept, None, kept.with_interest(4))
    assert list(again.orders()) == [Record(Side.HOST, Outcome(LEAD.kinds, interest=4))]
    back = Form(kept.kept, None, again.with_interest(3))
    assert (list(back.orders()), back.is_unsaved) == ([], False)


def test_an_answer_that_says_nothing_any_more_is_taken_out() -> None:
    kept = Form({Side.TOGETHER: Outcome(interest=3)}, None)
    emptied = Form(kept.kept, None, kept.with_interest(3))

    assert list(emptied.orders()) == [TakeOut(Side.TOGETHER)]


def test_who_did_not_come_stands_in_place_of_what_was_said() -> None:
    kept = Form({Side.TOGETHER: LEAD}, None)
    missed = Form(kept.kept, None, kept.with_missing(Missing.HOST))

    assert (list(missed.orders()), missed.missing) == ([Miss(Missing.HOST)], Missing.HOST)
    # Known already, it is not noted again; and whoever tells what came of it says that they met.
    known = Form({}, Missing.HOST, Draft(missing=Missing.HOST))
    assert (list(known.orders()), known.missing) == ([], Missing.HOST)
    told = Form({}, Missing.HOST, known.with_kind(OutcomeKind.LEAD))
    assert told.missing is None
    assert list(told.orders()) == [Record(Side.TOGETHER, Outcome(LEAD.kinds))]


def test_what_was_said_is_there_again_once_it_is_not_missed_after_all() -> None:
    missed = Form({}, None, Draft(said={Side.TOGETHER: LEAD}, missing=Missing.BOTH))

    for draft in (
        missed.with_kind(OutcomeKind.LEAD),
        missed.with_interest(3),
        missed.with_missing(Missing.BOTH),
    ):
        assert list(Form({}, None, draft).orders()) == [Record(Side.TOGETHER, LEAD)]
