from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from app.desks import Desks, OpenEvent
from app.outcomes.export.exporting import Exported, Exporting
from app.outcomes.export.formats import ExportOrder
from db.models import Delegate
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.outcomes.export.lived import live_through
from tests.building import DESK_1, EventBuilder, MovableClock, copy_event


@dataclass(frozen=True, slots=True)
class LivedDay:
    """An event whose morning has passed, the clock at its end, and its meetings by name."""

    event: OpenEvent
    clock: MovableClock
    meetings: dict[str, UUID]

    def delegate(self, given_name: str) -> UUID:
        """Give somebody's id."""
        with self.event.journal.reading() as session:
            (found,) = session.scalars(select(Delegate.id).filter_by(given_name=given_name))
        return found

    def exported(self, folder: Path, order: ExportOrder | None = None) -> Exported:
        """Export it anew, as after a start of the program."""
        return Exporting(self.event.journal).write(order or ExportOrder(), folder)


@pytest.fixture(scope="session")
def lived_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, UUID]]:
    """The file of such an event, to be copied."""
    clock = MovableClock()
    event = copy_event(tmp_path_factory.mktemp("lived") / "event.matchdesk", clock)
    builder = EventBuilder(event)
    meetings = live_through(RunningDay(Floor(event, builder), clock), builder)
    event.close()
    return event.database.file.read_bytes(), meetings


@pytest.fixture
def lived(
    lived_once: tuple[bytes, dict[str, UUID]], tmp_path: Path, clock: MovableClock
) -> Iterator[LivedDay]:
    """An event whose morning has passed."""
    file = tmp_path / "lived.matchdesk"
    file.write_bytes(lived_once[0])
    clock.passes(hours=1, minutes=20)
    event = Desks(DESK_1, clock=clock).open(file)
    yield LivedDay(event, clock, lived_once[1])
    event.close()
