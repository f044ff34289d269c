"""The states of the Desk in which nobody is let in, for whatever reason."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import ABSENT, CANCELLED, OF_ANOTHER_DAY


def _scan_of(name: str, hand: Hand) -> None:
    hand.scan(hand.stage.codes[name])


def _odd(reason: str, hand: Hand) -> None:
    hand.scan(hand.stage.odd_codes[reason])


def _not_this_event(hand: Hand) -> None:
    hand.scan(hand.stage.foreign_code)


def _replaced(hand: Hand) -> None:
    hand.scan(hand.stage.old_code)


def _not_ours(hand: Hand) -> None:
    hand.scan("https://example.org/menu")


REFUSED: Mapping[str, Scene] = {
    "desk-not-this-event": _not_this_event,
    "desk-cancelled": partial(_scan_of, "Uxía Carballeira-Lago"),
    "desk-comes-instead": partial(_scan_of, CANCELLED),
    "desk-place-taken": partial(_scan_of, ABSENT),
    "desk-not-accepted": partial(_scan_of, "Kai Wüstenrath"),
    "desk-waiting-list": partial(_scan_of, "Ida Sømand-Bech"),
    "desk-declined": partial(_scan_of, "Hanna Pszenna-Maj"),
    "desk-wrong-day": partial(_scan_of, OF_ANOTHER_DAY),
    "desk-replaced": _replaced,
    "desk-ticket-replaced": partial(_odd, "ticket_replaced"),
    "desk-not-ours": _not_ours,
    "desk-incomplete": partial(_odd, "incomplete"),
    "desk-damaged": partial(_odd, "damaged"),
    "desk-forged": partial(_odd, "forged_or_damaged"),
    "desk-newer-version": partial(_odd, "newer_version"),
    "desk-wrong-kind": partial(_odd, "wrong_kind"),
    "desk-unknown": partial(_odd, "unknown"),
    "desk-removed": partial(_odd, "removed"),
}
"""By the name of the picture."""
