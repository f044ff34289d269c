"""The Internet Printing Protocol, as much of it as asking about printers and jobs takes.

``lpstat`` can't say whether a job that ended was printed or given up, so CUPS itself is asked.
Source: RFC 8010, section 3 (encoding), and RFC 8011 (operations).
"""

from __future__ import annotations

import http.client
import socket
import struct
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

TIMEOUT_S = 8.0
_PORT = 631
_VERSION = b"\x02\x00"
_REQUEST_ID = 1
_OPERATION_GROUP, _END = 0x01, 0x03
_FIRST_VALUE_TAG = 0x10
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_WITH_LANGUAGE = (0x35, 0x36)
_TEXTS = range(0x40, 0x60)
_FIRST_ERROR = 0x0400
NOT_FOUND = 0x0406


class Operation(IntEnum):
    """What CUPS is asked to do."""

    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_DEFAULT = 0x4001
    GET_PRINTERS = 0x4002


class Tag(IntEnum):
    """How a value is written."""

    INTEGER = _INTEGER
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    NAME = 0x42


Value = int | bool | str
Attributes = dict[str, list[Value]]
"""The values of a printer or job by their names."""


class IppError(Exception):
    """CUPS did not do what was asked; ``status`` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(f"IPP status {status:#06x}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: attributes of the operation in their order, each with its tag and values."""

    operation: Operation
    attributes: Sequence[tuple[Tag, str, Sequence[str | int]]] = field(default=())

    def written(self) -> bytes:
        """Write it."""
        head = _VERSION + struct.pack(">HI", self.operation, _REQUEST_ID)
        usual = ((Tag.CHARSET, "attributes-charset", ("utf-8",)),)
        language = ((Tag.LANGUAGE, "attributes-natural-language", ("en",)),)
        body = b"".join(_attribute(*each) for each in (*usual, *language, *self.attributes))
        return head + bytes([_OPERATION_GROUP]) + body + bytes([_END])


class Connection(http.client.HTTPConnection):
    """A connection to CUPS at ``server``: a host, perhaps with its port, or a socket's path."""

    def __init__(self, server: str) -> None:
        self._path = server if server.startswith("/") else ""
        super().__init__("localhost" if self._path else server, timeout=TIMEOUT_S)
        if not self._path and not server.rpartition("]")[2].partition(":")[2]:
            self.port = _PORT

    def connect(self) -> None:
        """Connect."""
        if not self._path or sys.platform == "win32":
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)

    def ask(self, asked: Asked) -> list[Attributes]:
        """Ask, and give the attributes of each printer or job of the answer.

        Raises:
            IppError: CUPS refused.
            OSError, http.client.HTTPException, ValueError: Nobody answered, or nobody who
                speaks this protocol.
        """
        self.request("POST", "/", asked.written(), {"Content-Type": "application/ipp"})
        answer = self.getresponse()
        body = answer.read()
        if answer.status != http.client.OK:
            message = f"HTTP {answer.status} {answer.reason}"
            raise http.client.HTTPException(message)
        return read(body)


def read(answer: bytes) -> list[Attributes]:
    """Read an answer: one entry for each group of attributes but that of the operation.

    Raises:
        IppError: CUPS refused.
        ValueError: It is no whole answer.
    """
    try:
        (status,) = struct.unpack_from(">H", answer, 2)
        if status >= _FIRST_ERROR:
            raise IppError(status)
        return _groups(answer)
    except (struct.error, IndexError) as error:
        message = "the answer ends in the middle"
        raise ValueError(message) from error


def _groups(answer: bytes) -> list[Attributes]:
    groups: list[Attributes] = []
    kept: Attributes = {}
    name = ""
    for tag, own_name, value in _fields(answer):
        if tag < _FIRST_VALUE_TAG:
            kept = {}
            if tag != _OPERATION_GROUP:
                groups.append(kept)
            continue
        name = own_name or name
        kept.setdefault(name, []).extend(_value(tag, value))
    return groups


def _fields(answer: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Yield tags of groups, and values with their tags; further values have no name."""
    at = 8
    while (tag := answer[at]) != _END:
        at += 1
        if tag < _FIRST_VALUE_TAG:
            yield tag, "", b""
            continue
        name, at = _sized(answer, at)
        value, at = _sized(answer, at)
        yield tag, name.decode("ascii", "replace"), value


def _sized(answer: bytes, at: int) -> tuple[bytes, int]:
    (size,) = struct.unpack_from(">H", answer, at)
    end = at + 2 + size
    if end >= len(answer):
        raise IndexError(end)
    return answer[at + 2 : end], end


def _value(tag: int, value: bytes) -> list[Value]:
    """Read a value; there is none where a printer says that it does not know."""
    if tag in (_INTEGER, _ENUM):
        return list(struct.unpack(">i", value))
    if tag == _BOOLEAN:
        return [value != b"\0"]
    if tag in _WITH_LANGUAGE:
        language, at = _sized(value + b"\0", 0)
        text, _ = _sized(value + b"\0", at)
        del language
        return [text.decode("utf-8", "replace")]
    if tag in _TEXTS:
        return [value.decode("utf-8", "replace")]
    return []


def _attribute(tag: Tag, name: str, values: Sequence[str | int]) -> bytes:
    written = b""
    for each in values:
        value = struct.pack(">i", each) if isinstance(each, int) else each.encode()
        said = name.encode("ascii")
        written += bytes([tag]) + struct.pack(">H", len(said)) + said
        written += struct.pack(">H", len(value)) + value
        name = ""
    return written
