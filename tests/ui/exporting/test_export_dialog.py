"""The dialog of exports: two keys to a workbook, and every wish beyond it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.outcomes.export.exporting import Exported, Exporting
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.export.written import files_written
from app.progress import Progress, Report
from tests.recounting import read
from tests.ui.exporting.conftest import AtDialogs, WritingRobot
from ui.exporting.dialog import ExportDialog


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where somebody wants the files."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(dialogs: AtDialogs, folder: Path) -> WritingRobot:
    """Somebody before the dialog, who has chosen where."""
    desk = dialogs.shows(ExportDialog(Exporting(dialogs.event.journal), dialogs.tools))
    desk.presses("Elsewhere…")
    desk.chooses_file(folder)
    desk.reads(str(folder / "Cluster days export"))
    return desk


def test_enter_alone_writes_the_workbook_and_enter_again_closes(
    desk: WritingRobot, dialogs: AtDialogs, folder: Path
) -> None:
    desk.reads("2 meetings go out as “not recorded”.")

    desk.presses_enter()

    assert desk.is_done().startswith("1 file is in “Cluster days export”, read back and counted: ")
    assert [file.name for file in (folder / "Cluster days export").iterdir()] == ["event.xlsx"]
    assert len(read(folder / "Cluster days export" / "event.xlsx")["meetings"]) == 7
    with dialogs.event.journal.reading() as session:
        assert len(files_written(session)) == 1
    desk.presses_enter()
    assert desk.closed == [1]


def test_what_is_ticked_is_written_with_the_separator(desk: WritingRobot, folder: Path) -> None:
    desk.presses("CSV files")
    desk.presses("Semicolon")
    desk.presses("Workbook")
    desk.presses("Calendar")
    desk.presses("Export")

    assert "1 follow-up has no day, and so stands in no calendar." in desk.is_done()
    text = (folder / "Cluster days export" / "meetings.csv").read_text(encoding="utf-8-sig")
    assert text.startswith('"Meeting";"Day"')
    assert not (folder / "Cluster days export" / "event.xlsx").exists()


def test_separators_are_asked_for_csv_files_alone(desk: WritingRobot) -> None:
    desk.may_not_press("Semicolon")
    desk.presses("CSV files")
    desk.may_press("Semicolon")


def test_nothing_ticked_is_nothing_to_export(desk: WritingRobot, folder: Path) -> None:
    desk.presses("Workbook")

    desk.may_not_press("Export")
    desk.presses_enter()
    assert list(folder.iterdir()) == []


def test_the_folder_can_be_shown(desk: WritingRobot, folder: Path) -> None:
    desk.presses("Export")
    desk.is_done()

    desk.presses("Show folder")

    assert desk.folders == [folder / "Cluster days export"]


def test_a_place_where_nothing_can_be_written_is_said_and_another_may_be_taken(
    desk: WritingRobot, folder: Path
) -> None:
    (folder / "Cluster days export").write_text("in the way")

    desk.presses("Export")

    assert "can't be written" in desk.is_refused()
    (folder / "Cluster days export").unlink()
    desk.presses_enter()
    assert desk.is_done()


class Endless:
    """An export that goes on until somebody stops it."""

    def not_recorded(self) -> int:
        return 0

    def write(self, order: ExportOrder, folder: Path, report: Report) -> Exported:
        del order, folder
        while True:
            report(Progress(1, 2))


def test_it_can_be_stopped_and_writes_nothing(dialogs: AtDialogs, folder: Path) -> None:
    desk = dialogs.shows(ExportDialog(Endless(), dialogs.tools))
    desk.reads("Nothing that has begun is left to record.")
    desk.presses("Export")
    desk.reads("1 of 2")
    desk.may_not_press("Export")

    desk.presses("Stop")

    desk.may_press("Export")
    assert not desk.dialog.written.words
    assert desk.closed == []


def test_escape_stops_what_is_under_way_and_then_closes(dialogs: AtDialogs) -> None:
    desk = dialogs.shows(ExportDialog(Endless(), dialogs.tools))
    desk.presses("Export")
    desk.reads("1 of 2")

    desk.dialog.reject()

    desk.may_press("Export")
    assert desk.closed == []
    desk.dialog.reject()
    assert desk.closed == [0]


def test_a_workbook_is_wished_at_first(dialogs: AtDialogs) -> None:
    dialog = ExportDialog(Exporting(dialogs.event.journal), dialogs.tools)
    dialogs.shows(dialog)

    assert dialog.order == ExportOrder((Format.WORKBOOK,))
