"""The floor and who must be told: beside the grid, on the card of old paper, by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.manager import FloorManager
from app.floor.tellings import Tellings
from app.journal.journal import Changes
from app.journal.undo import undo
from app.printers.choices import with_printer
from app.printers.cups import CupsPrinters
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import SlipOffice, slip_office
from app.settings import HOME, change_settings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.print_service import PrintService
from tests.ui.robot import Robot
from ui.common.page import Tools
from ui.floor.attention_beside import put_beside
from ui.floor.attention_panel import AttentionPanel
from ui.floor.attention_services import attention_services
from ui.floor.page import FloorPage
from ui.floor.services import floor_services
from ui.floor.tell_beside import TellBeside
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import print_calls
from ui.telling_at_floor import put_telling

ALT = Qt.KeyboardModifier.AltModifier


class TellRobot(Robot):
    """Reads who must be told, prints their slips, and says who was told."""

    def __init__(self, page: FloorPage, telling: TellBeside, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page, self.telling = page, telling
        self.told: list[str] = []
        page.told.connect(lambda news: self.told.append(news.text))

    def hears(self, *models: str) -> None:
        self.page.learn(Changes(frozenset(models)))

    def strikes_alt_l(self) -> None:
        self.page.window().activateWindow()
        self.waits(self.page.isActiveWindow, "the window")
        QTest.keyClick(self.page.grid, Qt.Key.Key_L, ALT)

    def is_told(self, words: str) -> None:
        self.waits(lambda: words in self.told, words)

    def bar_says(self, words: str) -> None:
        bar = self.telling.bar
        self.waits(lambda: not bar.isHidden() and words in bar.accessibleName(), words)

    def bar_is_gone(self) -> None:
        self.waits(self.telling.bar.isHidden, "no bar")

    def cards(self) -> list[str]:
        made = self.telling.panel._made
        return [each.accessibleName().removesuffix(" was told") for each in made]

    def sees_cards(self, *names: str) -> None:
        self.waits(lambda: self.cards() == list(names), repr(names))

    def sees_whole(self, words: str) -> None:
        """See a text of the list of which nothing is cut off."""

        def is_whole(label: QLabel) -> bool:
            needs = label.heightForWidth(label.width()) if label.wordWrap() else 0
            return words in QLabel.text(label) and needs <= label.height()

        labels = self.telling.panel.findChildren(QLabel)
        self.waits(lambda: any(map(is_whole, labels)), words)

    def names_file(self, file: Path) -> None:
        def asking() -> list[QFileDialog]:
            return [each for each in self.page.findChildren(QFileDialog) if each.isVisible()]

        self.waits(lambda: bool(asking()), "the question")
        (dialog,) = asking()
        dialog.fileSelected.emit(str(file))
        dialog.done(0)

    def tabs_from_the_grid_to_a_card(self) -> None:
        """Press Tab in the grid once a card has come, and be on it."""
        panel = self.page.findChild(AttentionPanel)
        assert panel is not None

        def is_reached() -> bool:
            self.page.activateWindow()
            self.page.grid.setFocus()
            QTest.keyClick(self.page.grid, Qt.Key.Key_Tab)
            return bool(panel.list.cards) and panel.list.cards[0].hasFocus()

        self.waits(is_reached, "a card with the focus")


@pytest.fixture
def day(
    open_event: OpenEvent,
    event: EventBuilder,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> RunningDay:
    """Ada met Ben at table 9 and does at 7, Cleo meets Dov as on paper."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    change_settings(lambda old: with_printer(old, "slips", "laser"))
    day = RunningDay(Floor(open_event, event), clock)
    day.meets("Ada", "Ben", "11:05", "9")
    day.meets("Cleo", "Dov", "12:20", "2")
    ScheduleOffice(day.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    day.moves(day.read().meetings[0].id, "11:05", "7")
    return day


@pytest.fixture
def robot(
    open_event: OpenEvent, day: RunningDay, tools: Tools, service: PrintService, qtbot: QtBot
) -> TellRobot:
    tellings = Tellings(day.journal)
    manager = FloorManager(day.journal, open_event.letters, tellings.outdated)
    page = FloorPage(floor_services(open_event, manager), tools, FIRST_DAY)
    panel = AttentionPanel(attention_services(manager), tools, FIRST_DAY)
    put_beside(page, panel)
    office = SlipOffice(day.journal, manager.reader, tellings)
    assert service.socket
    printing = DeskPrinting(print_calls(day.journal, CupsPrinters()), tools, page)
    telling = put_telling(page, panel, office, tools, printing)
    qtbot.addWidget(page)
    page.resize(1204, 744)
    page.show()
    return TellRobot(page, telling, qtbot)


def test_one_key_brings_out_the_slips_of_all_who_must_be_told(
    robot: TellRobot, day: RunningDay
) -> None:
    office = slip_office(day.journal)
    robot.bar_says("2 must be told: Ada Of and Ben Of")

    robot.strikes_alt_l()

    robot.is_told("2 change slips on the way to Office laser.")
    robot.waits(lambda: not office.to_tell(FIRST_DAY), "on paper")
    robot.hears("SchedulePrint")
    robot.bar_is_gone()


def test_a_card_that_comes_later_is_reached_before_the_slips(
    robot: TellRobot, day: RunningDay
) -> None:
    robot.bar_says("2 must be told")

    day.is_now("11:06")

    robot.tabs_from_the_grid_to_a_card()


def test_beside_an_open_meeting_it_is_about_its_people_alone(
    robot: TellRobot, day: RunningDay
) -> None:
    other = day.read().meetings[1].id
    day.moves(other, "12:20", "3")
    robot.hears("Meeting")
    robot.bar_says("4 must be told: Ada Of and 3 others")

    robot.page.show_meeting(other)

    robot.bar_says("2 must be told: Cleo Of and Dov Of")
    robot.page.opened.close()
    robot.bar_says("4 must be told")


def test_whoever_was_told_leaves_the_list_and_comes_back_by_undo(
    robot: TellRobot, day: RunningDay
) -> None:
    robot.bar_says("2 must be told")
    robot.presses("List")
    robot.sees_cards("Ada Of", "Ben Of")
    robot.reads("Moved", "11:05, table 7", "With Ben Of. Was 11:05, table 9.")

    robot.telling.panel._made[0].click()

    robot.is_told("Ada Of was told.")
    robot.hears("Telling")
    robot.sees_cards("Ben Of")
    undo(day.journal)
    robot.hears("Telling")
    robot.sees_cards("Ada Of", "Ben Of")


def test_what_somebody_knows_is_read_whole(robot: TellRobot, day: RunningDay) -> None:
    meeting = day.meets("Fay", "Gus", "12:20", "4")
    day.is_now("10:31")
    day.comes("Fay")
    day.moves(meeting, "12:20", "5")
    robot.hears("CheckIn", "Meeting")
    robot.bar_says("3 must be told")

    robot.presses("List")

    robot.sees_whole("No paper, here since 10:31")


def test_escape_leads_back_from_the_list_to_the_grid(robot: TellRobot) -> None:
    robot.bar_says("2 must be told")
    robot.presses("List")
    robot.waits(robot.telling.panel.isVisible, "the list")

    QTest.keyClick(robot.telling.panel, Qt.Key.Key_Escape)

    assert not robot.telling.panel.isVisible()


def test_the_list_is_saved_for_the_announcer(robot: TellRobot, tmp_path: Path) -> None:
    robot.bar_says("2 must be told")
    robot.presses("List")
    robot.presses("Save list…")

    robot.names_file(tmp_path / "list.pdf")

    robot.is_told("Saved in list.pdf.")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")


def test_the_card_of_old_paper_prints_the_slips(robot: TellRobot) -> None:
    robot.reads("Paper out of date")

    robot.presses("Print slips")

    robot.is_told("2 change slips on the way to Office laser.")


def test_where_everybody_knows_nothing_is_said(robot: TellRobot, day: RunningDay) -> None:
    robot.bar_says("2 must be told")

    undo(day.journal)
    robot.hears("Meeting")

    robot.bar_is_gone()
