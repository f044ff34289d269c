"""The folders of this account that the desk keeps its files in."""

from __future__ import annotations

import os
import re
from itertools import count
from pathlib import Path

import platformdirs

from app.files import EVENT_SUFFIX
from app.settings import HOME

_US = "matchdesk"
_LONGEST_NAME = 60
REHEARSAL = "matchdesk-rehearsal-"
"""Begins the folder of a copy that a rehearsal is played on, among temporary ones."""
_A_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # of Windows
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def events_folder() -> Path:
    """Give the folder for new events, which no service synchronises; it may not exist yet."""
    return Path(os.environ.get(HOME) or platformdirs.user_data_dir(_US, appauthor=False)) / "events"


def prints_folder() -> Path:
    """Give the folder for papers on their way to printers; it may not exist yet."""
    return Path(os.environ.get(HOME) or platformdirs.user_data_dir(_US, appauthor=False)) / "prints"


def stocks_folder() -> Path:
    """Give the folder for stocks that were described for this desk; it may not exist yet."""
    return Path(os.environ.get(HOME) or platformdirs.user_data_dir(_US, appauthor=False)) / "stocks"


def templates_folder() -> Path:
    """Give the folder for templates that were made for this desk; it may not exist yet."""
    home = os.environ.get(HOME) or platformdirs.user_data_dir(_US, appauthor=False)
    return Path(home) / "templates"


def erased_folder() -> Path:
    """Give the folder that remembers who was erased, by id; it may not exist yet."""
    return Path(os.environ.get(HOME) or platformdirs.user_data_dir(_US, appauthor=False)) / "erased"


def log_folder() -> Path:
    """Give the folder for reports of mistakes; it may not exist yet."""
    home = os.environ.get(HOME)
    return Path(home) / "log" if home else Path(platformdirs.user_log_dir(_US, appauthor=False))


def file_stem(name: str, usual: str = "Matchdesk") -> str:
    """Give a name that every system lets a file have, without its ending.

    What Windows forbids becomes a space; where nothing is left, it is the ``usual`` one.
    """
    stem = " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:_LONGEST_NAME].strip(" .") or usual
    return f"{usual} {stem}" if _A_DEVICE.fullmatch(stem) else stem


def free_place(folder: Path, name: str) -> Path:
    """Give a file for an event of this name; no other event stands there."""
    stem = file_stem(name, "Event")
    numbered = (f"{stem} {number}" if number > 1 else stem for number in count(1))
    places = (folder / f"{each}{EVENT_SUFFIX}" for each in numbered)
    return next(place for place in places if not place.exists())
