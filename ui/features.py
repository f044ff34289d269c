"""What PySide does at each import for the sake of names that this program never asks for."""

import PySide6.QtCore  # noqa: F401 - brings what is turned off below
from shibokensupport import feature  # type: ignore[import-not-found]


def read_no_sources() -> None:
    """Let no module be read for whether it may ask for other names of Qt's.

    For ``from __feature__ import`` PySide reads the source of every module that is imported,
    whosever it is, and keeps it: a quarter of the time that they take to load, and 24 MB.
    """
    feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - there is no other switch
