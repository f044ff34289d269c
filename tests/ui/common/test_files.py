from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.common.files import BADGES, EXPORTS, LISTS, FileKind, Files, Question


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of documents of this account, as the system names it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    assert tmp_path in (folder, *folder.parents)
    folder.mkdir(exist_ok=True)
    return folder


def proposed(dialog: QFileDialog) -> Path:
    (file,) = dialog.selectedFiles()
    return Path(file)


def test_the_first_question_begins_in_the_documents(window: QWidget, documents: Path) -> None:
    asking = Files().ask_where(BADGES, Question("Save", "Badge Åsa Lindqvarn"), window)

    assert proposed(asking) == documents / "Badge Åsa Lindqvarn.pdf"


def test_the_next_question_begins_where_the_last_file_went(
    window: QWidget, documents: Path, tmp_path: Path
) -> None:
    kept: list[tuple[str, ...]] = []
    stick = tmp_path / "my stick"
    stick.mkdir()
    files = Files(keep=kept.append)
    files.ask_where(BADGES, Question("Save", "B"), window).fileSelected.emit(str(stick / "a.pdf"))
    files.ask_which(LISTS, Question("Open"), window).fileSelected.emit(str(documents / "l.csv"))

    then = Files(kept[-1])

    assert then.folder(BADGES) == stick
    assert then.folder(LISTS) == documents
    assert then.folder(EXPORTS) == documents


def test_a_folder_that_is_gone_is_passed_over(documents: Path, tmp_path: Path) -> None:
    files = Files((f"badges {tmp_path / 'gone'}", "nonsense"))

    assert files.folder(BADGES) == documents


def test_a_folder_stays_where_nothing_was_chosen(window: QWidget) -> None:
    kept: list[tuple[str, ...]] = []
    Files(keep=kept.append).ask_where(BADGES, Question("Save", "B"), window).reject()

    assert kept == []


def test_names_say_the_event_and_the_day() -> None:
    files = Files()
    files.event = "Vilnius 2027"

    assert files.name("badges", date(2027, 3, 17)) == "Vilnius 2027 badges 17 March"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ('B2B: "Clusters / Regions"?', "B2B Clusters Regions.pdf"),
        ("Badge Ana <Ana>\t|", "Badge Ana Ana.pdf"),
        ("nul", "Matchdesk nul.pdf"),
        ("...", "Matchdesk.pdf"),
    ],
)
def test_what_windows_forbids_is_in_no_name(window: QWidget, name: str, file: str) -> None:
    asking = Files().ask_where(BADGES, Question("Save", name), window)

    assert proposed(asking).name == file


def test_a_name_gets_the_ending_of_the_kind_that_is_chosen(window: QWidget) -> None:
    asking = Files().ask_where(EXPORTS, Question("Export", "delegates"), window)
    assert proposed(asking).name == "delegates.xlsx"

    asking.filterSelected.emit("Text with commas (*.csv)")

    assert asking.defaultSuffix() == "csv"


def test_a_folder_that_is_chosen_is_proposed_again(window: QWidget, tmp_path: Path) -> None:
    kept: list[tuple[str, ...]] = []
    files, kind = Files(keep=kept.append), FileKind("export_folders", ())
    asking = files.ask_folder(kind, Question("Export into"), window)

    asking.fileSelected.emit(str(tmp_path))

    assert kept == [(f"export_folders {tmp_path}",)]
    assert files.folder(kind) == tmp_path
    assert asking.fileMode() is QFileDialog.FileMode.Directory
