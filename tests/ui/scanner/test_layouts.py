from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.checkin.codes import DELEGATE, SigningKey, Unreadable, read_code
from tests.ui.scanner import xkb
from tests.ui.scanner.hands import Keyboard as Hands
from ui.scanner.bursts import Burst, End
from ui.scanner.filter import ScannerFilter
from ui.scanner.layouts import CARD, Keyboard, Layout, NotTheCard, learn

pytestmark = pytest.mark.skipif(
    xkb.library() is None, reason=f"{xkb.LIBRARY} is not here: no tables of keyboard layouts"
)

KEY = SigningKey(bytes.fromhex("b07a"), bytes(range(32)))
KEYS = {"b07a": KEY}
TICKET = "k7hj2mw9qxz4tefa8sdcupvb3g5nyr6k"
AGREEING = ["us", "gb", "de", "fr", "be", "ch", "dk", "se", "no", "es", "it", "pl", "tr"]
AGREEING += ["cz", "hu", "lt", "lv", "ee", "fi"]
OTHERS = ["gr", "ru", "ua", "bg", "rs", "il", "ge"]
CAPS_LOCK = pytest.mark.parametrize("caps_lock", [False, True], ids=["", "caps"])


def codes(count: int) -> list[str]:
    return [KEY.code(DELEGATE, secrets.token_bytes(6)) for _ in range(count)]


def learnt(layout: str, *, caps_lock: bool = False) -> Layout:
    return learn(card(layout, caps_lock=caps_lock)).layout


def card(layout: str, *, caps_lock: bool = False) -> Burst:
    return Burst(xkb.arrives(CARD, layout, caps_lock=caps_lock), End.ENTER, 8)


@dataclass
class Bench:
    """A field in front, and what was scanned there by a layout."""

    catcher: ScannerFilter
    line: QLineEdit
    hands: Hands = field(default_factory=Hands)
    scans: list[str] = field(default_factory=list)

    def scans_all(self, sent: list[str], layout: str, every: int, *, caps_lock: bool) -> None:
        for code in sent:
            self.hands.scans(xkb.typed(code, layout, caps_lock=caps_lock), every)

    def has_read(self, sent: list[str]) -> None:
        assert [read_code(scan, KEYS) for scan in self.scans] == [
            read_code(code, KEYS) for code in sent
        ]
        assert self.line.text() == ""


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    catcher, line = ScannerFilter(), QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    bench = Bench(catcher, line)
    catcher.scanned.connect(bench.scans.append)
    qapp.installEventFilter(catcher)
    yield bench
    qapp.removeEventFilter(catcher)


@CAPS_LOCK
@pytest.mark.parametrize("layout", AGREEING)
def test_every_badge_reads_on_every_layout(layout: str, *, caps_lock: bool) -> None:
    for code in codes(1_000):
        assert read_code(xkb.arrives(code, layout, caps_lock=caps_lock), KEYS) == read_code(
            code, KEYS
        )


@CAPS_LOCK
@pytest.mark.parametrize("layout", AGREEING)
@pytest.mark.parametrize("count", [10, pytest.param(1_000, marks=pytest.mark.long)])
def test_every_badge_reads_key_by_key(
    bench: Bench, layout: str, count: int, *, caps_lock: bool
) -> None:
    sent = codes(count)

    bench.scans_all(sent, layout, every=8, caps_lock=caps_lock)

    bench.has_read(sent)


@CAPS_LOCK
@pytest.mark.parametrize("layout", OTHERS[:-2])
def test_other_alphabets_read_key_by_key_once_they_are_learnt(
    bench: Bench, layout: str, *, caps_lock: bool
) -> None:
    bench.catcher.learn(learnt(layout))
    sent = codes(10)

    # So slowly that only a badge's beginning tells that it is one.
    bench.scans_all(sent, layout, every=30, caps_lock=caps_lock)

    bench.has_read(sent)


@pytest.mark.parametrize("layout", ["de", "fr"])
def test_letters_beyond_the_alphabet_would_not_read(layout: str) -> None:
    assert xkb.arrives("AZERTY", layout) != "AZERTY"


def test_greek_that_was_not_learnt_is_no_badge() -> None:
    with pytest.raises(Unreadable):
        read_code(xkb.arrives(codes(1)[0], "gr"), KEYS)


@CAPS_LOCK
@pytest.mark.parametrize("layout", ["gr", "ru", "ua", "bg", "rs", "ge"])
def test_what_is_learnt_with_caps_lock_holds_without_and_the_reverse(
    layout: str, *, caps_lock: bool
) -> None:
    known = learnt(layout, caps_lock=caps_lock)

    for code in codes(20):
        for caps in (False, True):
            arrived = xkb.arrives(code, layout, caps_lock=caps)
            assert known.read(arrived).upper() == code


@pytest.mark.parametrize("layout", [*AGREEING, *OTHERS])
def test_a_ticket_reads_on_every_layout_that_was_learnt(layout: str) -> None:
    assert learnt(layout).read(xkb.arrives(TICKET, layout)) == TICKET


@pytest.mark.parametrize("layout", ["us", "de", "fr", "be", "cz", "tr", "ru", "lt"])
def test_a_ticket_reads_with_caps_lock_too(layout: str) -> None:
    known = learnt(layout)

    read = known.read(xkb.arrives(TICKET, layout, caps_lock=True))

    assert read.lower() == TICKET


def test_a_french_keyboard_that_was_not_learnt_spoils_tickets() -> None:
    assert Layout().read(xkb.arrives(TICKET, "fr")) != TICKET


@CAPS_LOCK
@pytest.mark.parametrize(
    ("layout", "keyboard"),
    [
        ("us", Keyboard.SAME),
        ("pl", Keyboard.SAME),
        ("lt", Keyboard.SAME),
        ("fr", Keyboard.AZERTY),
        ("be", Keyboard.AZERTY),
        ("de", Keyboard.QWERTZ),
        ("ch", Keyboard.QWERTZ),
        ("tr", Keyboard.TURKISH),
        ("gr", Keyboard.GREEK),
        ("ru", Keyboard.CYRILLIC),
        ("il", Keyboard.OTHER),
    ],
)
def test_the_card_tells_keyboard_and_caps_lock(
    layout: str, keyboard: Keyboard, *, caps_lock: bool
) -> None:
    lesson = learn(card(layout, caps_lock=caps_lock))

    assert (lesson.keyboard, lesson.tickets) == (keyboard, True)
    assert lesson.caps_lock is caps_lock or layout == "il"


def test_a_layout_that_loses_a_digit_still_reads_badges() -> None:
    arrived = xkb.arrives(CARD, "gr").replace("7", "")

    lesson = learn(Burst(arrived, End.ENTER, 8))

    assert not lesson.tickets
    code = codes(1)[0]
    assert lesson.layout.read(xkb.arrives(code, "gr")) == code


@pytest.mark.parametrize(
    "text",
    ["", "BDG", TICKET, "HTTPS://EXAMPLE.ORG/A-LONG-ADDRESS-OF-SOMETHING-ELSE-AND-MORE", "x"],
)
def test_what_is_not_the_card_teaches_nothing(text: str) -> None:
    with pytest.raises(NotTheCard):
        learn(Burst(text, End.ENTER, 8))


def test_a_badge_is_not_the_card_and_the_card_is_no_badge() -> None:
    with pytest.raises(NotTheCard):
        learn(Burst(codes(1)[0], End.ENTER, 8))
    with pytest.raises(Unreadable) as unreadable:
        read_code(CARD, KEYS)
    assert unreadable.value.reason == "not_ours"


@pytest.mark.parametrize("layout", [*AGREEING, *OTHERS])
def test_a_layout_is_kept_as_text(layout: str) -> None:
    known = learnt(layout)

    assert Layout.stored(known.text()) == known


@pytest.mark.parametrize("text", ["", "abc", "a\nb\r", "\ud800x\0y"])
def test_a_text_that_is_none_is_read_as_nothing_learnt(text: str) -> None:
    assert Layout.stored(text) == Layout()
