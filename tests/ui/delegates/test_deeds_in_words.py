from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.deeds import all_kinds
from app.journal.log import Line
from ui.delegates.deeds_in_words import SENTENCES, in_words


def line(kind: str, undoes: UUID | None = None, **facts: Any) -> Line:
    at = datetime(2027, 3, 16, tzinfo=UTC)
    return Line(uuid4(), uuid4(), undoes, at, "Desk 1", "", kind, json.dumps(facts), "")


def test_each_kind_of_deed_has_a_sentence() -> None:
    assert set(SENTENCES) == set(all_kinds())


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("CheckedIn", {"by": "badge"}, "Checked in by badge"),
        (
            "DelegateChanged",
            {"values": {"country": "SE"}, "before": {"country": "DE"}},
            "Corrected country: “Sweden”, before “Germany”",
        ),
        (
            "DelegateChanged",
            {"values": {"note": ""}, "before": {"note": "late"}},
            "Removed note “late”",
        ),
        (
            "DelegateChanged",
            {"values": {"organisation_id": "x"}, "before": {"organisation_id": None}},
            "Corrected organisation",
        ),
        ("DelegateChanged", {}, "Corrected facts that have been erased"),
        ("DelegateImported", {"new": True}, "Came with an import"),
        (
            "DelegateImported",
            {"new": False, "values": dict.fromkeys("abcdef", "")},
            "An import brought a, b, c, d and 2 more",
        ),
        (
            "StatusSet",
            {"status": "withdrawn", "reason": "ill"},
            "Application set to “Cancelled”: ill",
        ),
        ("BadgeReplaced", {"issue": 3, "reason": ""}, "New badge code, the 3rd"),
        ("ScanRefused", {"reason": "wrong_day"}, "Not let in: not expected that day"),
        ("BadgePrinted", {"stock": "a6"}, "Badge printed on A6 single badge"),
        ("ScheduleIssued", {"version": 3}, "Schedule has a new version, 3"),
        (
            "FileWritten",
            {"what": "export", "file": r"C:\Users\Rasa\day.xlsx"},
            "Spreadsheet saved: “day.xlsx”",
        ),
        ("FileWritten", {"what": "later", "file": "/home/rasa/a.txt"}, "File saved: “a.txt”"),
    ],
)
def test_a_deed_is_said_as_people_say_it(kind: str, facts: dict[str, Any], said: str) -> None:
    assert in_words(line(kind, **facts)) == said


def test_what_takes_something_back_says_so() -> None:
    taken_back = line("StatusSet", uuid4(), status="accepted", reason="")

    assert in_words(taken_back) == "Taken back: application set to “Accepted”"
    assert in_words(line("CheckInTakenBack", uuid4())) == "Check-in taken back"
