"""What the page calls the things it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from app.delegates.countries import country_name
from app.delegates.doubts import value_text
from app.delegates.person import Person
from app.delegates.registration import Kind, Status
from app.delegates.table import DelegateRow, Paper
from ui.common.marks import STATE_WORDS
from ui.common.times import Times

KIND_WORDS = {
    Kind.CLUSTER: "Cluster",
    Kind.COMPANY: "Company",
    Kind.UNIVERSITY: "University",
    Kind.AUTHORITY: "Authority",
    Kind.INVESTOR: "Investor",
    Kind.SUPPORT: "Support organisation",
    Kind.OTHER: "Other",
}
STATUS_WORDS = {
    Status.RECEIVED: "Not accepted yet",
    Status.ACCEPTED: "Accepted",
    Status.WAITING: "Waiting list",
    Status.DECLINED: "Declined",
    Status.WITHDRAWN: "Cancelled",
}
FIELD_WORDS = {
    "given_name": "given name",
    "family_name": "family name",
    "email": "e-mail",
    "phone": "phone",
    "organisation_id": "organisation",
    "short_name": "short name",
    "function": "function",
    "country": "country",
    "city": "city",
    "delegation_id": "delegation",
    "kind": "kind of organisation",
    "badge_type": "badge type",
    "sectors": "sectors",
    "seeks": "what they seek",
    "offers": "what they offer",
    "by_sector": "what they seek and offer by sector",
    "note": "note",
    "attention": "what to look out for",
    "status": "application",
    "days": "days",
    "order_code": "order code",
}
_KINDS: Mapping[str, str] = {str(kind): words for kind, words in KIND_WORDS.items()}
_STATUSES: Mapping[str, str] = {str(each): words for each, words in STATUS_WORDS.items()}
_SHORT = {"left": "Left"}
_LONG_WORD = re.compile(r"\S{22,}")
_JOINT = re.compile(r"(?<=[@._/-])(?=[^@._/-])")
_UNBROKEN = re.compile(r"[^\u200b]{18}(?=[^\u200b]{4})")
NOBODY_SAID = "–"


def kind_words(kind: str) -> str:
    """Say what sort of organisation somebody stands for; blank if nobody said."""
    return _KINDS.get(kind, kind)


def status_words(status: str) -> str:
    """Say where an application stands."""
    return _STATUSES.get(status, status)


def country_words(code: str) -> str:
    """Name a country; blank if nobody said."""
    return country_name(code) if code else ""


def field_words(name: str) -> str:
    """Name a column of a delegate."""
    return FIELD_WORDS.get(name, name.replace("_", " "))


def value_words(name: str, value: object) -> str:
    """Say a column's value as people read it."""
    text = value_text(value)
    said = {"country": country_words, "kind": kind_words, "status": status_words}.get(name)
    return said(text) if said else text


def state_words(row: DelegateRow, times: Times) -> str:
    """Say where somebody stands on the day, and since when if they came."""
    since = f", {times.of_day(row.since)}" if row.since else ""
    return f"{_SHORT.get(row.state) or STATE_WORDS.get(row.state, row.state)}{since}"


def paper_words(row: DelegateRow, times: Times) -> str:
    """Say what became of somebody's badge."""
    if row.paper is Paper.NEVER:
        return "Not printed"
    printed = f"Printed {times.of_day(row.printed_at)}" if row.printed_at else "Printed"
    return f"Changed · {printed}" if row.paper is Paper.CHANGED else printed


def since_words(since: datetime | None, times: Times) -> str:
    """Say since when; blank if they never came."""
    return times.of_day(since) if since else ""


def source_words(preset: str) -> str:
    """Name a kind of export."""
    return {"guessed": "A list"}.get(preset, preset)


def breakable(text: str) -> str:
    """Let a line end inside words that are longer than the pane is wide.

    It ends after the @ or a dot of an address if it can, and only else between two letters.
    """
    return _LONG_WORD.sub(lambda word: _with_breaks(word[0]), text)


def _with_breaks(word: str) -> str:
    return _UNBROKEN.sub("\\g<0>\u200b", _JOINT.sub("\u200b", word))


def listed_name(person: Person) -> tuple[str, str]:
    """Give a name as lists that go by it have it: what it goes by, and what follows that."""
    if not person.family_name:
        return person.given_name, ""
    return person.family_name, f", {person.given_name}" if person.given_name else ""


def described(person: Person) -> str:
    """Name a person and whom they stand for."""
    return f"{person.name}, {person.organisation}" if person.organisation else person.name
