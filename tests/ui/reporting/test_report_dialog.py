"""The dialog of reports: what it shows, what it saves, and what it says where it can't."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from app.desks import OpenEvent
from app.outcomes.export.written import files_written
from app.outcomes.report.office import Paper, ReportOffice
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.outcomes.report.evening import told
from tests.app.printing.sheets.reading import pages_of
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.dressed_bot import DressedBot
from tests.ui.robot import Robot
from ui.common.page import News, Tools
from ui.reporting.asked import Asked
from ui.reporting.dialog import ReportDialog

REPORT, LIST = Paper


class ReportRobot(Robot):
    """Chooses, turns pages, saves."""

    def __init__(self, dialog: ReportDialog, qtbot: DressedBot) -> None:
        super().__init__(dialog, qtbot)
        self.dialog = dialog
        self.news: list[str] = []
        self.closed: list[int] = []
        dialog.told.connect(self._hear)
        dialog.finished.connect(self.closed.append)

    def chooses(self, name: str, words: str) -> None:
        choosing = self.dialog.choosing
        fields = (choosing.papers, choosing.days, choosing.languages)
        (choice,) = (each for each in fields if each.accessibleName() == name)
        assert choice.findText(words) >= 0
        choice.setCurrentText(words)

    def offered(self) -> list[str]:
        days = self.dialog.choosing.days
        return [days.itemText(at) for at in range(days.count())]

    def saves_in(self, file: Path) -> None:
        self.presses("Save PDF…")
        asking = self._asking()
        asking.fileSelected.emit(str(file))
        asking.done(QFileDialog.DialogCode.Rejected)

    def proposed_file(self) -> str:
        self.presses("Save PDF…")
        (file,) = self._asking().selectedFiles()
        return Path(file).name

    def hears(self, words: str) -> None:
        self.waits(lambda: words in self.news, words)

    def _asking(self) -> QFileDialog:
        self.waits(lambda: bool(self.dialog.findChildren(QFileDialog)))
        return self.dialog.findChildren(QFileDialog)[-1]

    def _hear(self, news: News) -> None:
        assert not news.undoable
        self.news.append(news.text)


Opens = Callable[..., ReportRobot]


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    return RunningDay(Floor(open_event, event), clock)


@pytest.fixture
def opens(day: RunningDay, tools: Tools, qtbot: DressedBot) -> Iterator[Opens]:
    """Opens the dialog on what is known of the event by then."""
    opened: list[ReportDialog] = []

    def open_dialog(*, first_day: bool = False) -> ReportRobot:
        offices = {paper: ReportOffice(day.journal, paper) for paper in Paper}
        asked = Asked(offices[REPORT].days(), FIRST_DAY if first_day else None)
        dialog = ReportDialog(offices, tools, asked, None)
        qtbot.dress(dialog)
        opened.append(dialog)
        robot = ReportRobot(dialog, qtbot)
        dialog.open()
        return robot

    yield open_dialog

    # A dialog that was closed has deleted itself.
    for dialog in filter(isValid, opened):
        dialog.hide()
        dialog.deleteLater()


def test_the_report_is_seen_page_by_page_before_it_is_saved(
    opens: Opens, day: RunningDay, event: EventBuilder, tmp_path: Path
) -> None:
    told(day, event)
    robot = opens()

    robot.reads("Page 1 of 3", "Closing report: 4 meetings")
    robot.may_not_press("Previous page")
    robot.presses("Next page")
    robot.reads("Page 2 of 3. Closing report: 4 meetings")
    QTest.keyClick(robot.dialog.preview.page, Qt.Key.Key_Left)
    robot.reads("Page 1 of 3. Closing report")
    file = tmp_path / "report.pdf"
    robot.saves_in(file)

    robot.hears("Closing report saved in report.pdf: 3 pages.")
    assert robot.closed == [1]
    assert "3 of 4 planned meetings were held" in " ".join(pages_of(file.read_bytes()))
    with day.journal.reading() as session:
        assert [each.deed.what for each in files_written(session)] == ["report"]


def test_what_is_chosen_is_what_is_shown_and_saved(
    opens: Opens, day: RunningDay, event: EventBuilder, tmp_path: Path
) -> None:
    told(day, event)
    robot = opens(first_day=True)
    assert robot.offered() == ["The whole event", "Tue 16 March", "Wed 17 March"]
    robot.chooses("Paper", "Follow-up list")
    robot.chooses("Language", "Deutsch")
    robot.dialog.choosing.notes.click()

    robot.reads("Follow-up list: 3 entries", "For whoever goes on")
    assert robot.proposed_file() == "follow-up list 16 March.pdf"
    file = tmp_path / "list.pdf"
    robot.saves_in(file)

    robot.hears("Follow-up list saved in list.pdf: 1 page.")
    said = " ".join(pages_of(file.read_bytes()))
    assert "Liste der nächsten Schritte" in said
    assert "Draft of the call" not in said


def test_why_there_is_no_report_is_said_in_its_place(opens: Opens) -> None:
    robot = opens()

    robot.reads("Nobody applied and no meeting was arranged")
    robot.may_not_press("Save PDF…")


def test_what_no_font_prints_is_said_before_it_is_saved(opens: Opens, event: EventBuilder) -> None:
    event.delegate("Gus", organisation="Ops\U00013000")
    robot = opens()

    robot.reads("No font here has these characters", "U+13000")
    robot.may_press("Save PDF…")


def test_where_it_can_not_be_written_it_says_so_and_stays(
    opens: Opens, day: RunningDay, event: EventBuilder, tmp_path: Path
) -> None:
    told(day, event)
    robot = opens()
    robot.saves_in(tmp_path / "gone" / "report.pdf")

    robot.reads("report.pdf")
    robot.waits(lambda: bool(robot.dialog.strip.problem()))
    assert (robot.news, robot.closed) == ([], [])
    robot.may_press("Save PDF…")
    with day.journal.reading() as session:
        assert files_written(session) == ()


def test_a_scan_ends_in_nothing_here(opens: Opens, event: EventBuilder) -> None:
    event.delegate("Gus", organisation="Ops")
    robot = opens()
    robot.may_press("Save PDF…")

    for widget in (robot.dialog, robot.dialog.saving, robot.dialog.choosing.papers):
        QTest.keyClick(widget, Qt.Key.Key_Return)

    assert robot.closed == []
    assert robot.dialog.findChildren(QFileDialog) == []
