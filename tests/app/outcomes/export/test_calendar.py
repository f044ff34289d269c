"""The calendar of follow-ups is one that calendars take (RFC 5545)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outcomes.export.calendar import MOST_OCTETS, folded
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.recording import Recording
from tests.app.outcomes.export.conftest import LivedDay
from tests.app.outcomes.export.lived import WHOLE

CALENDAR = ExportOrder((Format.CALENDAR,))


def written(lived: LivedDay, folder: Path) -> bytes:
    (file,) = lived.exported(folder, CALENDAR).files
    return file.read_bytes()


def unfolded(text: bytes) -> list[str]:
    """Give the lines as a calendar puts them together again."""
    return text.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values(text: bytes) -> dict[str, str]:
    """Give what the only event of a calendar says, by property."""
    lines = unfolded(text)
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in event)


def said(text: str) -> str:
    """Read a text as a calendar does."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_a_follow_up_with_a_day_takes_all_of_it(lived: LivedDay, tmp_path: Path) -> None:
    text = written(lived, tmp_path)

    lines, event = unfolded(text), values(text)
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    assert event["DTSTART;VALUE=DATE"] == "20270330"
    assert event["DTEND;VALUE=DATE"] == "20270331"
    assert event["DTSTAMP"] == "20270316T095000Z"
    assert said(event["SUMMARY"]) == "Follow up: Flo Of ↔ Harz, Sensorik; GmbH"
    assert said(event["DESCRIPTION"]).splitlines() == [
        "Who: Ada and Bo, both",
        "What came of it: Joint proposal; Business lead",
        "Programme: Horizon Europe",
        "Hosts: Flo Of (A-6)",
        "Guests: Eli Of (A-5)",
        "Meeting: M-A3",
        "Note: Draft the call text;",
        "send it, with C:\\prices",
    ]


def test_every_line_ends_in_cr_and_lf_and_is_short_enough(lived: LivedDay, tmp_path: Path) -> None:
    text = written(lived, tmp_path)

    assert text.endswith(b"\r\n")
    lines = text.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= MOST_OCTETS
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert any(line.startswith(b" ") for line in lines)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_a_folded_line_is_the_same_line(line: str) -> None:
    parts = list(folded(line))

    assert parts[0] + "".join(part.removeprefix(" ") for part in parts[1:]) == line
    assert all(len(part.encode()) <= MOST_OCTETS for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])


@pytest.mark.parametrize("note", ["Bell \x07 and NUL-ish \x01", "a\rb", "a\u2028b", "BEGIN:VEVENT"])
def test_no_text_breaks_the_calendar(lived: LivedDay, tmp_path: Path, note: str) -> None:
    Recording(lived.event.journal).record(lived.meetings["moved"], replace(WHOLE, note=note))

    lines = unfolded(written(lived, tmp_path))

    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f]", "".join(lines))


def test_written_again_an_event_keeps_its_name_and_tells_when_it_changed(
    lived: LivedDay, tmp_path: Path
) -> None:
    before = values(written(lived, tmp_path))
    lived.clock.passes(hours=1)
    later = replace(WHOLE, follow_up_on=date(2027, 4, 2))
    Recording(lived.event.journal).record(lived.meetings["moved"], later)

    after = values(written(lived, tmp_path))

    assert after["UID"] == before["UID"]
    assert after["DTSTART;VALUE=DATE"] == "20270402"
    assert (before["DTSTAMP"], after["DTSTAMP"]) == ("20270316T095000Z", "20270316T105000Z")
