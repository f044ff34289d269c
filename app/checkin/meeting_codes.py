"""The codes on meeting slips. They are kept nowhere: a meeting's id gives its code's."""

from __future__ import annotations

from hashlib import blake2b
from uuid import UUID

_BYTES = 6


def code_id_of(meeting: UUID) -> bytes:
    """Give the id that a meeting has in its code, the same on every desk and slip.

    Unlike a badge's it need not be secret: it opens no door, and its code is signed.
    """
    return blake2b(meeting.bytes, digest_size=_BYTES).digest()
