"""The encoding of IPP, beyond what a CUPS at hand happens to say."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printers.ipp import Asked, Attributes, Connection, IppError, Operation, Tag, read

HEAD = b"\x02\x00\x00\x00\x00\x00\x00\x01"


def field(tag: int, name: str, value: bytes) -> bytes:
    said = name.encode()
    return (
        bytes([tag]) + struct.pack(">H", len(said)) + said + struct.pack(">H", len(value)) + value
    )


ANSWER = (
    HEAD
    + b"\x01"
    + field(0x47, "attributes-charset", b"utf-8")
    + b"\x02"
    + field(0x21, "job-id", struct.pack(">i", 7))
    + field(0x36, "job-name", b"\x00\x02de\x00\x05Gr\xc3\xbc\xc3")
    + field(0x44, "job-state-reasons", b"none")
    + field(0x44, "", b"job-printing")
    + field(0x22, "printer-is-accepting-jobs", b"\x01")
    + field(0x13, "job-media-sheets-completed", b"")
    + b"\x02"
    + field(0x23, "job-state", struct.pack(">i", 9))
    + b"\x03"
)


def test_an_answer_is_read_group_by_group() -> None:
    first: Attributes = {
        "job-id": [7],
        "job-name": ["Grü�"],
        "job-state-reasons": ["none", "job-printing"],
        "printer-is-accepting-jobs": [True],
        "job-media-sheets-completed": [],
    }

    assert read(ANSWER) == [first, {"job-state": [9]}]


def test_a_question_reads_back_as_it_was_asked() -> None:
    asked = Asked(
        Operation.GET_JOBS,
        ((Tag.NAME, "requesting-user-name", ("Łukasz",)), (Tag.INTEGER, "limit", (3,))),
    )
    written = asked.written()

    assert struct.unpack(">H", written[2:4]) == (Operation.GET_JOBS,)
    # An answer's first group is the operation's own; told as another one it is not passed over.
    (told,) = read(HEAD + b"\x02" + written[9:])
    assert told["requesting-user-name"] == ["Łukasz"]
    assert told["limit"] == [3]


def test_a_refusal_has_its_status() -> None:
    with pytest.raises(IppError) as refused:
        read(b"\x02\x00\x04\x06\x00\x00\x00\x01\x03")

    assert refused.value.status == 0x0406


@given(st.integers(0, len(ANSWER) - 1))
def test_half_an_answer_is_none(length: int) -> None:
    with pytest.raises(ValueError, match="ends in the middle"):
        read(ANSWER[:length])


@given(st.binary(max_size=80))
def test_no_bytes_break_the_reading(tail: bytes) -> None:
    with suppress(ValueError):
        assert all(isinstance(group, dict) for group in read(HEAD + tail))


@pytest.mark.parametrize(
    ("server", "host", "port"),
    [
        ("localhost", "localhost", 631),
        ("print.local:8631", "print.local", 8631),
        ("[::1]:631", "::1", 631),
        ("[::1]", "::1", 631),
    ],
)
def test_a_server_is_found_at_its_port(server: str, host: str, port: int) -> None:
    connection = Connection(server)

    assert (connection.host, connection.port) == (host, port)
