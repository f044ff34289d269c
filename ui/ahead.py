"""What is loaded before anybody waits for it."""

from __future__ import annotations

from app.delegates.countries import country_name
from app.progress import Report
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.shell.sounds import Sounds, load_library


def load_ahead(tools: Tools, view: JobView, sounds: Sounds) -> None:
    """Load what a scan and a look-up would have to wait for."""

    def work(_report: Report) -> None:
        country_name("LT")
        load_library()

    tools.reads.run(work, view=view, then=lambda _none: sounds.load())
