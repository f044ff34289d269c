from __future__ import annotations

import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from app.installer.orphans import without_orphans

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("objdump"), reason="asks binutils on Linux"
)
QT = Path(PySide6.__path__[0]) / "Qt" / "lib"


def entry(where: str) -> tuple[str, str]:
    return (where, str(QT / Path(where).name))


def test_what_only_orphans_are_linked_to_is_an_orphan_too() -> None:
    within = entry("PySide6/Qt/lib/libQt6Gui.so.6")
    core = entry("libQt6Core.so.6")
    # Printing needs widgets, and no one needs printing.
    entries = [entry("libQt6PrintSupport.so.6"), within, entry("libQt6Widgets.so.6"), core]

    assert without_orphans(entries) == [within, core]


def test_what_lies_in_a_package_may_be_loaded_by_name() -> None:
    entries = [entry("PySide6/Qt/lib/libQt6PrintSupport.so.6"), entry("libQt6Widgets.so.6")]

    assert without_orphans(entries) == entries


def test_python_itself_and_what_is_no_library_stay() -> None:
    entries = [("libpython3.11.so.1.0", __file__), ("matchdesk.txt", __file__)]

    assert without_orphans(entries) == entries
