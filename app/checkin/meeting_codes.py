"""The codes on meeting slips. They are kept nowhere: a meeting and its place give its code's id."""

from __future__ import annotations

from hashlib import blake2b
from uuid import UUID

_BYTES = 6
_NOWHERE = UUID(int=0)


def code_id_of(meeting: UUID, slot: UUID | None, table: UUID | None) -> bytes:
    """Give the id in the code of a meeting at a place, the same on every desk and slip.

    A slip that was printed before its meeting moved so has another one. Unlike a badge's it need
    not be secret: it opens no door, and its code is signed.
    """
    named = (meeting, slot or _NOWHERE, table or _NOWHERE)
    return blake2b(b"".join(each.bytes for each in named), digest_size=_BYTES).digest()
