"""Letting in several delegates at once, such as a bus full of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID, uuid4

from app.checkin.scanning import NotAdmitted, decide
from app.journal.journal import Journal, Unit
from app.journal.turns import in_turns


@dataclass(frozen=True, slots=True)
class SeveralAdmitted:
    """Who was let in, and why the others were not."""

    delegates: tuple[UUID, ...]
    refused: tuple[NotAdmitted, ...]


def check_in_several(journal: Journal, delegates: Collection[UUID]) -> SeveralAdmitted:
    """Let in those who may pass, as one thing to take back. The others stay where they are."""
    unit = Unit(uuid4())
    admitted: list[UUID] = []
    refused: list[NotAdmitted] = []
    for part in in_turns(sorted(delegates)):
        with journal.writing(unit) as pen:
            for delegate in part:
                try:
                    deed, _found = decide(pen.session, delegate, journal.clock())
                except NotAdmitted as reason:
                    refused.append(reason)
                else:
                    pen.write(deed)
                    admitted.append(delegate)
    return SeveralAdmitted(tuple(admitted), tuple(refused))
