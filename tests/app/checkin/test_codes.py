from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checkin.codes import (
    DELEGATE,
    LENGTH,
    MODHEX,
    STAFF,
    BadgeCode,
    SigningKey,
    Unreadable,
    is_whole,
    read_code,
)

KEY = SigningKey(bytes.fromhex("b07a"), bytes(range(32)))
KEYS = {"b07a": KEY}
CODE = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"


def reason(scanned: str) -> str:
    with pytest.raises(Unreadable) as unreadable:
        read_code(scanned, KEYS)
    return unreadable.value.reason


def test_the_mac_key_is_the_specified_one() -> None:
    derived = "84bdc46b29e94a477bdbcf85a02a2a7f87a9ebef45d218d851e86551b6a2b0cc"

    assert KEY.derived().hex() == derived


def test_a_delegates_code_is_the_specified_one() -> None:
    assert KEY.code(DELEGATE, bytes.fromhex("0123456789ab")) == CODE


def test_a_staff_cards_code_is_the_specified_one() -> None:
    code = KEY.code(STAFF, b"\xff" * 6)

    assert code == "BDGBBNCILVVVVVVVVVVVVBLFUVTGLRHEHDCLNIRBNRJNV"


def test_a_code_reads_back() -> None:
    assert read_code(CODE, KEYS) == BadgeCode(DELEGATE, "b07a", "0123456789ab")


@given(
    master=st.binary(min_size=32, max_size=32),
    key_id=st.binary(min_size=2, max_size=2),
    code_id=st.binary(min_size=6, max_size=6),
    kind=st.sampled_from(MODHEX),
)
def test_whatever_is_signed_reads_back(
    master: bytes, key_id: bytes, code_id: bytes, kind: str
) -> None:
    key = SigningKey(key_id, master)

    code = key.code(kind, code_id)

    assert len(code) == LENGTH
    assert read_code(code, {key_id.hex(): key}) == BadgeCode(kind, key_id.hex(), code_id.hex())


def test_case_and_what_a_scanner_adds_do_not_matter() -> None:
    assert read_code(f"  {CODE.lower()}\r\n", KEYS) == read_code(CODE, KEYS)


@pytest.mark.parametrize("letter", ["ı", "İ", "i\u0307"])
def test_a_turkish_i_is_an_i(letter: str) -> None:
    assert read_code(CODE.replace("I", letter), KEYS) == read_code(CODE, KEYS)


@pytest.mark.parametrize(
    ("scanned", "told"),
    [
        ("", "not_ours"),
        ("https://example.org", "not_ours"),
        (CODE + "C" * 100, "not_ours"),
        ("ABCDEFGH23456789" * 2, "not_ours"),
        (CODE[-15:], "not_ours"),
        (CODE[1:], "incomplete"),
        (CODE[-16:], "incomplete"),
        ("BDG", "incomplete"),
        (CODE[:-1], "incomplete"),
        (CODE + "C", "damaged"),
        (CODE[:20] + "a" + CODE[21:], "damaged"),
        (CODE[:3] + "C" + CODE[4:], "newer_version"),
        (CODE[:5] + "CCCC" + CODE[9:], "other_event"),
        (CODE[:-1] + "C", "forged_or_damaged"),
        (CODE[:4] + "D" + CODE[5:], "forged_or_damaged"),
    ],
)
def test_what_is_no_good_code_says_why(scanned: str, told: str) -> None:
    assert reason(scanned) == told


@pytest.mark.parametrize("scanned", [CODE, CODE.lower(), CODE[:5] + "CCCC" + CODE[9:]])
def test_a_code_is_whole_whichever_event_made_it(scanned: str) -> None:
    assert is_whole(scanned)


@pytest.mark.parametrize("scanned", ["", "https://example.org", CODE[:-1], CODE[:20] + "a"])
def test_what_has_lost_letters_is_not_whole(scanned: str) -> None:
    assert not is_whole(scanned)
