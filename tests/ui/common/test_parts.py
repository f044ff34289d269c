from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.progress import Progress, Step, StepProgress
from tests.building import MORNING, MovableClock
from tests.ui.shell.robot import texts_of
from ui.common.buttons import Button, Choice, key_words
from ui.common.check import CheckBox
from ui.common.look import Look
from ui.common.parts import Elided, Text, column, row, scrolled
from ui.common.strip import STEP_WORDS, StatusStrip
from ui.common.times import Times


@pytest.fixture
def times(clock: MovableClock) -> Times:
    return Times(ZoneInfo("Europe/Vilnius"), clock)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_no_button(dressed: Look, qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = Button(dressed, "Book")
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.addWidget(button)
    button.show()

    QTest.keyClick(button, key)
    assert pressed == []

    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True]


def test_a_button_is_pressed_by_its_key_wherever_the_focus_is(dressed: Look, qtbot: QtBot) -> None:
    window = QWidget()
    button, other = Button(dressed, "Print", key="Alt+B"), Button(dressed, "Other")
    layout = QVBoxLayout(window)
    layout.addWidget(button)
    layout.addWidget(other)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(other, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)


def test_a_button_never_cuts_its_words(dressed: Look, qtbot: QtBot) -> None:
    short, long = (
        Button(dressed, "Go", key="Alt+G"),
        Button(dressed, "Register on site", key="Alt+G"),
    )
    qtbot.addWidget(short)
    qtbot.addWidget(long)

    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 60


def test_keys_are_said_as_their_caps() -> None:
    assert key_words("Ctrl+Return") == "Ctrl Enter"
    assert key_words("Alt+B") == "Alt B"


def test_a_text_is_never_taken_for_markup(dressed: Look, qtbot: QtBot) -> None:
    text = Text("<b>Ada</b>")
    qtbot.addWidget(text)

    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_text_that_does_not_fit_is_its_tip_and_its_accessible_name(
    dressed: Look, qtbot: QtBot
) -> None:
    text = Elided("Wilhelmina van der Hoogenband-Schimmelpenninck")
    qtbot.addWidget(text)
    text.resize(80, 20)
    text.show()

    assert text.toolTip() == text.text() == text.accessibleName()


def test_a_strip_shows_how_far_a_job_is_and_stops_it(dressed: Look, qtbot: QtBot) -> None:
    strip = StatusStrip(dressed)
    qtbot.addWidget(strip)
    strip.show()
    stopped: list[bool] = []

    strip.job_started(lambda: stopped.append(True))
    strip.job_progressed(Progress(1_000, 2_500))
    assert strip.busy
    QTest.mouseClick(strip.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    strip.job_ended()

    assert stopped == [True]
    assert not strip.busy


def test_a_strip_names_the_step_of_a_job_that_has_several(dressed: Look, qtbot: QtBot) -> None:
    strip = StatusStrip(dressed)
    qtbot.addWidget(strip)
    strip.job_started(lambda: None)

    strip.job_progressed(StepProgress(4_001, 4_001, Step.WRITING))
    assert "Writing: 4,001 of 4,001" in texts_of(strip)
    strip.job_progressed(StepProgress(0, 0, Step.COMPARING))

    assert "Searching for doubles" in texts_of(strip)
    assert set(STEP_WORDS) == set(Step)


def test_times_are_those_of_the_venue(times: Times) -> None:
    assert times.of_day(MORNING) == "10:30"
    assert times.of_day(MORNING + timedelta(days=1)) == "Wed 17 March, 10:30"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "now"), (-5, "now"), (0.5, "in 1 min"), (12, "in 12 min"), (167, "in 2 h 47")],
)
def test_what_is_to_come_is_said_as_a_stretch(times: Times, minutes: float, words: str) -> None:
    assert times.until(MORNING + timedelta(minutes=minutes)) == words


def test_midnight_at_the_venue_is_the_next_day(clock: MovableClock, times: Times) -> None:
    clock.now = datetime(2027, 3, 16, 22, 0, tzinfo=UTC)

    assert times.today().isoformat() == "2027-03-17"


def test_what_gets_the_focus_from_outside_comes_in_sight(dressed: Look, qtbot: QtBot) -> None:
    del dressed
    outside, inside, far, page = QLineEdit(), QWidget(), QLineEdit(), QWidget()
    inside.setLayout(column(1_000, far, 100))
    page.setLayout(row(outside, scrolled(inside)))
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    outside.setFocus()
    assert far.visibleRegion().isEmpty()

    QTest.keyClick(outside, Qt.Key.Key_Tab)

    assert far.hasFocus()
    assert far.visibleRegion().boundingRect() == far.rect()


def test_what_stands_over_the_first_part_comes_in_sight_with_it(
    dressed: Look, qtbot: QtBot
) -> None:
    del dressed
    heading, first, far, inside = QLabel("What"), QLineEdit(), QLineEdit(), QWidget()
    inside.setLayout(column(heading, first, 1_000, far))
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(400, 300)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    far.setFocus()
    assert heading.visibleRegion().isEmpty()

    first.setFocus()

    assert heading.visibleRegion().boundingRect() == heading.rect()


def test_words_of_a_box_that_have_no_room_are_cut_in_the_middle_and_stand_in_the_tip(
    dressed: Look, qtbot: QtBot
) -> None:
    name = "Avery Zweckform L4785-20, 80 × 50 mm, own stock of the ministry"
    place = QWidget()
    box = CheckBox(dressed, name, may_shrink=True)
    place.setLayout(column(box))
    qtbot.addWidget(place)
    place.resize(240, 60)
    place.show()

    assert box.width() <= 240
    assert box.toolTip() == name

    place.resize(900, 60)
    qtbot.waitUntil(lambda: box.toolTip() == "")


def test_in_a_narrow_place_a_refusal_has_the_room_of_the_word_close(
    dressed: Look, qtbot: QtBot
) -> None:
    heights = []
    for narrow in (False, True):
        strip = StatusStrip(dressed, narrow=narrow)
        qtbot.addWidget(strip)
        strip.setFixedWidth(292)
        strip.say("There is no print service here: lp is missing. Install CUPS, or save a PDF.")
        strip.show()
        heights.append(strip.heightForWidth(292))
        (close,) = (each for each in strip.findChildren(Button) if each.isVisible())
        assert close.accessibleName() == "Close"

    wide, narrow_height = heights
    assert narrow_height < wide


def test_a_choice_of_nothing_says_what_to_choose(qtbot: QtBot, dressed: Look) -> None:
    asking, blank = Choice(dressed), Choice(dressed)
    asking.setPlaceholderText("Choose a printer")
    for choice in (asking, blank):
        qtbot.addWidget(choice)
        choice.addItem("Laser")
        choice.setCurrentIndex(-1)
        choice.resize(240, 36)

    assert asking.grab().toImage() != blank.grab().toImage()
