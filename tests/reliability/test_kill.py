"""R1: killing the program at any moment loses nothing it has told, and tears nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desks import OpenEvent
from app.journal.verify import verify
from db.models import CheckIn, LogRow, ScanRefusal
from tests.building import EventBuilder, MovableClock, make_event
from tests.reliability.worker import PATIENCE, desk, scan_for_ever

LEAST_MS, MOST_MS = 20, 500


@dataclass(slots=True)
class Toll:
    """What the kills came to. ``reopened`` are seconds."""

    acknowledged: set[UUID] = field(default_factory=set)
    kept: set[UUID] = field(default_factory=set)
    reopened: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{len(self.reopened)} kills: {len(self.acknowledged)} acknowledged, "
            f"{len(self.kept - self.acknowledged)} kept without being acknowledged, "
            f"{len(self.acknowledged - self.kept)} lost; "
            f"slowest reopening {max(self.reopened):.2f} s"
        )


@pytest.fixture
def crowded(tmp_path: Path) -> tuple[Path, list[str]]:
    """The file of an event, which nobody has open, and two thousand badges."""
    event = make_event(tmp_path / "event.matchdesk", MovableClock())
    builder = EventBuilder(event)
    badges = builder.badges_of(builder.crowd(2_000))
    event.close()
    return event.database.file, badges


@pytest.mark.parametrize("kills", [50, pytest.param(200, marks=pytest.mark.long)])
def test_a_killed_desk_loses_nothing_it_has_told(
    crowded: tuple[Path, list[str]], others: SpawnContext, kills: int
) -> None:
    file, badges = crowded
    toll = Toll()

    for kill in range(1, kills + 1):
        toll.acknowledged |= scanned_until_killed(others, file, badges)
        start = time.perf_counter()
        event = desk(file, 1)
        toll.reopened.append(time.perf_counter() - start)
        toll.kept = whole_deeds(event)
        assert toll.acknowledged <= toll.kept
        if kill % 10 == 0:
            assert verify(event.journal).problems == ()
        event.close()

    print(toll)  # noqa: T201 - figures for who reads the run
    assert len(toll.acknowledged) > kills, "the desk was killed before it did anything"
    assert max(toll.reopened) < 30


def scanned_until_killed(others: SpawnContext, file: Path, badges: list[str]) -> set[UUID]:
    """Let a desk scan for a while and kill it; give the deeds that it has told of."""
    ours, theirs = others.Pipe(duplex=False)
    seed = random.getrandbits(32)
    process = others.Process(target=scan_for_ever, args=(file, badges, seed, theirs))
    process.start()
    theirs.close()
    time.sleep(random.randint(LEAST_MS, MOST_MS) / 1000)
    process.kill()
    process.join(PATIENCE)
    with ours:
        return set(acknowledged(cast("Any", ours)))


def acknowledged(end: Connection) -> Iterator[UUID]:
    with suppress(EOFError, OSError):
        while True:
            yield UUID(bytes=end.recv_bytes())


def whole_deeds(event: OpenEvent) -> set[UUID]:
    """Give the scans in the log; each must have its row of state, and no row be without."""
    with event.journal.reading() as session:
        for kind, model in (("CheckedIn", CheckIn), ("ScanRefused", ScanRefusal)):
            assert of_kind(session, kind) == set(session.scalars(select(model.id)))
        return of_kind(session, "CheckedIn") | of_kind(session, "ScanRefused")


def of_kind(session: Session, kind: str) -> set[UUID]:
    return set(session.scalars(select(LogRow.id).filter_by(kind=kind)))
