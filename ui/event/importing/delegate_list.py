"""What the steps of an import say of a list of delegates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble, troubles
from app.delegates.reading.guess import MANY
from ui.event.importing.list_kind import Asked, ListKind, ListWords, Of
from ui.event.importing.list_words import (
    TroubleWords,
    counted,
    counts_words,
    new_and_known,
    news,
    rejected_words,
)
from ui.event.words import rows_words, where_words

_NAMES = frozenset({"full_name", "given_name", "family_name"})

_FIELDS: Mapping[str, str] = {
    "given_name": "Given name",
    "family_name": "Family name",
    "full_name": "Full name",
    "email": "E-mail",
    "phone": "Phone",
    "organisation": "Organisation",
    "short_name": "Short name of organisation",
    "function": "Function",
    "country": "Country",
    "city": "City",
    "delegation": "Delegation",
    "sectors": "Sectors",
    "seeks": "Looking for",
    "offers": "Offers",
    "seeks_by_sector": "Looking for, by sector",
    "offers_by_sector": "Offers, by sector",
    "networks": "Clusters and networks",
    "countries": "Countries of organisation",
    "strengths": "Strengths of organisation",
    "services": "Services of organisation",
    "further": "Further organisations",
    "kind": "Kind of organisation",
    "badge_type": "Badge type",
    "status": "Application status",
    "received": "Application received",
    "language": "Language of letters",
    "note": "Note",
    "attention": "Needs attention",
    "ticket_secret": "Ticket code",
    "order_code": "Order number",
    "id": "Id in the list",
}
"""What a column can be matched to, in the order in which it is offered."""

_PRESET_WORDS: Mapping[str, str] = {
    "order_email": "Order's e-mail",
    "received_time": "Time of day of the order",
    "position": "Place in the order",
    "pseudonym": "Pseudonym",
    "add_on_to": "Add-on to",
    "flag": "Needs attention",
    "attendee": "Attendee number",
}
"""What only the exports that are known here hold."""

_LEFT_OUT: Mapping[str, str] = {
    "damaged_email": "e-mail",
    "damaged_phone": "phone",
    "long_short_name": "short name",
    "unknown_country": "country",
    "unknown_status": "application status",
    "unclear_time": "time of the application",
    "no_organisation": "organisation",
    "no_sector": "sector",
    "shared_email": "e-mail",
    "no_name": "name",
    "too_many_cells": "cells",
}

_TROUBLES: Mapping[str, str] = {
    "damaged_email": "“{text}” is no e-mail address. Without a correction it is left out.",
    "damaged_phone": "The spreadsheet damaged this number: “{text}”. It is left out.",
    "long_short_name": "“{text}” is longer than a short name can be. It is left out.",
    "unknown_country": "“{text}” is not a country we know. It is left out.",
    "unclear_time": "“{text}” can be two days, or none. It is left out: write 2018-10-26 14:00.",
    "unknown_status": "“{text}” says nothing of the application. It counts as received.",
    "no_organisation": "“{text}” tells of an organisation, and the row names none. It is left out.",
    "no_sector": "“{text}” names no sector. It is left out: write “Sector: text” in the file.",
    "shared_email": "Two people of one order have this e-mail: “{text}”. It is left out for both.",
    "no_name": "This row has no name. It says “{text}”.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
}
_DOUBTS: Mapping[str, str] = {
    "same_person": "“{}” and “{}” may be one person.",
    "same_organisation": "“{}” and “{}” may be one organisation.",
    "desk_value": "{} was corrected at a desk. The list says “{}”.",
    "other_name": "{} stood here. The list names “{}” now.",
}
_SAID = TroubleWords(_LEFT_OUT, _TROUBLES)
_WORDS = ListWords(
    title="Import delegates",
    where="Delegates",
    ask="Drop a registration file here, or choose one.",
    formats=(
        "CSV, XLSX, XLS or ODS: pretix, Indico, Hi.Events, Eventbrite, alf.io, "
        "or your own list with a name in each row."
    ),
    hint="Red rows stay out, amber cells are left blank.",
    one="delegate",
    many="delegates",
    show="Show delegates",
    icon="users",
)


def _lacking(fields: Collection[str]) -> str:
    if _NAMES.isdisjoint(fields):
        return "No column is matched to a name yet. Match one to go on."
    return ""


def _title(trouble: Trouble) -> str:
    if trouble.code in _DOUBTS:
        return where_words(trouble.rows)
    return _SAID.title(trouble)


def _text(trouble: Trouble) -> str:
    if trouble.code in _DOUBTS:
        said = _DOUBTS[trouble.code].format(*trouble.text.split("; ", 1))
        return f"{said} You decide after the import."
    said = _SAID.sentence(trouble.code, trouble.text)
    if trouble.code == "damaged_email" and trouble.proposal:
        said += f" Was it {trouble.proposal}?"
    return said


def _asked(trouble: Trouble) -> Asked:
    if not trouble.column:
        return Asked.NOTHING
    return Asked.COUNTRY if trouble.code == "unknown_country" else Asked.LINE


def _summed(imported: Imported) -> Sequence[str]:
    lines = [counts_words(_WORDS, imported), *rejected_words(imported, "nobody")]
    if imported.late:
        lines.append(f"{imported.late:,} received after the deadline. None of them was accepted.")
    doubts = len(imported.doubtful)
    if doubts:
        lines.append(f"To decide: {rows_words(doubts, 'pair', 'pairs')} of entries look alike.")
    return lines


DELEGATES = ListKind(
    of=Of.DELEGATES,
    words=_WORDS,
    fields=_FIELDS,
    named=_PRESET_WORDS,
    several=MANY,
    yes_no=frozenset({"attention"}),
    kept_as="Last import",
    lacking=_lacking,
    counted=counted("new delegates", "already in the event", "nothing new about them"),
    counts=new_and_known,
    troubles=troubles,
    title=_title,
    text=_text,
    asked=_asked,
    summed=_summed,
    news=partial(news, _WORDS),
)
