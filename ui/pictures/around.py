"""The states of what stands before, around and over the pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from app.crash_report import crash_report
from app.event.making import BlockOrder, EventOrder
from app.places import log_folder
from app.starting import Starting
from ui.camera.panel import CameraPanel
from ui.camera.states import State
from ui.pictures.film import BadgeFilm
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW
from ui.scanner.bursts import Burst, End
from ui.scanner.layouts import CARD
from ui.shell.crash import CrashDialog
from ui.shell.licences import Licences

_ON_A_FRENCH_KEYBOARD = dict(zip("azqwm0123456789AZQWM", "qwaz,à&é\"'(-è_çQWAZ?", strict=True))
"""What the keys type there whose letters differ, by the letters a scanner means."""


def _empty(hand: Hand) -> None:
    starting = Starting(hand.stage.desks)
    for each in starting.recents():
        starting.forget(each.file)
    _start(hand)


def _recents(hand: Hand) -> None:
    starting = Starting(hand.stage.desks)
    gone = hand.stage.folder / "events" / "Cleantech Clusters of the Baltic Sea.matchdesk"
    for file in (gone, hand.stage.other, hand.stage.file):
        starting.remember(file)
    _start(hand)


def _new_event(hand: Hand) -> None:
    _start(hand)
    hand.press("New event")
    form = hand.window.start.new_event.form
    for label, text in (
        ("Name", "Clusters meet Regions"),
        ("City", "Malmö"),
        ("Venue", "Slagthuset"),
        ("Time zone", "Europe/Stockholm"),
    ):
        hand.fill(form, label, text)
    hand.settle()


def _no_delegates(hand: Hand) -> None:
    order = EventOrder(
        "Clusters meet Regions",
        "Europe/Stockholm",
        (NOW.date(),),
        (BlockOrder(time(9), time(12, 30)),),
        tables=12,
        city="Malmö",
    )
    starting = Starting(hand.stage.desks)
    hand.open(starting.make(starting.place_for(order.name), order))
    hand.afterwards(hand.window.close_event)
    hand.at_desk()
    hand.settle()


def _samples(hand: Hand) -> None:
    _start(hand)
    start = hand.window.start
    start.begin_sample()
    hand.wait(lambda: bool(start.samples.entries), "no samples are listed")
    hand.settle()


def _start(hand: Hand) -> None:
    hand.window.close_event()
    hand.window.start.arrive()
    hand.settle()


def _print(hand: Hand) -> None:
    hand.at_desk().print_badges()
    hand.wait_for_dialog()


def _print_one(hand: Hand) -> None:
    hand.at_desk().print_badges((hand.stage.people["Katrin Dörffling"].id,))
    hand.wait_for_dialog()


def _scanner_test(hand: Hand) -> None:
    hand.at_desk()
    hand.window.computer.test_scanner()
    hand.settle()


def _scanner_learnt(hand: Hand) -> None:
    _scanner_test(hand)
    french = "".join(map(_ON_A_FRENCH_KEYBOARD.get, CARD, CARD))
    hand.window.computer.catcher.heard.emit(Burst(french, End.ENTER, 8))
    hand.settle()


def _help(hand: Hand) -> None:
    hand.at_desk()
    hand.window.show_help()
    hand.settle()


def _licences(hand: Hand) -> None:
    _help(hand)
    hand.press("Licences", hand.window)
    (dialog,) = hand.window.findChildren(Licences)
    hand.wait(lambda: bool(dialog.records.records), "the licences")
    hand.settle()


def _licences_found(hand: Hand) -> None:
    _find_licences(hand, "sublicense")


def _licences_inside(hand: Hand) -> None:
    _find_licences(hand, "lucent")


def _licences_none(hand: Hand) -> None:
    _find_licences(hand, "emacs lisp")


def _find_licences(hand: Hand, words: str) -> None:
    _licences(hand)
    (dialog,) = hand.window.findChildren(Licences)
    dialog.field.insert(words)
    dialog.table.selectRow(len(dialog.records.records) - 1)
    hand.settle()


def _command_box(hand: Hand) -> None:
    hand.at_desk()
    search(hand)


def search(hand: Hand) -> None:
    """Look for what begins so: commands and people."""
    box = hand.workplace.bar.search
    box.start()
    box.insert("ba")
    hand.settle()
    hand.settle()


def _toast(hand: Hand) -> None:
    hand.type_at_desk("Aoife Ní Bhriain")
    hand.press("Register on site", hand.workplace.desk.card)
    form = hand.workplace.desk.card.form
    hand.fill(form, "Organisation", "Shannon Foundry")
    hand.press("Register and check in", form)


def _crash(hand: Hand) -> None:
    hand.at_desk()
    try:
        hand.stage.people["nobody"]
    except KeyError as mistake:
        report = crash_report(mistake, NOW)
    file = log_folder() / f"mistake-{NOW:%Y%m%dT%H%M%S}.txt"
    CrashDialog(hand.look, report, file, hand.window).open()
    hand.settle()


def _camera_running(hand: Hand) -> None:
    workplace = hand.at_desk()
    desk, film = workplace.desk, BadgeFilm(hand.stage.sheet)
    panel = CameraPanel(hand.look, source=lambda: film)
    hand.afterwards(panel.deleteLater)
    hand.afterwards(panel.hide)
    panel.scanned.connect(workplace.scan)
    workplace.camera.hide()
    desk.side.add_above(panel)
    panel.switch_on()
    hand.wait(lambda: desk.card.verdict is not None, "a badge before the camera")
    hand.wait(lambda: panel.state is State.WATCHING, "the camera's next picture")
    hand.settle()


def _camera(hand: Hand) -> None:
    workplace = hand.at_desk()
    if workplace.camera.isHidden():
        workplace.wishes.switch_camera()
    hand.settle()


BEFORE: Mapping[str, Scene] = {
    "start-empty": _empty,
    "start-recents": _recents,
    "start-new-event": _new_event,
    "start-samples": _samples,
    "desk-no-delegates": _no_delegates,
}
AROUND: Mapping[str, Scene] = {
    "print-new": _print,
    "print-one": _print_one,
    "scanner-test": _scanner_test,
    "scanner-learnt": _scanner_learnt,
    "help": _help,
    "licences": _licences,
    "licences-found": _licences_found,
    "licences-inside": _licences_inside,
    "licences-none": _licences_none,
    "command-box": _command_box,
    "toast": _toast,
    "crash": _crash,
    "camera": _camera,
    "camera-running": _camera_running,
}
"""By the name of the picture."""
