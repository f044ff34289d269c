"""A file that is no list, or an evil one, leaves the event as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import OpenEvent
from app.errors import DeskError
from tests.app.delegates.lists import everything, log_length
from tests.building import EventBuilder, MovableClock, copy_event
from tests.hostile import HOSTILE, READS, Hostile


@pytest.fixture(scope="module")
def event_at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenEvent]:
    """One event for all files: what one of them left behind would be seen at the next."""
    event = copy_event(tmp_path_factory.mktemp("hostile") / "event.matchdesk", MovableClock())
    EventBuilder(event).delegate("Grace", "Hopper")
    yield event
    event.close()


def test_there_are_sixty_files_at_least() -> None:
    assert len({hostile.name for hostile in HOSTILE}) >= 60


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_or_leaves_the_event_as_it_was(
    event_at_work: OpenEvent, hostile: Hostile, tmp_path: Path
) -> None:
    journal = event_at_work.journal
    file = hostile.in_folder(tmp_path)
    before, log = everything(journal), log_length(journal)

    try:
        imported = Imports(journal, "A").run(file.path, ImportOrder())
    except DeskError:
        assert file.expected != READS
        assert (everything(journal), log_length(journal)) == (before, log)
    else:
        assert file.expected == READS
        assert imported.created + imported.updated + imported.unchanged > 0
