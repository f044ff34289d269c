"""What is loaded before anybody waits for it, and not before the first page is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from time import monotonic

from PySide6.QtCore import QObject, QTimer

import ui.delegates
import ui.event
import ui.event.importing
import ui.floor
import ui.floor.changes
import ui.outcomes
import ui.papers
import ui.programme
import ui.rounds
import ui.speeches
import ui.templates
from app.delegates.countries import country_name
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.turns import BETWEEN_MS
from ui.shell.sounds import load_library

_BENEATH = (
    *("app.cli.sentences", "app.checkin.several", "app.delegates.decisions"),
    *("app.delegates.detail", "app.delegates.export", "app.delegates.importing.aside"),
    *("app.event.closures", "app.event.editing", "app.event.mappings", "app.event.tables"),
    *("app.floor.history", "app.floor.manager", "app.floor.tellings"),
    *("app.icebreaking.keeping", "app.planning.rounds.seating"),
    *("app.outcomes.counting", "app.outcomes.figures_reader", "app.outcomes.slips"),
    *("app.meetings.importing.aside", "app.meetings.limits", "app.meetings.planning_aside"),
    *("app.meetings.request_rows", "app.meetings.requests", "app.printing.slips.office"),
    *("app.printers.cups", "app.printers.office", "app.cli.printer_words"),
    *(
        "ui.common.on_screen",
        "app.printing.template_office",
        "app.printing.templates.editing",
        "app.speeches.speaking",
    ),
)
"""What the pages stand on, which takes most of the time and knows nothing of Qt."""
_PAGES = (
    ui.delegates,
    ui.event.importing,
    ui.event,
    ui.floor.changes,
    ui.floor,
    ui.outcomes,
    ui.papers,
    ui.programme,
    ui.rounds,
    ui.speeches,
    ui.templates,
)
_NEXT = ("ui.slips", "ui.printing.schedule_dialog", "ui.printing.dialog", "ui.scanner.self_test")
"""What the Desk and its keys open."""
_LAST = ("ui.outcome_work", "ui.programme_work", "ui.telling_at_floor", "ui.template_work")
_TURN_S = 0.010


def load_ahead(tools: Tools, view: QObject, then: Callable[[], None]) -> None:
    """Load the other pages, and what a scan and a look-up would have to wait for.

    The window goes on meanwhile; ``then`` is called in its thread. What makes classes of Qt's is
    loaded in that thread too, in turns: two threads that do so at once end the program.
    """

    def work(_report: Report) -> None:
        country_name("LT")
        for module in _BENEATH:
            import_module(module)
        load_library()

    pages = _modules()
    tools.reads.run(work, view=Quiet(view), then=lambda _none: _load(view, pages, then))


def _modules() -> Iterator[str]:
    yield from _NEXT
    for package in _PAGES:
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            yield module.name
    yield from _LAST


def _load(view: QObject, modules: Iterator[str], then: Callable[[], None]) -> None:
    """Load for a short while, and go on when whatever else waits for the window is done."""
    until = monotonic() + _TURN_S
    for module in modules:
        import_module(module)
        if monotonic() > until:
            QTimer.singleShot(BETWEEN_MS, view, lambda: _load(view, modules, then))
            return
    then()
