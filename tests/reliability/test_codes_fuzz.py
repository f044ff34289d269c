"""R12: what is no badge of this event never lets in, says why, and never breaks the scanner."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice
from uuid import uuid4

import pytest

from app.checkin.codes import (
    DELEGATE,
    LENGTH,
    MAGIC,
    MODHEX,
    SCHEME,
    SigningKey,
    Unreadable,
    read_code,
)
from app.checkin.identify import signing_keys
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from tests.building import EventBuilder

KEY = SigningKey(bytes.fromhex("b07a"), bytes(range(32)))
OTHER_MASTER = SigningKey(KEY.key_id, bytes(32))
OTHER_EVENT = SigningKey(bytes.fromhex("1234"), KEY.master)
KIND, KEY_ID, MAC = 4, slice(5, 9), 21

Forgery = tuple[str, str]
"""What is scanned, and the reason that it must be refused with."""


def code(choice: random.Random, key: SigningKey) -> str:
    return key.code(DELEGATE, choice.randbytes(6))


def substitutions(valid: str) -> Iterator[Forgery]:
    """Yield the code with each letter replaced by each other letter of the alphabet."""
    for place, letter in enumerate(valid.lower()):
        for other in MODHEX.replace(letter, ""):
            yield valid[:place] + other + valid[place + 1 :], reason_at(place)


def reason_at(place: int) -> str:
    if place < len(MAGIC):
        return "not_ours"
    if place == len(MAGIC):
        return "newer_version"
    return "other_event" if place in range(*KEY_ID.indices(LENGTH)) else "forged_or_damaged"


def truncated(choice: random.Random, key: SigningKey) -> Forgery:
    length = choice.randrange(LENGTH)
    return code(choice, key)[:length], "not_ours" if length < len(MAGIC) else "incomplete"


def swapped(choice: random.Random, key: SigningKey) -> Forgery:
    """Swap two neighbours of the id or the MAC that differ."""
    while True:
        valid = code(choice, key)
        place = choice.randrange(KEY_ID.stop, LENGTH - 1)
        if valid[place] != valid[place + 1]:
            pair = valid[place + 1] + valid[place]
            return valid[:place] + pair + valid[place + 2 :], "forged_or_damaged"


def doubled(choice: random.Random, key: SigningKey) -> Forgery:
    valid, place = code(choice, key), choice.randrange(len(MAGIC), LENGTH)
    return valid[:place] + valid[place] + valid[place:], "damaged"


def dropped(choice: random.Random, key: SigningKey) -> Forgery:
    valid, place = code(choice, key), choice.randrange(len(MAGIC), LENGTH)
    return valid[:place] + valid[place + 1 :], "incomplete"


def well_formed(choice: random.Random, key: SigningKey) -> Forgery:
    letters = "".join(choice.choices(MODHEX, k=LENGTH - KEY_ID.stop))
    return code(choice, key)[: KEY_ID.stop] + letters, "forged_or_damaged"


def other_kind(choice: random.Random, key: SigningKey) -> Forgery:
    valid = code(choice, key)
    kind = choice.choice(MODHEX.replace(DELEGATE, ""))
    return valid[:KIND] + kind + valid[KIND + 1 :], "forged_or_damaged"


def other_event(choice: random.Random, key: SigningKey) -> Forgery:
    return code(choice, SigningKey(bytes(b ^ 1 for b in key.key_id), key.master)), "other_event"


def other_master(choice: random.Random, key: SigningKey) -> Forgery:
    return code(choice, SigningKey(key.key_id, choice.randbytes(32))), "forged_or_damaged"


def foreign_letter(choice: random.Random, key: SigningKey) -> Forgery:
    """Put a letter that no layout makes of ours where one of ours was."""
    valid, place = code(choice, key), choice.randrange(len(MAGIC), LENGTH - 1)
    foreign = choice.choice("amqswxyz0189+-/\0\x07\x1b\t\n é漢\u202e\ud800\udfff\U0001f600\uffff")
    return valid[:place] + foreign + valid[place + 1 :], "damaged"


def anything(choice: random.Random, _key: SigningKey) -> Forgery:
    length = choice.randrange(200)
    text = "".join(chr(choice.randrange(0x110000)) for _ in range(length))
    return "~" + text, "not_ours"


def of_the_world(choice: random.Random, _key: SigningKey) -> Forgery:
    texts = (
        "https://example.org/?q=" + choice.randbytes(8).hex(),
        "BEGIN:VCARD\nVERSION:3.0\nN:Byron;Ada\nEND:VCARD",
        "WIFI:T:WPA;S:venue;P:" + choice.randbytes(4).hex() + ";;",
        "\x02\x1b[31m\r\n\x04\x7f",
        "'; DROP TABLE log; --",
        "=cmd|'/c calc'!A1",
        str(choice.getrandbits(50)),
        "\ud800" * choice.randrange(1, 20),
    )
    return choice.choice(texts), "not_ours"


CLASSES: tuple[Callable[[random.Random, SigningKey], Forgery], ...] = (
    *(truncated, swapped, doubled, dropped, well_formed, well_formed, well_formed),
    *(other_kind, other_event, other_master, foreign_letter, anything, of_the_world),
)


def forgeries(choice: random.Random, key: SigningKey) -> Iterator[Forgery]:
    """Yield every single substitution of one code, then forgeries of all classes without end."""
    yield from substitutions(code(choice, key))
    yield "x" * 100_000, "not_ours"
    yield code(choice, key) * 2_000, "not_ours"
    while True:
        for forgery in CLASSES:
            yield forgery(choice, key)


@pytest.mark.parametrize("size", [100_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_no_forged_foreign_or_damaged_code_is_read(size: int) -> None:
    keys = {KEY.key_id.hex(): KEY}
    wrong: list[tuple[str, str, str]] = []

    for scanned, reason in islice(forgeries(random.Random(1), KEY), size):
        told = reason_told(scanned, keys)
        if told != reason:
            wrong.append((scanned, reason, told))

    assert wrong == []


def reason_told(scanned: str, keys: dict[str, SigningKey]) -> str:
    try:
        read_code(scanned, keys)
    except Unreadable as unreadable:
        return unreadable.reason
    return "accepted"


def test_a_reader_that_does_not_check_the_mac_accepts_forgeries() -> None:
    some = islice(forgeries(random.Random(1), KEY), 10_000)

    assert any(accepted_without_mac(scanned) for scanned, _reason in some)


def accepted_without_mac(scanned: str) -> bool:
    letters = scanned.strip().lower()
    head = (MAGIC + SCHEME, KEY.code(DELEGATE, bytes(6))[KEY_ID].lower())
    is_ours = (letters[: len(MAGIC) + 1], letters[KEY_ID]) == head
    return is_ours and len(letters) == LENGTH and set(letters) <= set(MODHEX)


def test_no_forgery_lets_anybody_in(event: EventBuilder) -> None:
    event.crowd(10)
    with event.event.journal.reading() as session:
        (key,) = signing_keys(session).values()
    scanning = Scanning(event.event.journal)
    choice = random.Random(2)

    some = list(islice(forgeries(choice, key), 2_000))
    for scanned, reason in choice.sample(some, 1_000):
        with pytest.raises(NotAdmitted) as refused:
            scanning.scan(Scan(scanned, uuid4()))
        assert refused.value.reason == reason
