"""What is loaded before anybody waits for it, and not before the first page is there."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from app.delegates.countries import country_name
from app.progress import Report
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.shell.sounds import load_library

_MODULES = (
    *("app.cli.sentences", "ui.delegates.page", "ui.event.making_services", "ui.event.page"),
    *("ui.floor.page", "ui.floor.attention_panel", "ui.floor.changes_beside"),
    "ui.telling_at_floor",
)


def load_ahead(tools: Tools, view: JobView, then: Callable[[], None]) -> None:
    """Load the other pages, and what a scan and a look-up would have to wait for.

    The window goes on meanwhile; ``then`` is called in its thread.
    """

    def work(_report: Report) -> None:
        country_name("LT")
        for module in _MODULES:
            import_module(module)
        load_library()

    tools.reads.run(work, view=view, then=lambda _none: then())
