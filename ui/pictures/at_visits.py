"""The states of the visits: over-booked ones, their lists at the bus, and the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from app.delegates.person import Person
from app.delegates.registration import Status
from app.desks import OpenEvent
from app.journal.undo import undo
from app.visits.allotting import Allotting
from app.visits.boarding import Boarding
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from ui.entries import PROGRAMME
from ui.pictures.hand import Hand, Scene, dialogs
from ui.pictures.stage import NOW, OF_THE_LONGEST_NAME
from ui.visits.part import VisitsPart
from ui.visits.sign_up_dialog import SignUpDialog

_HOUR = NOW.replace(minute=0, second=0)
_LONG = "Wind park and hydrogen laboratory of the Šiauliai technical college"
_VISITS = (
    ("Battery works", 4, 2, 3, "cleantech", "North gate, bus 1"),
    ("Dairy of Rokiškis", 5, 2, 4, "food", "Main entrance, under the clock"),
    (_LONG, 3, 3, 4, "energy", "Bus stop behind the conference centre, platform 4"),
    ("Old town by night", 10, 1, 30, "", ""),
)
_CHOICES = ((0, 1), (0,), (1, 0), (0, 2), (2, 1), (0, 1, 2), (2,), (1,), (0, 2), (1, 2), (0,), (1,))


def _offered(hand: Hand) -> None:
    _with(hand, _offer)


def _allotted(hand: Hand) -> None:
    _with(hand, _allot)


def _under_way(hand: Hand) -> None:
    _with(hand, _board)


def _with(hand: Hand, write: Callable[[OpenEvent, Sequence[Person]], object]) -> None:
    """Let the event have visits until the picture is taken."""
    event = hand.stage.desks.open(hand.stage.file)
    try:
        people = sorted(
            (each for each in hand.stage.people.values() if each.status == Status.ACCEPTED),
            key=lambda each: each.name,
        )
        write(event, people)
    finally:
        event.close()
    hand.afterwards(lambda: _without(hand))
    hand.settle()


def _without(hand: Hand) -> None:
    part = _part(hand)
    part.end_boarding()
    event = hand.stage.desks.open(hand.stage.file)
    try:
        while Visits(event.journal).all():
            undo(event.journal)
    finally:
        event.close()
    hand.settle()


def _offer(event: OpenEvent, people: Sequence[Person]) -> None:
    visits, signing_up = Visits(event.journal), SigningUp(event.journal)
    for title, starts, lasts, places, sector, point in _VISITS:
        at = _HOUR + timedelta(hours=starts)
        visits.add(VisitOrder(title, at, at + timedelta(hours=lasts), places, sector, point))
    for number, (who, chosen) in enumerate(zip(people, _CHOICES, strict=False)):
        titles = [_VISITS[each][0] for each in chosen]
        signing_up.choose(who.id, titles, NOW - timedelta(days=9, minutes=-number))


def _allot(event: OpenEvent, people: Sequence[Person]) -> None:
    _offer(event, people)
    Allotting(event.journal).accept()


def _board(event: OpenEvent, people: Sequence[Person]) -> None:
    _allot(event, people)
    bus = Visits(event.journal).bus_list(_VISITS[0][0])
    for each in bus.people[:2]:
        Boarding(event.journal).board(each.who.id, _VISITS[0][0])


def _part(hand: Hand) -> VisitsPart:
    part = hand.workplace.programme.show_part("visits")
    assert isinstance(part, VisitsPart)  # noqa: S101 - there is no other under this key
    return part


def _shown(make: Scene, hand: Hand) -> VisitsPart:
    make(hand)
    hand.workplace.show_page(PROGRAMME)
    part = _part(hand)
    hand.settle()
    hand.settle()
    return part


def _show(make: Scene, hand: Hand) -> None:
    _shown(make, hand)


def _press(make: Scene, words: str, hand: Hand) -> None:
    hand.press(words, _shown(make, hand))
    hand.wait_for_dialog()


def _press_head(make: Scene, words: str, hand: Hand) -> None:
    _shown(make, hand)
    hand.press(words, hand.workplace)
    hand.wait_for_dialog()


def _at_bus(hand: Hand) -> VisitsPart:
    part = _shown(_under_way, hand)
    (works,) = (
        each.visit for each in part.table.records.records if each.visit.title == _VISITS[0][0]
    )
    part.table.choose(works.id)
    hand.settle()
    hand.press("Open boarding", part)
    return part


def _boarding(hand: Hand) -> None:
    part = _at_bus(hand)
    bus = part.panel.riders.records.records
    who = next(each for each in bus if not each.waits and each.sitting.boarded_at is None)
    hand.window.computer.catcher.scanned.emit(hand.stage.codes[who.sitting.who.name])
    hand.settle()
    hand.settle()


def _refused(hand: Hand) -> None:
    part = _at_bus(hand)
    waits = next(each for each in part.panel.riders.records.records if each.waits)
    hand.window.computer.catcher.scanned.emit(hand.stage.codes[waits.sitting.who.name])
    hand.settle()
    hand.settle()


def _concerned(hand: Hand) -> None:
    hand.press("Change…", _shown(_allotted, hand))
    (dialog,) = dialogs()
    hand.fill(dialog, "Meeting point", "Main entrance")
    hand.press("Save", dialog)
    hand.wait_for_dialog()


def _chosen(hand: Hand) -> None:
    _press_head(_offered, "Sign up…", hand)
    (dialog,) = dialogs()
    assert isinstance(dialog, SignUpDialog)  # noqa: S101 - it was just opened
    dialog.person.chosen.emit(hand.stage.people[OF_THE_LONGEST_NAME])
    hand.wait_for_dialog()


AT_VISITS: Mapping[str, Scene] = {
    "visits-none": partial(_show, lambda _hand: None),
    "visits-offered": partial(_show, _offered),
    "visits-allot": partial(_press_head, _offered, "Allot places…"),
    "visits-allotted": partial(_show, _allotted),
    "visits-boarding": _boarding,
    "visits-refused": _refused,
    "visits-change": partial(_press, _allotted, "Change…"),
    "visits-concerned": _concerned,
    "visits-chosen": _chosen,
    "visits-cancel": partial(_press, _allotted, "Cancel visit…"),
    "visits-sign-up": partial(_press_head, _offered, "Sign up…"),
    "visits-offer": partial(_press_head, _offered, "Offer a visit…"),
}
"""By the name of the picture."""
