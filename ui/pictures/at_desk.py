"""The states of the Desk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.pictures.hand import Hand, Scene
from ui.pictures.papers import print_old_schedule
from ui.pictures.refused import REFUSED
from ui.pictures.stage import IN_A_WHEELCHAIR, IN_SINCE_NINE, JURATE, OF_THE_LONGEST_NAME
from ui.shell.desk_pill import DeskPill

_BOXED = "Andreas Weber"
_LEAVING = "Tõnu Kaasiksaar"
_MEETS_TOMORROW = "Amaia Goikoetxandi"


def _ready(hand: Hand) -> None:
    hand.at_desk()
    hand.settle()


def _scan_of(name: str, hand: Hand) -> None:
    hand.scan(hand.stage.codes[name])


def _old_schedule(hand: Hand) -> None:
    hand.scan(print_old_schedule(hand.stage))


def _typed(text: str, hand: Hand) -> None:
    hand.type_at_desk(text)


def _person(hand: Hand) -> None:
    hand.type_at_desk("dörffling")
    hand.press("Open: Katrin Dörffling, Isar Photonik")


def _another_day(hand: Hand) -> None:
    """Somebody who meets nobody today, and somebody tomorrow."""
    hand.type_at_desk(_MEETS_TOMORROW)
    hand.press(f"Open: {_MEETS_TOMORROW}, {hand.stage.people[_MEETS_TOMORROW].organisation}")


def _left(hand: Hand) -> None:
    hand.type_at_desk(_LEAVING)
    hand.press(f"Open: {_LEAVING}, {hand.stage.people[_LEAVING].organisation}")
    hand.press("Leaves for a while")


def _menu(hand: Hand) -> None:
    hand.at_desk()
    open_menu(hand)


def open_menu(hand: Hand) -> None:
    """Open what can be set about this desk."""
    pill = hand.workplace.findChild(DeskPill)
    assert isinstance(pill, DeskPill)  # noqa: S101 - there is always one
    pill.open_menu()
    hand.settle()


def _form(hand: Hand) -> None:
    hand.type_at_desk("Aoife Ní Bhriain")
    hand.press("Register on site", hand.workplace.desk.card)
    form = hand.workplace.desk.card.form
    hand.fill(form, "Organisation", "Shannon Foundry")
    hand.fill(form, "Country", "Ireland")
    hand.settle()


def _perhaps_known(hand: Hand) -> None:
    hand.type_at_desk("Jan Novák")
    hand.press("Register on site", hand.workplace.desk.card)
    form = hand.workplace.desk.card.form
    hand.fill(form, "Organisation", "Vysočina Tooling")
    hand.press("Register and check in", form)


AT_DESK: Mapping[str, Scene] = {
    "desk-ready": _ready,
    "desk-checked-in": partial(_scan_of, JURATE),
    "desk-already-in": partial(_scan_of, IN_SINCE_NINE),
    **REFUSED,
    "desk-attention": partial(_scan_of, IN_A_WHEELCHAIR),
    "desk-long-name": partial(_scan_of, OF_THE_LONGEST_NAME),
    "desk-badge-in-a-box": partial(_scan_of, _BOXED),
    "desk-left": _left,
    "desk-back-in": partial(_scan_of, _LEAVING),
    "desk-menu": _menu,
    "desk-one-name": partial(_typed, "jan novak"),
    "desk-more-than-nine": partial(_typed, "an"),
    "desk-no-match": partial(_typed, "Lindqvist"),
    "desk-misspelt": partial(_typed, "Barbaresko"),
    "desk-person": _person,
    "desk-meets-tomorrow": _another_day,
    "desk-old-schedule": _old_schedule,
    "desk-walk-in": _form,
    "desk-perhaps-known": _perhaps_known,
}
"""By the name of the picture. Who comes first is checked in first, so that figures agree."""
