"""What a programme that came anew says otherwise, as commands tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app.cli.station import Station
from app.meetings.attendees import Someone
from app.programme.importing.comparing import FieldChange, SessionChange, SessionMissing
from app.programme.importing.imports import ProgrammeImported

_MOST_NAMED = 3


def compared_facts(imported: ProgrammeImported) -> dict[str, Any]:
    """Give what programs are told of it."""
    return {
        "changed": [_change_facts(each) for each in imported.compared.changed],
        "missing": [_missing_facts(each) for each in imported.compared.missing],
        "cancelled": imported.cancelled,
    }


def compared_lines(here: Station, imported: ProgrammeImported) -> tuple[str, ...]:
    """Say which sessions change and how, and which are not in the file any more."""
    compared = imported.compared
    lines = [f"  Changed: {_change_line(here, each)}" for each in compared.changed]
    lines += [_missing_line(here, each, imported) for each in compared.missing]
    if compared.missing and not imported.cancelled:
        count = len(compared.missing)
        them = "it" if count == 1 else "them"
        lines.append(
            f"  {count} not in the file. They stay, unless you cancel {them} (--cancel-missing)."
        )
    return tuple(lines)


def _change_facts(change: SessionChange) -> dict[str, Any]:
    return {
        "line": change.line,
        "session": change.number,
        "title": change.title,
        "fields": [{"name": each.name, "was": each.was, "now": each.now} for each in change.fields],
        "concerned": change.concerned,
        "for_all": change.for_all,
        "meet_then": change.meet_then,
    }


def _missing_facts(missing: SessionMissing) -> dict[str, Any]:
    return {
        "session": missing.number,
        "title": missing.title,
        "starts_at": missing.starts_at,
        "room": missing.room,
        "concerned": missing.concerned,
        "for_all": missing.for_all,
    }


def _change_line(here: Station, change: SessionChange) -> str:
    told = [_field_words(here, each) for each in change.fields]
    if change.leads_elsewhere:
        told += _concerned(change)
        if change.meet_then:
            told.append(f"in a meeting then: {_named(change.meet_then)}")
    return f"{change.number} “{change.title}” (row {change.line}): {'; '.join(told)}."


def _missing_line(here: Station, missing: SessionMissing, imported: ProgrammeImported) -> str:
    verb = "Cancelled, not in the file" if imported.cancelled else "Not in the file"
    place = ", ".join(filter(None, (_said(here, missing.starts_at), missing.room)))
    told = "; ".join((place, *_concerned(missing)))
    return f"  {verb}: {missing.number} “{missing.title}” ({told})."


def _concerned(told: SessionChange | SessionMissing) -> Iterator[str]:
    if told.for_all:
        yield "everybody has to know"
    elif told.concerned:
        verb = "has" if len(told.concerned) == 1 else "have"
        yield f"{len(told.concerned)} {verb} to know: {_named(told.concerned)}"


def _field_words(here: Station, change: FieldChange) -> str:
    was, now = (_said(here, value) for value in (change.was, change.now))
    name = change.name.removesuffix("_at").replace("_", " ")
    return f"{name} {was or '–'} → {now or '–'}"


def _said(here: Station, value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value.astimezone(here.facts.zone):%d %B %H:%M}"
        case str():
            return value
        case None:
            return ""
        case Sequence():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def _named(people: Sequence[Someone]) -> str:
    names = ", ".join(f"{each.badge_number} {each.name}" for each in people[:_MOST_NAMED])
    left = len(people) - _MOST_NAMED
    return f"{names} and {left} more" if left > 0 else names
