"""What a helper on the phone needs to know of this installation: a page that names nobody.

It holds no name of a person, an event, a printer or an account: folders below the user's own are
written from ``~`` on, and events are counted.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.errors import DeskError
from app.files import EVENT_SUFFIX
from app.places import events_folder, log_folder
from app.settings import Settings, load_settings, settings_file
from app.version import VERSION

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "ortools", "pandas")
_LATEST = 3


def diagnosis() -> str:
    """Write the page; what can't be found out says so in its place."""
    return "\n".join(
        (*_program(), "", *_machine(), "", *_folders(), "", *_desk(), "", *_mistakes())
    )


def _program() -> Iterator[str]:
    sort = "installed" if getattr(sys, "frozen", False) else "from a checkout"
    yield f"Matchdesk {VERSION}, {sort}"
    yield f"Python {platform.python_version()}"
    for name in LIBRARIES:
        yield f"{name} {_version(name)}"
    yield f"SQLite {_sqlite()}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"


def _sqlite() -> str:
    try:
        import sqlcipher3.dbapi2  # noqa: PLC0415 - this page must be there without it as well
    except ImportError as error:
        return f"can't be loaded: {error.msg}"
    return str(sqlcipher3.dbapi2.sqlite_version)


def _machine() -> Iterator[str]:
    yield f"{platform.system()} {platform.release()}, {platform.machine()}"
    yield f"{os.cpu_count()} processors"
    yield f"Text is read as {sys.getfilesystemencoding()}"
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if platform.system() == "Linux":
        yield "A screen is there" if screen else "No screen is known here"


def _folders() -> Iterator[str]:
    events = events_folder()
    count = len(list(events.glob(f"*{EVENT_SUFFIX}"))) if events.is_dir() else 0
    yield f"Events: {shown(events)}, {count} there{_free(events)}"
    yield f"Settings: {shown(settings_file())}"
    yield f"Reports of mistakes: {shown(log_folder())}"


def _free(folder: Path) -> str:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    free = f", {shutil.disk_usage(there).free / 1e9:,.1f} GB free"
    return free if os.access(there, os.W_OK) else f"{free}, but it can't be written"


def _desk() -> Iterator[str]:
    try:
        settings = load_settings()
    except DeskError as problem:
        yield f"The settings can't be read: {problem.code}"
        return
    yield from _settings(settings)


def _settings(settings: Settings) -> Iterator[str]:
    yield f"Desk {settings.desk_id}, letters {settings.letters}"
    yield f"Theme {settings.theme}; sound {'on' if settings.sound else 'off'}"
    yield f"Scanner: {'a layout was learnt' if settings.scanner else 'nothing learnt'}"
    yield f"Camera: {'chosen' if settings.camera else 'none chosen'}"
    yield f"Printers chosen for {len(settings.printers)} kinds of papers"
    yield f"{len(settings.recent)} recent events"


def _mistakes() -> Iterator[str]:
    folder = log_folder()
    reports = sorted(folder.glob("mistake-*.txt")) if folder.is_dir() else []
    yield f"{len(reports)} reports of mistakes" + (", the latest:" if reports else "")
    for report in reports[-_LATEST:]:
        yield report.name
        # The end of a report is where it happened, and what it was; neither names anybody.
        lines = report.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        yield from (f"  {each.strip()}" for each in lines[-2:])


def shown(place: Path) -> str:
    """Write a folder without the account it belongs to."""
    home = Path.home()
    return f"~/{place.relative_to(home)}" if place.is_relative_to(home) else str(place)
