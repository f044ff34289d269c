"""The states of the Desk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import (
    ABSENT,
    IN_A_WHEELCHAIR,
    IN_SINCE_NINE,
    JURATE,
    OF_THE_LONGEST_NAME,
)

_BOXED = "Andreas Weber"


def _ready(hand: Hand) -> None:
    hand.at_desk()
    hand.settle()


def _scan_of(name: str, hand: Hand) -> None:
    hand.scan(hand.stage.codes[name])


def _not_this_event(hand: Hand) -> None:
    hand.scan(hand.stage.foreign_code)


def _replaced(hand: Hand) -> None:
    hand.scan(hand.stage.old_code)


def _not_ours(hand: Hand) -> None:
    hand.scan("https://example.org/menu")


def _typed(text: str, hand: Hand) -> None:
    hand.type_at_desk(text)


def _person(hand: Hand) -> None:
    hand.type_at_desk("dörffling")
    hand.press("Open: Katrin Dörffling, Isar Photonik")


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
    "desk-not-this-event": _not_this_event,
    "desk-cancelled": partial(_scan_of, "Uxía Carballeira-Lago"),
    "desk-not-accepted": partial(_scan_of, "Kai Wüstenrath"),
    "desk-replaced": _replaced,
    "desk-place-taken": partial(_scan_of, ABSENT),
    "desk-not-ours": _not_ours,
    "desk-attention": partial(_scan_of, IN_A_WHEELCHAIR),
    "desk-long-name": partial(_scan_of, OF_THE_LONGEST_NAME),
    "desk-badge-in-a-box": partial(_scan_of, _BOXED),
    "desk-one-name": partial(_typed, "jan novak"),
    "desk-no-match": partial(_typed, "Lindqvist"),
    "desk-misspelt": partial(_typed, "Barbaresko"),
    "desk-person": _person,
    "desk-walk-in": _form,
    "desk-perhaps-known": _perhaps_known,
}
"""By the name of the picture. Who comes first is checked in first, so that figures agree."""
