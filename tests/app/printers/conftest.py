from __future__ import annotations

from pathlib import Path

import pytest

from app.printers.cups import CupsPrinters
from app.printers.queue import PrintQueue
from tests.building import EventBuilder
from tests.print_service import PrintService


@pytest.fixture
def queue(service: PrintService, event: EventBuilder, tmp_path: Path) -> PrintQueue:
    """The queue of Desk 1."""
    return PrintQueue(event.event.journal, CupsPrinters(), tmp_path / "prints")
