"""Where the focus goes when the part that has it is built anew, or goes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget


def has_focus_in(part: QWidget) -> bool:
    """Tell whether the focus of a part's window is somewhere in the part."""
    focused: QWidget | None = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def rebuild(
    part: QWidget,
    build: Callable[[], None],
    aside: Callable[[], None],
    cards: Callable[[], Sequence[QWidget]],
) -> None:
    """Build a part anew; if the focus was in it, bring it to where it belongs now.

    That is the button of the same name; or, if it stood on a card, the card that has moved up to
    its place; or else ``aside``, where it also waits meanwhile. ``cards`` gives those there are.
    """
    focused: QWidget | None = part.window().focusWidget()
    if focused is None or not part.isAncestorOf(focused):
        build()
        return
    name = focused.accessibleName()
    at = next((at for at, card in enumerate(cards()) if card.isAncestorOf(focused)), None)
    aside()
    build()

    def bring_back() -> None:
        shown = [each for each in part.findChildren(QPushButton) if each.isVisible()]
        same = [each for each in shown if name and each.accessibleName() == name]
        if not same and at is not None and (left := cards()):
            card = left[min(at, len(left) - 1)]
            same = [each for each in shown if card.isAncestorOf(each)]
        if same:
            same[0].setFocus()

    # What was made just now can't have the focus before it is shown.
    QTimer.singleShot(0, part, bring_back)
