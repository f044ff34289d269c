"""Each chart says above what is seen in it, whatever the figures are, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from app.delegates.registration import Status
from app.outcomes.figures import Groups, Interest, Share, SlotUse, Waiting
from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.report.course import course
from app.outcomes.report.facts import Came, ReportFacts
from app.outcomes.report.groups import groups
from app.outcomes.report.listings import absent_listing, placeless_listing, steps_listing
from app.outcomes.report.opening import opening
from app.outcomes.report.pieces import Bars, Columns, Heading, Ink, Piece, Side
from app.outcomes.report.reading import report_facts
from app.outcomes.report.results import results
from app.outcomes.report.wishes import Language
from app.outcomes.report.wording import Wording
from app.outcomes.tally import Tally
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.outcomes.report.evening import told
from tests.building import EventBuilder, MovableClock, copy_event

VILNIUS = ZoneInfo("Europe/Vilnius")
TEN = datetime(2027, 3, 16, 10, 0, tzinfo=VILNIUS)
each_language = pytest.mark.parametrize("language", Language)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> ReportFacts:
    """What there is to tell of an evening; each test says of it what it needs otherwise."""
    clock = MovableClock()
    opened = copy_event(tmp_path_factory.mktemp("evening") / "event.matchdesk", clock)
    builder = EventBuilder(opened)
    evening = told(RunningDay(Floor(opened, builder), clock), builder)
    found = report_facts(evening.journal, None)
    opened.close()
    return found


def words(language: Language = Language.ENGLISH) -> Wording:
    return Wording(language, VILNIUS)


def charts(pieces: Iterator[Piece | Side]) -> list[Bars | Columns]:
    found: list[Bars | Columns] = []
    for row in pieces:
        of = row.pieces if isinstance(row, Side) else (row,)
        found += [each for each in of if isinstance(each, Bars | Columns)]
    return found


def titles(pieces: Iterator[Piece | Side]) -> list[str]:
    return [each.title for each in charts(pieces)]


def of(**counts: int) -> Tally:
    return Tally(**{"arranged": sum(counts.values()), **counts})


def grouped(facts: ReportFacts, **by: Any) -> ReportFacts:
    none: dict[str, Any] = dict.fromkeys(
        ("days", "delegations", "countries", "sectors", "organisations")
    )
    groups_of = Groups(**{name: {} for name in none}, kinds={"c2c": of(held=1)})
    figures = replace(facts.figures, by=replace(groups_of, **by))
    return replace(facts, figures=figures)


def test_groups_say_who_had_the_most(facts: ReportFacts) -> None:
    said = titles(
        groups(
            grouped(
                facts,
                kinds={"c2c": of(held=4), "b2b": of(held=4)},
                days={date(2027, 3, 16): of(held=5), date(2027, 3, 17): of(held=3)},
                delegations={"Nordic": of(held=6), "Baltic": of(held=6), "": of(held=9)},
                countries={code: of(held=2) for code in ("LT", "LV", "EE")},
                sectors={"Wood": of(lost_by_host=1)},
            ),
            words(),
        )
    )

    assert said == [
        "B2B and C2C meetings were equally frequent: 4 held each.",
        "Tue 16 Mar had the most meetings: 5 held.",
        "Baltic and Nordic had the most meetings: 6 held each.",
        "3 countries share the lead, with 2 held each.",
        "No meeting of these was held.",
    ]


def test_of_many_groups_the_rest_is_counted_and_who_said_nothing_comes_last(
    facts: ReportFacts,
) -> None:
    many = {f"Sector {n:02}": of(held=40 - n) for n in range(31)}
    chart = charts(groups(grouped(facts, sectors=many), words()))[1]
    assert isinstance(chart, Bars)
    assert (len(chart.bars), chart.note) == (8, "and 23 more")

    few = {**dict(list(many.items())[:8]), "": of(held=90)}
    chart = charts(groups(grouped(facts, sectors=few), words()))[1]
    assert isinstance(chart, Bars)
    assert (len(chart.bars), chart.note) == (9, "")
    assert (chart.bars[0].label, chart.bars[-1].label) == ("Sector 00", "Not said")


def test_what_is_still_open_is_explained_once(facts: ReportFacts) -> None:
    tally = of(held=2, ahead=3, lost_by_both=1)
    found = charts(groups(grouped(facts, kinds={"c2c": tally}, sectors={"Wood": tally}), words()))

    assert [[key.ink for key in each.keys] for each in found] == [[Ink.HOLLOW], []]
    (bar,) = found[0].bars if isinstance(found[0], Bars) else ()
    assert [part.number for part in bar.parts] == [2, 1, 3]
    assert bar.said == "2, 1 lost"


def test_groups_that_nobody_named_have_no_chart(facts: ReportFacts) -> None:
    assert len(charts(groups(grouped(facts, countries={"": of(held=3)}), words()))) == 1


def test_what_the_day_moved_and_cancelled_is_said(facts: ReportFacts) -> None:
    tally = replace(of(held=5, running=1, cancelled=2), moved=3, recovered=1)
    *_, meetings = charts(opening(with_figures(facts, meetings=tally), words()))

    assert meetings.title == "5 of 6 planned meetings were held, 0 lost, 1 still open."
    assert meetings.note == (
        "2 more were cancelled. 3 were moved to another time or table. 1 of those held was moved"
        " or arranged at short notice."
    )


def with_figures(facts: ReportFacts, **figures: Any) -> ReportFacts:
    return replace(facts, figures=replace(facts.figures, **figures))


def test_the_busiest_slot_is_named_and_many_slots_share_columns(facts: ReportFacts) -> None:
    slots = tuple(SlotUse(TEN + timedelta(minutes=5 * n), n % 7, 9) for n in range(130))
    tables = charts(course(with_figures(facts, slots=slots), words()))[0]

    assert isinstance(tables, Columns)
    assert tables.title == "Most tables were in use at 10:30: 6 of 9."
    (group,) = tables.groups
    assert len(group.columns) == 65
    assert tables.note == "Each column is the busiest of 2 slots."
    assert max(column.number for column in group.columns) == 6


def test_where_no_table_was_used_it_says_so(facts: ReportFacts) -> None:
    slots = (SlotUse(TEN, 0, 9), SlotUse(TEN, 0, 0))

    assert titles(course(with_figures(facts, slots=slots), words()))[0] == "No table was in use."


def test_shares_tell_how_many_got_how_much(facts: ReportFacts) -> None:
    held = ((4, 4), (3, 4), (2, 4), (1, 4), (0, 4), (0, 1))
    shares = tuple(Share(uuid4(), wanted, got, 0, 0) for got, wanted in held)
    figures = with_figures(facts, shares=shares, waiting=Waiting(0, 0), slots=(), requests=0)
    (chart,) = charts(course(figures, words()))

    assert isinstance(chart, Bars)
    assert [bar.said for bar in chart.bars] == ["1", "1", "1", "1", "2"]
    assert chart.note == "No delegate lost a meeting through others. Nobody waited in vain."


def test_a_day_that_nobody_had_a_part_in_has_no_course(facts: ReportFacts) -> None:
    assert list(course(with_figures(facts, shares=(), slots=(), requests=0), words())) == []


def outcomes(**counts: int) -> dict[OutcomeKind, int]:
    return {kind: counts.get(kind.name.lower(), 0) for kind in OutcomeKind}


def came(**said: Any) -> Came:
    return replace(Came((), 0, 0, {}), **said)


def test_what_came_most_often_is_said_with_what_is_not_recorded(facts: ReportFacts) -> None:
    def title(**counts: int) -> str:
        of_kinds = with_figures(facts, outcomes=outcomes(**counts))
        return titles(results(replace(of_kinds, came=came()), words()))[0]

    assert title(lead=3, joint_event=1) == (
        "Most often, meetings led to a business lead (3); 1 is not recorded."
    )
    assert title(lead=3, joint_event=3) == (
        "Most often, meetings led to a joint event and a business lead (3 each); 1 is not recorded."
    )
    assert title(lead=3, joint_event=3, agreement=3) == (
        "3 kinds of outcome are equally frequent (3 each); 1 is not recorded."
    )
    assert title(none=4) == "No meeting is recorded to have led anywhere; 1 is not recorded."


def test_not_recorded_has_a_bar_of_its_own_also_where_it_is_none(facts: ReportFacts) -> None:
    known = with_figures(facts, meetings=replace(facts.figures.meetings, not_recorded=0))
    chart = charts(results(replace(known, came=came(without_kind=2)), words()))[0]

    assert isinstance(chart, Bars)
    said = {bar.label: bar.said for bar in chart.bars}
    assert (said["Not recorded"], said["No kind named"]) == ("0", "2")
    assert chart.bars[-1].parts[0].ink is Ink.DOTTED


def test_programmes_are_named_or_counted(facts: ReportFacts) -> None:
    five = with_figures(facts, outcomes=outcomes(joint_proposal=5))

    def chart(**said: Any) -> Bars:
        found = charts(results(replace(five, came=came(**said)), words()))[-1]
        assert isinstance(found, Bars)
        return found

    both = chart(programmes=(("EIT", 2), ("LIFE", 2)), unnamed=1)
    assert both.title == "EIT and LIFE: named most, for 2 of 5 joint proposals."
    assert both.bars[-1].label == "Not named"
    level = chart(programmes=(("A", 1), ("B", 1), ("C", 1)))
    assert level.title == "3 programmes are named equally often."
    assert chart(unnamed=5).title == "No programme is named for the 5 joint proposals."
    many = chart(programmes=tuple((f"P{n}", 20 - n) for n in range(12)))
    assert (len(many.bars), many.note) == (8, "and 4 more")


def test_short_answers_and_interest_have_charts_where_there_are_any(facts: ReportFacts) -> None:
    answers = {Answer.POSSIBLE: 3, Answer.INSUFFICIENT: 1}
    silent = with_figures(facts, interest=Interest((0,) * 5, None))

    said = titles(results(replace(silent, came=came(answers=answers)), words()))

    assert said[1:] == ["After 3 of 4 meetings with a short answer, cooperation is possible."]


def test_of_many_whom_somebody_would_have_met_the_first_are_named(facts: ReportFacts) -> None:
    (absent,) = facts.left.absent
    other = absent.would_have_met[0]
    met = [
        replace(other, party=replace(other.party, id=str(n), name=f"Party {n}"), was_arranged=n < 2)
        for n in range(9)
    ]
    left = replace(facts.left, absent=(replace(absent, would_have_met=tuple(met)),))
    ((_who, _why, named),) = absent_listing(replace(facts, left=left), words()).rows

    assert named == ("Party 0, Party 1; asked for Party 2, Party 3, Party 4, Party 5, and 3 more")


def test_where_nothing_is_left_to_do_it_says_so(facts: ReportFacts) -> None:
    done = replace(facts, left=replace(facts.left, absent=(), steps=()))

    assert absent_listing(done, words()).title == "All that applied took part."
    assert steps_listing(done, words(), notes=True).title == "No next step is recorded."
    assert placeless_listing(done, words(), 9) is None


def test_who_had_no_place_stands_in_a_table_of_their_own(facts: ReportFacts) -> None:
    (absent,) = facts.left.absent
    party = replace(absent.party, name="Sails", status=Status.DECLINED)
    left = replace(facts.left, absent=(), without_place=(replace(absent, party=party),))
    table = placeless_listing(replace(facts, left=left), words(), 9)

    assert table is not None
    assert table.title == "1 applied and had no place."
    assert [(who.split(",")[0], why) for who, why, _met in table.rows] == [("Sails", "declined")]
    title = absent_listing(replace(facts, left=left), words()).title
    assert title == "All that had a place took part."


@each_language
def test_every_sentence_is_whole_in_every_language(facts: ReportFacts, language: Language) -> None:
    many = with_figures(facts, meetings=replace(facts.figures.meetings, ahead=2, cancelled=1))
    everything = replace(
        many, came=came(programmes=(("LIFE", 1),), answers={Answer.POSSIBLE: 1}, without_kind=1)
    )
    said = words(language)
    pieces = [
        piece
        for section in (opening, groups, course, results)
        for piece in section(everything, said)
    ]

    texts = [text for each in charts(iter(pieces)) for text in (each.title, each.note) if text]
    texts += [each.text for each in pieces if isinstance(each, Heading)]
    assert len(texts) > 12
    for text in texts:
        assert not re.search(r"[{}]|  | \.|None", text), text
        assert text[0] == text[0].upper()
    assert all(each.title.endswith(".") for each in charts(iter(pieces)))
