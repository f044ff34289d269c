"""Events in the format of the published instances, with numbers of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.planning.compact import maxsat
from app.planning.compact.ground import News, ground_of
from tests.benchmarks.b2b import breaks_of, broken_rules, main
from tests.benchmarks.dzn import Damaged, Published, published
from tests.planning.compact.exact import fewest_breaks

DAY = """
nBusiness = 5; % two sell, three buy
nMeetings = 6;
nTables = 2;
nTotalSlots = 5;
nMorningSlots = 3;
requested = [|1, 3,1,
|1, 4,3,
|1, 5,2,
|2, 3,3,
|2, 4,3,
|2, 5,1,
|];
meetingsxBusiness = [{1,2,3},{4,5,6},{1,4},{2,5},{3,7}];
forbidden = [{0},{0},{0,5},{0},{2}];
fixed = [0,0,0,0,0,1];
precedences = [{},{},{},{1},{6},{}];
"""


def solved(text: str) -> tuple[Published, tuple[int, ...] | None]:
    """Read an event and give the slots of its best schedule, from 1, if there is one."""
    event = published(text)
    told: list[News] = []
    maxsat.prove(ground_of(event.event(fairness=2)), told.append)
    best = [news.slots for news in told if news.slots is not None]
    return event, tuple(slot + 1 for slot in best[-1]) if best else None


def test_an_event_is_read_as_it_is_written() -> None:
    event = published(DAY)

    assert event.requested[2] == (1, 5, 2)
    assert event.forbidden == tuple(map(frozenset, ((), (), {5}, (), {2})))
    assert event.precedences[3:5] == (frozenset({1}), frozenset({6}))


def test_the_schedule_keeps_every_rule_and_has_the_fewest_breaks() -> None:
    event, slots = solved(DAY)

    assert slots is not None
    assert list(broken_rules(event, slots)) == []
    assert sum(breaks_of(event, slots)) == fewest_breaks(event.event(fairness=2)) == 1


def test_the_check_names_each_rule_that_is_broken() -> None:
    event = published(DAY)

    assert list(broken_rules(event, (4, 6, 3, 5, 1, 2))) == [
        "meeting 1 is in slot 4, which is not in its session",
        "meeting 2 is in slot 6, and there are 5",
        "meeting 3 is in slot 3, which is not in its session",
        "meeting 4 is in slot 5, forbidden for 3",
        "meeting 5 does not come after 6",
        "meeting 6 is in slot 2, forbidden for 5",
        "meeting 6 is in slot 2, and fixed in 1",
    ]
    assert list(broken_rules(event, (1, 2, 4, 1, 2, 1))) == [
        "meeting 4 does not come after 1",
        "3 meetings in slot 1 at 2 tables",
        "2 has two meetings in one slot",
        "3 has two meetings in one slot",
        "4 has two meetings in one slot",
    ]


LONELY = """
nBusiness = 5; nMeetings = 4; nTables = 1; nTotalSlots = 7; nMorningSlots = 7;
requested = [|1,2,3|1,3,3|1,4,3|1,5,3|];
forbidden = [{0},{0},{0},{0},{0}];
fixed = [1,3,5,0];
precedences = [{},{},{},{3}];
"""


def test_nobody_gets_three_breaks_when_somebody_has_none() -> None:
    event, slots = solved(LONELY)

    assert slots == (1, 3, 5, 6)
    assert breaks_of(event, slots) == [2, 0, 0, 0, 0]
    assert solved(LONELY.replace("[1,3,5,0]", "[1,3,5,7]"))[1] is None


def test_what_no_schedule_can_be_made_of_is_proved() -> None:
    assert solved(DAY.replace("nTables = 2", "nTables = 1"))[1] is None
    assert solved(DAY.replace("[{},{},{},{1}", "[{},{},{},{5}").replace("{6}", "{4}"))[1] is None


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("nTables = 2;", "", "nTables: it is missing"),
        ("nTables = 2;", "nTables = two;", "nTables: 'two' is no number"),
        ("nTables = 2;", "nTables = -2;", "nTables: it says -2, which is not in 0 to 99999"),
        ("|2, 4,3,", "|2, 4,", "requested: row 5 has 2 numbers, not 3"),
        ("|2, 4,3,", "|2, 8,3,", "requested: meeting 5 says 8, which is not in 1 to 5"),
        (
            "|2, 4,3,",
            "|2, 4,9,",
            "requested: the session of meeting 5 says 9, which is not in 1 to 3",
        ),
        ("|2, 4,3,", "|2, 2,3,", "requested: meeting 5 is of 2 with themselves"),
        ("|2, 4,3,", "", "requested: it has 5 entries, not 6"),
        ("{0,5}", "{0,6}", "forbidden: participant 3 says 6, which is not in 1 to 5"),
        ("{0,5}", "0,5", "forbidden: it is not a list of sets"),
        ("fixed = [", "fixed = ", "fixed: it does not stand in [ ]"),
        ("0,1];", "0,7];", "fixed: a meeting says 7, which is not in 0 to 5"),
        ("{6},{}];", "{7},{}];", "precedences: meeting 5 says 7, which is not in 1 to 6"),
        ("{6},{}];", "{6},", "the end: it breaks off in 'precedences = [{},{},{},{1},{6},'"),
    ],
)
def test_what_is_wrong_with_a_damaged_file_is_said(good: str, bad: str, said: str) -> None:
    assert good in DAY

    with pytest.raises(Damaged) as damaged:
        published(DAY.replace(good, bad))

    assert str(damaged.value) == said


def test_a_folder_is_solved_file_by_file_whatever_one_of_them_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.original.dzn").write_text(DAY, encoding="utf-8")
    (tmp_path / "b.original.dzn").write_bytes(b"nBusiness = \xff")
    (tmp_path / "c.fixed.dzn").write_text(LONELY.replace("5,0]", "5,7]"), encoding="utf-8")

    assert main([str(tmp_path), "--json"]) == 1

    said = json.loads(capsys.readouterr().out)
    good, bad, impossible = said["files"]
    assert (good["status"], good["breaks"], good["bound"]) == ("optimal", 1, 1)
    assert list(broken_rules(published(DAY), good["slots"])) == []
    assert bad["status"] == "damaged"
    assert bad["broken"][0].startswith("the file: it can't be read as text")
    assert (impossible["status"], impossible["slots"]) == ("infeasible", None)
    assert said["totals"][0].startswith("originals: 2 files")
    assert said["totals"][1].startswith("fixed: 1 files")
    assert said["totals"][2:] == ["open: b.original.dzn, damaged"]


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
