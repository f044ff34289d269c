"""Scans, and codes that let nobody in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.checkin.codes import DELEGATE, TABLE, SigningKey
from app.checkin.identify import signing_keys
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.desks import OpenEvent
from db.models import LogRow
from tests.building import EventBuilder


def scan(text: str) -> Scan:
    return Scan(text, uuid4())


def refusal(scanning: Scanning, of: Scan) -> NotAdmitted:
    with pytest.raises(NotAdmitted) as refused:
        scanning.scan(of)
    return refused.value


def key_of(event: EventBuilder) -> SigningKey:
    with event.event.journal.reading() as session:
        (key,) = signing_keys(session).values()
    return key


def deeds(event: OpenEvent) -> int:
    with event.journal.reading() as session:
        return session.scalar(select(func.count()).select_from(LogRow)) or 0


def _other_events(key: SigningKey) -> str:
    return SigningKey(bytes(2) if any(key.key_id) else b"\1\1", key.master).code(DELEGATE, bytes(6))


def forged(key: SigningKey) -> str:
    return SigningKey(key.key_id, bytes(32)).code(DELEGATE, bytes(6))


UNKNOWN: dict[str, Callable[[SigningKey], str]] = {
    "not_ours": lambda _key: "https://example.org/ticket",
    "incomplete": lambda key: key.code(DELEGATE, bytes(6))[:-1],
    "damaged": lambda key: key.code(DELEGATE, bytes(6)) + "C",
    "newer_version": lambda key: "BDGC" + key.code(DELEGATE, bytes(6))[4:],
    "other_event": _other_events,
    "forged_or_damaged": forged,
    "wrong_kind": lambda key: key.code(TABLE, bytes(6)),
    "unknown": lambda key: key.code(DELEGATE, bytes(6)),
}
