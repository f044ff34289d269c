from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.delegates.lists import ImportList, write_list


@pytest.fixture
def imports(open_event: OpenEvent) -> Imports:
    return Imports(open_event.journal, open_event.letters)


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)


@pytest.fixture
def import_list(imports: Imports, tmp_path: Path) -> ImportList:
    """Import a list of people, each a mapping of headers to cells."""

    def run(*rows: Mapping[str, str]) -> Imported:
        return imports.run(write_list(tmp_path / "list.csv", rows), ImportOrder())

    return run
