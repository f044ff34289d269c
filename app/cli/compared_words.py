"""What a list that came anew says otherwise, as commands tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from app.cli.station import Station
from app.meetings.attendees import Someone
from app.meetings.importing.compared import Changed, ComparedImported, FieldChange, Missing

_MOST_NAMED = 3


def compared_facts(imported: ComparedImported) -> dict[str, Any]:
    """Give what programs are told of it."""
    return {
        "changed": [_change_facts(each) for each in imported.compared.changed],
        "missing": [_missing_facts(each) for each in imported.compared.missing],
        "kept": [_change_facts(each) for each in imported.compared.kept],
        "cancelled": imported.cancelled,
    }


def compared_lines(here: Station, imported: ComparedImported) -> tuple[str, ...]:
    """Say what changes and how, what stays as it was corrected, and what is gone from the file."""
    compared = imported.compared
    lines = [f"  Changed: {_change_line(here, each)}" for each in compared.changed]
    lines += [f"  Stays as corrected here: {_kept_line(here, each)}" for each in compared.kept]
    if compared.kept:
        lines.append("  To take the words of the file instead, say so (--take-file).")
    lines += [_missing_line(here, each, imported) for each in compared.missing]
    if compared.missing and not imported.cancelled:
        count = len(compared.missing)
        stay, them = ("It stays", "it") if count == 1 else ("They stay", "them")
        lines.append(
            f"  {count} not in the file. {stay}, unless you cancel {them} (--cancel-missing)."
        )
    return tuple(lines)


def _change_facts(change: Changed) -> dict[str, Any]:
    return {
        "line": change.line,
        "number": change.number,
        "title": change.title,
        "fields": [{"name": each.name, "was": each.was, "now": each.now} for each in change.fields],
        "concerned": change.concerned,
        "for_all": change.for_all,
        "meet_then": change.meet_then,
    }


def _missing_facts(missing: Missing) -> dict[str, Any]:
    return {
        "number": missing.number,
        "title": missing.title,
        "starts_at": missing.starts_at,
        "where": missing.where,
        "concerned": missing.concerned,
        "for_all": missing.for_all,
    }


def _change_line(here: Station, change: Changed) -> str:
    told = [_field_words(here, each) for each in change.fields]
    if change.leads_elsewhere:
        told += _concerned(change)
        if change.meet_then:
            told.append(f"in a meeting then: {_named(change.meet_then)}")
    return f"{_called(change)} (row {change.line}): {'; '.join(told)}."


def _kept_line(here: Station, kept: Changed) -> str:
    fields = (
        f"{_field_name(each)} {_said(here, each.was) or '–'}, not {_said(here, each.now)}"
        for each in kept.fields
    )
    return f"{_called(kept)} (row {kept.line}): {'; '.join(fields)}."


def _called(each: Changed | Missing) -> str:
    return f"{each.number} “{each.title}”".strip()


def _missing_line(here: Station, missing: Missing, imported: ComparedImported) -> str:
    verb = "Cancelled, not in the file" if imported.cancelled else "Not in the file"
    place = ", ".join(filter(None, (_said(here, missing.starts_at), missing.where)))
    told = "; ".join((place, *_concerned(missing)))
    return f"  {verb}: {_called(missing)} ({told})."


def _concerned(told: Changed | Missing) -> Iterator[str]:
    if told.for_all:
        yield "everybody has to know"
    elif told.concerned:
        verb = "has" if len(told.concerned) == 1 else "have"
        yield f"{len(told.concerned)} {verb} to know: {_named(told.concerned)}"


def _field_words(here: Station, change: FieldChange) -> str:
    was, now = (_said(here, value) for value in (change.was, change.now))
    return f"{_field_name(change)} {was or '–'} → {now or '–'}"


def _field_name(change: FieldChange) -> str:
    return change.name.removesuffix("_at").replace("_", " ")


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
