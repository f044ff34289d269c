"""Follow-ups as a calendar file, which any calendar takes (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from typing import Final

from app.outcomes.export.material import Material
from app.outcomes.export.sheets.answers import FOLLOW_UPS, Followed, follow_ups
from app.outcomes.export.sheets.plan import organisations

MOST_OCTETS: Final = 75
"""A line is not longer, its end left out (RFC 5545, 3.1)."""

_ESCAPED: Final = re.compile(r"[\\;,]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SAID: Final = ("Who", "What came of it", "Programme", "Hosts", "Guests", "Meeting", "Note")


def dated(material: Material) -> list[Followed]:
    """Give the follow-ups that have a day, which alone can stand in a calendar."""
    return [each for each in follow_ups(material) if each.told.outcome.follow_up_on is not None]


def calendar(material: Material) -> bytes:
    """Write each follow-up with a day as an event that takes all of that day.

    Written again, an event has the same name, so that a calendar which has it already changes it.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Matchdesk//Follow-ups//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(material.event.name)}",
    ]
    for each in dated(material):
        lines += _event(material, each)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def folded(line: str) -> Iterator[str]:
    """Yield the lines that a long one is broken into; all but the first begin with a blank."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            yield part
            part, octets = " ", 1
        part += letter
        octets += size
    yield part


def _event(material: Material, followed: Followed) -> Sequence[str]:
    told, of = followed.told, followed.of
    due = told.outcome.follow_up_on
    assert due is not None  # noqa: S101 - only those with a day come here
    said = f"{material.told_at[told.id].astimezone(UTC):%Y%m%dT%H%M%SZ}"
    sides = f"{organisations(of.hosts)} ↔ {organisations(of.guests)}"
    return (
        "BEGIN:VEVENT",
        f"UID:{told.id}",
        f"DTSTAMP:{said}",
        f"LAST-MODIFIED:{said}",
        f"DTSTART;VALUE=DATE:{_day(due)}",
        f"DTEND;VALUE=DATE:{_day(due + timedelta(days=1))}",
        f"SUMMARY:{_text(f'Follow up: {sides}')}",
        f"DESCRIPTION:{_text(_description(followed))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _description(followed: Followed) -> str:
    given = {column.name: str(column.of(followed) or "") for column in FOLLOW_UPS.columns}
    return "\n".join(f"{name}: {given[name]}" for name in _SAID if given[name])


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _text(text: str) -> str:
    lines = "\n".join(text.splitlines())
    marked = _ESCAPED.sub(lambda found: f"\\{found[0]}", lines)
    return _CONTROLS.sub("", marked.replace("\n", "\\n"))
