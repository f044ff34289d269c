"""The states that show what a delegate has to be at, and sessions away from their own page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.desk.now_next import NowAndNext
from ui.pictures.hand import Hand, Scene
from ui.pictures.programme import IN_SINCE_TEN, with_programme
from ui.pictures.stage import IN_SINCE_NINE


def _now_and_next(name: str, hand: Hand) -> None:
    with_programme(hand)
    hand.scan(hand.stage.codes[name])
    hand.settle()
    now_next = hand.workplace.desk.card.findChild(NowAndNext)
    hand.wait(lambda: now_next is not None and now_next.isVisible(), "what is now and next")
    hand.settle()


AT_ITINERARY: Mapping[str, Scene] = {
    "desk-now-and-next": partial(_now_and_next, IN_SINCE_TEN),
    "desk-two-at-once": partial(_now_and_next, IN_SINCE_NINE),
}
"""By the name of the picture."""
