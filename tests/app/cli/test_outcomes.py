"""What came of meetings, from the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import Terminal

AT = ("--at", "2027-03-16T18:00")


@pytest.fixture
def evening(terminal: Terminal) -> Terminal:
    """The evening of a day with two meetings, M-A1 and M-A2."""
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,E-mail,Organisation,Status",
        "Ada,Byron,ada@example.org,Engines,accepted",
        "Bo,Dahl,bo@example.org,Sails,accepted",
        "Cy,Falk,cy@example.org,Timber,accepted",
    )
    meetings = terminal.folder / "meetings.csv"
    rows = ("A-1,A-2,10:40,2027-03-16,3", "A-1,A-3,11:05,2027-03-16,4")
    meetings.write_text("\n".join(("Guest,Host,Time,Date,Table", *rows)))
    assert terminal.asks("import", str(meetings), "--what", "meetings")["created"] == 2
    return terminal


def test_outcomes_are_recorded_listed_and_undone(evening: Terminal) -> None:
    words = ("--kind", "joint_proposal", "--kind", "business_lead", "--interest", "4")
    more = ("--programme", "Interreg", "--follow-up", "2027-03-30", "--by", "Ada", "--note", "Call")
    facts = evening.asks("outcome", "M-A1", *words, *more, *AT)
    (told,) = facts["outcomes"]
    assert (facts["state"], facts["recorded"]) == ("held", True)
    assert told["kinds"] == ["business_lead", "joint_proposal"]
    assert (told["side"], told["programme"], told["interest"]) == ("both", "Interreg", 4)
    assert (told["follow_up_on"], told["follow_up_by"]) == ("2027-03-30", "Ada")

    listed = evening.asks("outcomes", *AT)
    assert (listed["recorded"], listed["left"]) == (1, 1)
    assert [each["number"] for each in evening.asks("outcomes", "--left", *AT)["meetings"]] == [
        "M-A2"
    ]
    evening.run("outcomes", *AT)
    said = "joint proposal, business lead (Interreg); interest 4; follow-up by 30 Mar: Ada; Call"
    assert f"  {said}" in evening.out
    assert "1 meeting recorded, 1 left." in evening.out

    evening.run("undo")
    assert evening.asks("outcomes", *AT)["left"] == 2


def test_what_is_not_named_stays_and_each_side_has_its_own(evening: Terminal) -> None:
    evening.run("outcome", "M-A1", "--side", "host", "--kind", "business_lead", *AT)
    evening.run("outcome", "M-A1", "--side", "host", "--interest", "2", *AT)
    facts = evening.asks("outcome", "M-A1", "--side", "guest", "--interest", "5", *AT)

    assert [(each["side"], each["interest"]) for each in facts["outcomes"]] == [
        ("host", 2),
        ("guest", 5),
    ]
    assert facts["outcomes"][0]["kinds"] == ["business_lead"]
    assert facts["differing"] == ["interest"]
    evening.run("outcomes", *AT)
    assert "The answers differ: interest." in evening.out


def test_a_no_show_counts_as_recorded(evening: Terminal) -> None:
    facts = evening.asks("outcome", "M-A2", "--no-show", "guest", *AT)

    assert (facts["state"], facts["missing"], facts["recorded"]) == ("no_show", "guest", True)
    evening.run("outcomes", *AT)
    assert "not held, the guest did not come" in evening.out


def test_forms_filled_elsewhere_are_imported_and_their_problems_named(evening: Terminal) -> None:
    forms = evening.folder / "forms.csv"
    rows = (
        "M-A1,yes,Joint event; Romance,4",
        "M-A2,Guest did not come,,",
        "M-A9,yes,,",
    )
    forms.write_text("\n".join(("Number,Took place,Outcome,Interest", *rows)))
    how = (str(forms), "--what", "outcomes", *AT)

    told = evening.asks("import", *how, "--dry-run")
    assert (told["rows"], told["created"], told["unit"]) == (3, 2, None)
    facts = evening.asks("import", *how)
    assert (facts["created"], facts["updated"], facts["unchanged"]) == (2, 0, 0)
    assert facts["rejected"] == [
        {"line": 4, "column": "Number", "code": "unknown_number", "text": "M-A9"}
    ]
    assert [each["code"] for each in facts["remarks"]] == ["unreadable_kinds"]
    assert evening.asks("import", *how)["unchanged"] == 2

    evening.run("import", *how)
    assert "Not imported: line 4, column “Number”: No meeting has this number." in evening.out
    assert "Left out: line 2, column “Outcome”: This is no kind of outcome." in evening.out
    evening.run("undo")
    assert evening.asks("outcomes", *AT)["left"] == 2
    assert evening.asks("import", str(forms), "--what", "outcomes", "--map", "Number=-", *AT)[
        "refused"
    ] == ("no_outcomes_found")


def test_an_event_tells_which_answers_it_asks_for(evening: Terminal) -> None:
    assert evening.asks("answers")["preset"] == "both"

    facts = evening.asks("answers", "--preset", "platform")
    assert facts["took_place"]["both"] == "Did not take place"
    assert facts["kinds"] == {}
    assert list(facts["in_short"]) == [
        "insufficient_interest",
        "informative",
        "cooperation_possible",
    ]
    evening.run("answers")
    assert "Cooperation possible (--answer cooperation_possible)" in evening.out
    assert "Joint proposal" not in evening.out

    evening.run("undo")
    assert evening.asks("answers")["preset"] == "both"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("M-A9", "--interest", "3"), "unknown_meeting"),
        (("M-A1",), "outcome_not_possible"),
        (("M-A1", "--interest", "9"), "outcome_not_possible"),
        (("M-A1", "--kind", "none", "--kind", "business_lead"), "outcome_not_possible"),
        (("M-A1", "--take-out"), "nothing_recorded"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(
    evening: Terminal, words: tuple[str, ...], code: str
) -> None:
    assert evening.asks("outcome", *words, *AT)["refused"] == code
    assert evening.status == 1
    evening.run("outcome", *words, *AT)
    assert evening.err.count(".") >= 1
    assert evening.asks("outcomes", *AT)["recorded"] == 0


def test_figures_are_told_with_what_is_not_recorded(evening: Terminal) -> None:
    evening.run("check-in", "A-1", "--at", "2027-03-16T09:00")
    evening.run("outcome", "M-A1", "--kind", "joint_event", "--interest", "4", *AT)
    evening.run("outcome", "M-A2", "--no-show", "host", *AT)

    facts = evening.asks("figures", *AT)

    assert facts["people"]["applied"]["delegates"] == 3
    assert facts["people"]["checked_in"]["delegates"] == 1
    assert (facts["meetings"]["held"], facts["meetings"]["lost_by_host"]) == (1, 1)
    assert facts["outcomes"]["joint_event"] == 1
    evening.run("figures", "--day", "2027-03-16", *AT)
    assert "Meetings: 2 planned; 1 held, 1 lost, the host did not come" in evening.out
    assert "not recorded 0" in evening.out


def test_what_lies_ahead_has_no_outcome_yet(evening: Terminal) -> None:
    early = ("--at", "2027-03-16T09:00")
    assert evening.asks("outcome", "M-A1", "--interest", "3", *early)["refused"] == "not_begun"
