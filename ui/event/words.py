"""The words of the import: what fields are called, and what is wrong with a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import PreviewColumn

FIELD_WORDS: Mapping[str, str] = {
    "given_name": "Given name",
    "family_name": "Family name",
    "full_name": "Full name",
    "email": "E-mail",
    "phone": "Phone",
    "organisation": "Organisation",
    "function": "Function",
    "country": "Country",
    "city": "City",
    "delegation": "Delegation",
    "sectors": "Sectors",
    "seeks": "Looking for",
    "offers": "Offers",
    "kind": "Kind of organisation",
    "badge_type": "Badge type",
    "status": "Application status",
    "note": "Note",
    "attention": "Needs attention",
    "ticket_secret": "Ticket code",
    "order_code": "Order number",
    "id": "Id in the list",
}
"""What a column can be matched to, in the order in which it is offered."""

_PRESET_WORDS: Mapping[str, str] = {
    "order_email": "Order's e-mail",
    "position": "Place in the order",
    "pseudonym": "Pseudonym",
    "add_on_to": "Add-on to",
    "flag": "Needs attention",
    "attendee": "Attendee number",
}
"""What only the exports that are known here hold."""

PRESET_NAMES: Mapping[str, str] = {
    "pretix-checkinlist": "a pretix check-in list",
    "pretix-positions": "pretix order data",
    "indico": "an Indico export",
    "hi.events": "a Hi.Events export",
    "eventbrite": "an Eventbrite export",
    "alf.io": "an alf.io export",
}

_LEFT_OUT: Mapping[str, str] = {
    "damaged_email": "e-mail",
    "damaged_phone": "phone",
    "unknown_country": "country",
    "unknown_status": "application status",
    "shared_email": "e-mail",
    "no_name": "name",
    "too_many_cells": "cells",
}


def field_words(field: str) -> str:
    """Name a field."""
    return FIELD_WORDS.get(field) or _PRESET_WORDS.get(field) or field.replace("_", " ")


def trouble_title(trouble: Trouble) -> str:
    """Say where: ``Row 48, e-mail`` or ``Row 47 and 2 more, country``."""
    first, *more = trouble.lines
    rows = f"Row {first:,}" + (f" and {len(more):,} more" if more else "")
    return f"{rows}, {_LEFT_OUT.get(trouble.code, trouble.column.lower())}"


def trouble_text(trouble: Trouble) -> str:
    """Say what is wrong, and what becomes of the row."""
    return _TROUBLES.get(trouble.code, "“{text}” can't be read.").format(
        text=trouble.text
    ) + _asked(trouble)


def _asked(trouble: Trouble) -> str:
    return (
        f" Was it {trouble.proposal}?"
        if trouble.code == "damaged_email" and trouble.proposal
        else ""
    )


_TROUBLES: Mapping[str, str] = {
    "damaged_email": "“{text}” is no e-mail address. Without a correction it is left out.",
    "damaged_phone": "The spreadsheet damaged this number: “{text}”. It is left out.",
    "unknown_country": "“{text}” is not a country we know. It is left out.",
    "unknown_status": "“{text}” says nothing of the application. It counts as received.",
    "shared_email": "Two people of one order have this e-mail: “{text}”. It is left out for both.",
    "no_name": "This row has no name. It says “{text}”.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
}


def counts_words(column: PreviewColumn, rows: int) -> str:
    """Say what stands in a column: ``x in 121 rows, empty in 93``."""
    empty = rows - column.filled
    if not column.common:
        return f"Empty in all {rows:,} rows"
    (text, times), *others = column.common
    shown = text if len(text) <= 24 else text[:23] + "…"
    said = f"{shown} in {times:,} rows" if times > 1 else f"Such as {shown}"
    if others and times > 1:
        said += f", other words in {column.filled - times:,}"
    return said + (f", empty in {empty:,}" if empty else "")


def rows_words(count: int, one: str, many: str) -> str:
    """Count things: ``1 row``, ``1,214 rows``."""
    return f"{count:,} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """Put words into a sentence: ``A, B and C``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
