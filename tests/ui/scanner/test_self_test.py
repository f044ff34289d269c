from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL.Image import Image, fromqpixmap
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings import change_settings, load_settings
from tests.ui.scanner import xkb
from tests.ui.scanner.desk import BADGE
from tests.ui.scanner.hands import Keyboard
from ui.common.buttons import Button
from ui.common.page import Tools
from ui.scanner.card import CardOnScreen
from ui.scanner.filter import ScannerFilter
from ui.scanner.layouts import CARD, Layout
from ui.scanner.self_test import ScannerTest

needs_tables = pytest.mark.skipif(
    xkb.library() is None, reason=f"{xkb.LIBRARY} is not here: no tables of keyboard layouts"
)


class Desk:
    """A desk at the scanner test, whose settings are a real file."""

    def __init__(self, tools: Tools, qtbot: QtBot, settings: Path) -> None:
        self.qtbot = qtbot
        self.settings = settings
        self.filter = ScannerFilter()
        self.window = QWidget()
        self.test = ScannerTest(tools, self.filter, self._keep, self.window)
        self.hands = Keyboard()
        self.scans: list[str] = []
        self.learnt: list[Layout] = []
        self.filter.scanned.connect(self.scans.append)
        self.test.learnt.connect(self.learnt.append)
        qtbot.addWidget(self.window)
        self.window.show()

    def opens_the_test(self) -> None:
        self.test.open()
        self.test.activateWindow()
        self.qtbot.waitUntil(self.test.isActiveWindow)

    def scans_the_card(
        self, layout: str = "us", *, caps_lock: bool = False, every: int = 8, end: str = "\r"
    ) -> None:
        self.hands.scans(xkb.typed(CARD, layout, caps_lock=caps_lock), every, end)
        self.qtbot.waitUntil(lambda: not self.reads("Waiting for a scan"))

    def reads(self, words: str) -> bool:
        return words in self.test.findings()

    def presses(self, word: str) -> None:
        offered = [each for each in self.test.findChildren(Button) if each.isVisible()]
        button = next(each for each in offered if each.text() == word)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self, word: str) -> bool:
        return any(
            each.text() == word and each.isVisible() for each in self.test.findChildren(Button)
        )

    def has_kept(self, layout: Layout) -> None:
        self.qtbot.waitUntil(lambda: bool(self.learnt))
        assert self.learnt[-1] == layout == self.filter.layout
        assert Layout.stored(load_settings(self.settings).scanner) == layout

    def _keep(self, scanner: str) -> None:
        change_settings(lambda settings: replace(settings, scanner=scanner), self.settings)


@pytest.fixture
def desk(qapp: QApplication, tools: Tools, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    load_settings(tmp_path / "settings.toml")
    desk = Desk(tools, qtbot, tmp_path / "settings.toml")
    qapp.installEventFilter(desk.filter)
    desk.opens_the_test()
    yield desk
    qapp.removeEventFilter(desk.filter)


def read_codes(picture: Image) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(picture)]


@needs_tables
def test_a_scanner_that_fits_reads_well(desk: Desk) -> None:
    desk.scans_the_card()

    assert desk.reads("The scanner reads well.")
    assert desk.reads("The scanner sends Enter at the end.")
    assert desk.reads("a letter every 8 ms")
    assert not desk.offers("Forget what was learnt")
    desk.has_kept(Layout())


@needs_tables
@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ("fr", "The keyboard is French or Belgian."),
        ("de", "Y and Z the German way round"),
        ("tr", "The keyboard is Turkish."),
        ("gr", "The keyboard is Greek. Its letters are learnt."),
        ("ru", "The keyboard is Cyrillic. Its letters are learnt."),
    ],
)
def test_what_the_keyboard_does_is_said_learnt_and_kept(
    desk: Desk, layout: str, words: str
) -> None:
    desk.scans_the_card(layout, caps_lock=True)

    assert desk.reads(words)
    assert desk.reads("Caps Lock is on. That is fine.")
    assert desk.filter.layout.pairs
    desk.has_kept(desk.filter.layout)


@needs_tables
@pytest.mark.parametrize(
    ("end", "words"), [("\t", "sends Tab at the end. That is fine"), ("", "sends no Enter")]
)
def test_how_scans_end_is_said(desk: Desk, end: str, words: str) -> None:
    desk.scans_the_card(end=end)

    assert desk.reads(words)


@needs_tables
def test_a_scanner_that_is_too_slow_is_told_and_nothing_is_learnt(desk: Desk) -> None:
    desk.scans_the_card("gr", every=60)

    assert desk.reads("The scanner is too slow.")
    assert desk.reads("a letter every 60 ms")
    assert desk.filter.layout == Layout()


@needs_tables
def test_a_slow_scanner_will_do_for_badges(desk: Desk) -> None:
    desk.scans_the_card(every=30)

    assert desk.reads("The scanner reads badges, but not every ticket.")


def test_another_code_teaches_nothing(desk: Desk) -> None:
    desk.hands.scans("HTTPS://EXAMPLE.ORG/SOMETHING")

    assert desk.reads("The scan could not be read.")
    assert desk.reads("Nothing was learnt.")
    assert desk.scans == []


@needs_tables
@pytest.mark.parametrize("layout", ["us", "gr"])
def test_a_badge_in_place_of_the_card_is_called_one_and_changes_nothing(
    desk: Desk, layout: str
) -> None:
    desk.scans_the_card(layout)
    desk.has_kept(desk.filter.layout)
    learnt, desk.learnt = desk.learnt[-1], []

    desk.hands.scans(xkb.typed(BADGE, layout))

    assert desk.reads("This is a badge. Scan the card.")
    assert desk.reads("Nothing was learnt, and nobody was checked in.")
    assert desk.filter.layout == learnt
    assert (desk.learnt, desk.scans) == ([], [])


@needs_tables
def test_what_was_learnt_can_be_forgotten(desk: Desk) -> None:
    desk.scans_the_card("gr")
    desk.has_kept(desk.filter.layout)
    desk.learnt.clear()

    desk.presses("Forget what was learnt")

    desk.has_kept(Layout())
    assert desk.reads("What was learnt is forgotten.")
    assert not desk.offers("Forget what was learnt")


def test_scans_are_scans_again_once_the_test_is_closed(desk: Desk) -> None:
    desk.presses("Close")
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)

    desk.hands.scans("k7hj2mw9qxz4tefa")

    assert desk.scans == ["k7hj2mw9qxz4tefa"]
    assert desk.reads("Waiting for a scan")


def test_the_code_on_the_screen_can_be_read(desk: Desk) -> None:
    card = desk.test.findChild(CardOnScreen)
    assert card is not None

    assert read_codes(fromqpixmap(card.grab())) == [CARD]


def test_the_saved_card_can_be_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    desk.presses("Save the card as PDF")
    dialog = desk.test.findChild(QFileDialog)
    assert dialog is not None

    dialog.fileSelected.emit(str(file))
    dialog.reject()

    desk.qtbot.waitUntil(lambda: desk.reads("saved as card.pdf"))
    with PdfDocument(file) as document:
        assert len(document) == 1
        page = document[0]
        assert [round(side / 72 * 25.4) for side in page.get_size()] == [105, 148]
        assert read_codes(page.render(scale=300 / 72).to_pil()) == [CARD]
        assert "Enter at the end" in page.get_textpage().get_text_range()


def test_a_card_that_can_not_be_saved_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.test.save_card(str(tmp_path / "missing" / "card.pdf"))

    strip = desk.test.strip
    desk.qtbot.waitUntil(lambda: bool(strip.problem()))
    assert "card.pdf" in strip.problem()


def test_a_file_name_can_be_typed_while_the_card_is_saved(desk: Desk) -> None:
    desk.presses("Save the card as PDF")
    assert not desk.filter.testing

    dialog = desk.test.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()

    assert desk.filter.testing


def test_settings_that_can_not_be_kept_are_told(desk: Desk) -> None:
    desk.settings.write_text("not = TOML = at all", encoding="utf-8")

    desk.hands.scans(CARD)

    desk.qtbot.waitUntil(lambda: bool(desk.test.strip.problem()))
    assert desk.learnt == []
