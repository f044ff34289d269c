"""BDG1: the code on a badge.

45 letters that every European keyboard layout types alike, Caps Lock on or off, because most
scanners type: ``BDG``, a scheme, a kind, the key's id, the thing's own random id, and a MAC
over all of it. It holds nothing of the person. A good MAC is never enough: the id must also
be active in the event file.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

MODHEX = "cbdefghijklnrtuv"
"""The sixteen letters, by value: four bits each."""

LENGTH = 45
LONGEST = 128
MAGIC = "bdg"
SCHEME = "b"

DELEGATE = "c"
TABLE = "d"
SCHEDULE = "f"
MEETING = "g"
STAFF = "b"

_SALT = b"badge-v1-salt"
_INFO = b"badge-mac-v1"
_MAC_PREFIX = b"badge-v1\0"
_MAC_BYTES = 12
_TO_HEX = str.maketrans(MODHEX, "0123456789abcdef")
_TO_MODHEX = str.maketrans("0123456789abcdef", MODHEX)
# Turkish layouts type a dotless i for the key of the dotted one, and with Caps Lock the
# reverse. A combining dot is what lower-casing leaves of a capital dotted one.
_FOLDED = str.maketrans({"ı": "i", "İ": "i", "\u0307": None})
_LETTERS = re.compile(f"[{MODHEX}]+")
# Of the codes of others, hardly one has so many letters and all of them among our sixteen.
_LEAST_REST = 16


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """A code whose MAC is good. ``kind`` is one letter; ids are lower-case hex."""

    kind: str
    key_id: str
    code_id: str


class Unreadable(Exception):
    """The text is no good code. ``reason`` is a reason code of the decision on a scan."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key of an event. ``key_id`` is two bytes, ``master`` 32 bytes."""

    key_id: bytes
    master: bytes

    def code(self, kind: str, code_id: bytes) -> str:
        """Make the 45 upper-case letters for a thing's random id of six bytes."""
        body = MAGIC + SCHEME + kind + _modhex(self.key_id) + _modhex(code_id)
        return (body + _modhex(self._mac(body))).upper()

    def signed(self, letters: str) -> bool:
        """Tell, in constant time, whether the last 24 of the 45 letters sign the others."""
        body, mac = letters[:21], letters[21:]
        return hmac.compare_digest(_modhex(self._mac(body)).encode(), mac.encode())

    def derived(self) -> bytes:
        """Derive the MAC key from the master by HKDF-SHA-256 (RFC 5869), one block."""
        extracted = hmac.digest(_SALT, self.master, sha256)
        return hmac.digest(extracted, _INFO + self.key_id + b"\x01", sha256)

    def _mac(self, body: str) -> bytes:
        return hmac.digest(self.derived(), _MAC_PREFIX + body.encode("ascii"), sha256)[:_MAC_BYTES]


def read_code(scanned: str, keys: dict[str, SigningKey]) -> BadgeCode:
    """Read what a scanner typed or a camera saw. ``keys`` are the event's, by key id in hex.

    Raises:
        Unreadable: With the first reason that applies: ``not_ours``, ``incomplete``,
            ``damaged``, ``newer_version``, ``other_event``, ``forged_or_damaged``.
            Nothing else is ever raised, whatever the text.
    """
    letters = scanned.strip()
    if len(letters) > LONGEST:
        raise Unreadable("not_ours")
    letters = letters.lower().translate(_FOLDED)
    if not letters.startswith(MAGIC):
        raise Unreadable("incomplete" if _is_rest(letters) else "not_ours")
    _refuse_damaged(letters)
    if letters[3] != SCHEME:
        raise Unreadable("newer_version")
    key_id = letters[5:9].translate(_TO_HEX)
    key = keys.get(key_id)
    if key is None:
        raise Unreadable("other_event")
    if not key.signed(letters):
        raise Unreadable("forged_or_damaged")
    return BadgeCode(letters[4], key_id, letters[9:21].translate(_TO_HEX))


def claimed_kind(scanned: str) -> str:
    """Give the kind of code that a text seems to be, by its beginning; blank if it is none.

    Nothing is proved by it, but who is to look at it.
    """
    letters = scanned.strip()[:LENGTH].lower().translate(_FOLDED)
    return letters[len(MAGIC) + 1 : len(MAGIC) + 2] if letters.startswith(MAGIC) else ""


def is_whole(scanned: str) -> bool:
    """Tell whether all letters of one of our codes have come, of whichever event it may be."""
    try:
        read_code(scanned, {})
    except Unreadable as unreadable:
        # Without any key, no code comes further.
        return unreadable.reason in ("newer_version", "other_event")
    return True


def _is_rest(letters: str) -> bool:
    """Tell whether this may be a code whose beginning got lost on the way."""
    return _LEAST_REST <= len(letters) < LENGTH and _LETTERS.fullmatch(letters) is not None


def _refuse_damaged(letters: str) -> None:
    if _LETTERS.fullmatch(letters[len(MAGIC) :]) is None and len(letters) > len(MAGIC):
        raise Unreadable("damaged")
    if len(letters) < LENGTH:
        raise Unreadable("incomplete")
    if len(letters) > LENGTH:
        raise Unreadable("damaged")


def _modhex(data: bytes) -> str:
    return data.hex().translate(_TO_MODHEX)
