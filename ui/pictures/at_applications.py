"""The states of applications: who gets in, who is next, what letters say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from app.applications.admission import Admission
from app.applications.places import Limit
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster, everybody
from app.desks import OpenEvent
from ui.common.full import FullDialog
from ui.delegates.accept_dialog import AcceptDialog
from ui.entries import DELEGATES, DESK, EVENT, PRINT
from ui.event.limits_dialog import LimitsDialog
from ui.event.texts_dialog import TextsDialog
from ui.papers.kinds import Who
from ui.pictures.hand import Hand, Scene
from ui.pictures.programme import without
from ui.pictures.stage import NOW, OF_THE_LONGEST_NAME

_RECEIVED, _WAITING, _DECLINED = slice(20, 62), slice(70, 82), slice(90, 94)
_FREE = 14
_Dialog = TypeVar("_Dialog", bound=QDialog)


def _applied(hand: Hand, more: Callable[[OpenEvent], object] | None = None) -> None:
    """Let some be undecided, wait or be declined, and places be few, until the picture is taken."""
    event = hand.stage.desks.open(hand.stage.file)
    try:
        people = [each.id for each in everybody(event.journal) if each.status == Status.ACCEPTED]
        longest = hand.stage.people[OF_THE_LONGEST_NAME].id
        roster = Roster(event.journal, event.letters)
        received = {*people[_RECEIVED], longest} - {*people[_WAITING], *people[_DECLINED]}
        for those, status in (
            (received, Status.RECEIVED),
            (people[_WAITING], Status.WAITING),
            (people[_DECLINED], Status.DECLINED),
        ):
            roster.set_status_of_many(those, status)
        accepted = sum(each.status == Status.ACCEPTED for each in everybody(event.journal))
        limits = [
            Limit(accepted + _FREE),
            Limit(40, Kind.COMPANY),
            Limit(33, delegation="Baltic"),
            Limit(28, delegation="Poland–Czechia"),
        ]
        Admission(event.journal).set(limits, {"apply_until": (NOW + timedelta(1)).isoformat()})
        steps = 4
        if more is not None:
            more(event)
            steps += 1
    finally:
        event.close()
    hand.afterwards(lambda: without(hand, steps))
    hand.settle()


def _line(hand: Hand) -> None:
    _applied(hand)
    hand.workplace.show_page(DELEGATES)
    hand.wait(hand.workplace.delegates.head.places.isVisible, "the places")
    hand.settle()


def _accept(hand: Hand) -> None:
    _line(hand)
    hand.press("Accept all that fit…", hand.workplace.delegates)
    dialog = _dialog(hand, AcceptDialog)
    hand.wait(dialog.accept_them.isEnabled, "who gets in")


def _full(hand: Hand) -> None:
    _applied(hand, lambda event: Admission(event.journal).set([Limit(0)]))
    page = hand.workplace.delegates
    hand.workplace.show_page(DELEGATES)
    page.show_delegate(hand.stage.people[OF_THE_LONGEST_NAME].id)
    hand.settle()
    hand.press(f"Application…, {OF_THE_LONGEST_NAME}", page.pane)
    form = page.pane.asking.form
    assert form is not None  # noqa: S101 - it was opened
    form.inputs["status"].setCurrentIndex(1)  # type: ignore[union-attr] # it is a choice
    hand.press("Save", page.pane)
    dialog = _dialog(hand, FullDialog)
    # A form that is not saved would stand before the delegates, and keep the event from closing.
    hand.afterwards(lambda: hand.press("Cancel", page.pane))
    hand.afterwards(dialog.reject)


def _next(page: str, hand: Hand) -> None:
    hand.workplace.show_page(page)
    hand.settle()

    def withdraws(event: OpenEvent) -> None:
        fits = (each for each in everybody(event.journal) if each.status == Status.ACCEPTED)
        Roster(event.journal, event.letters).set_status(next(fits).id, Status.WITHDRAWN)

    _applied(hand, withdraws)
    strip = hand.workplace.next_in.strip
    hand.wait(strip.isVisible, "who is next")
    hand.settle()


def _card(hand: Hand) -> None:
    _applied(hand)
    hand.workplace.show_page(EVENT)
    page = hand.workplace.event_page
    page.show_overview()
    hand.settle()
    card = page.overview.admission
    hand.wait(lambda: bool(card.places.text()), "the places")
    card.apply_until.setText("2027-03-28 03:30")
    card.keep.click()
    hand.settle()
    page.overview.area.ensureWidgetVisible(card)
    hand.afterwards(card.apply_until.clear)
    hand.settle()


def _limits(hand: Hand) -> None:
    _applied(hand)
    _on_event(hand, "By kind and delegation…", LimitsDialog)


def _texts(hand: Hand) -> None:
    _applied(hand)
    dialog = _on_event(hand, "Letter texts…", TextsDialog)
    dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.End)
    dialog.text.insertPlainText("\n\n{nam}")
    hand.wait(lambda: bool(dialog.strip.problem()), "a wrong placeholder")


def _usual_texts(hand: Hand) -> None:
    _applied(hand)
    dialog = _on_event(hand, "Letter texts…", TextsDialog)
    hand.wait(lambda: bool(dialog.shown.toPlainText()), "an example")


def _on_event(hand: Hand, words: str, kind: type[_Dialog]) -> _Dialog:
    hand.workplace.show_page(EVENT)
    hand.workplace.event_page.show_overview()
    hand.settle()
    hand.press(words, hand.workplace.event_page)
    return _dialog(hand, kind)


def _dialog(hand: Hand, kind: type[_Dialog]) -> _Dialog:
    found: list[_Dialog] = []

    def is_open() -> bool:
        found[:] = [each for each in hand.window.findChildren(kind) if each.isVisible()]
        return bool(found)

    hand.wait(is_open, kind.__name__)
    hand.wait_for_dialog()
    return found[0]


def _letters(hand: Hand) -> None:
    _applied(hand)
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    page.choosing.what.choose("letters")
    hand.settle()
    page.choosing.who.choose(Who.DECLINED)
    hand.wait(page.way.saving.isEnabled, "a letter")
    hand.settle()


AT_APPLICATIONS: Mapping[str, Scene] = {
    "applications-places": _line,
    "applications-accept": _accept,
    "applications-full": _full,
    "applications-next-at-desk": partial(_next, DESK),
    "applications-next-at-event": partial(_next, EVENT),
    "applications-card": _card,
    "applications-limits": _limits,
    "applications-texts": _usual_texts,
    "applications-text-wrong": _texts,
    "applications-letters": _letters,
}
"""By the name of the picture."""
