"""What delegates stand for, seek and offer, beside the table of delegates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QScrollArea, QWidget

from app.delegates.describing import Describing, OrganisationWords
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from ui.delegates.page import DelegatesPage
from ui.delegates.search_in import PROFILES
from ui.entries import DELEGATES
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import IN_A_WHEELCHAIR, JURATE, OF_THE_LONGEST_NAME

KATRIN = "Katrin Dörffling"
_LIKES_NOBODY = "Annika Lagerfelt-Suominen"
_LONG = "Verband der nordeuropäischen Umwelttechnik- und Kreislaufwirtschaftscluster e. V."
_SAID: Mapping[str, PersonOrder] = {
    KATRIN: PersonOrder(
        sectors=("Cleantech", "Life science"),
        seeks="Partners for a demonstration plant",
        by_sector={
            "Cleantech": {"seeks": "membrane testing at pilot scale, biogas upgrading"},
            "Life science": {"offers": "enzyme screening in two laboratories"},
        },
        further=((_LONG, "Member of the board"), ("Baltic Forum", "")),
    ),
    JURATE: PersonOrder(sectors=("Cleantech",), offers="Membrane tests, from bench to pilot scale"),
    IN_A_WHEELCHAIR: PersonOrder(sectors=("Life science",), seeks="screening of enzymes"),
    OF_THE_LONGEST_NAME: PersonOrder(
        sectors=("Cleantech", "Life science"), offers="Biogas upgrading; demonstration plants"
    ),
}


def _profile(hand: Hand) -> None:
    page = _prepared(hand)
    _scrolled_to(page, "Stands for")
    hand.settle()


def _partners(hand: Hand) -> None:
    page = _prepared(hand)
    _scrolled_to(page, "Likely partners")
    hand.settle()


def _nobody_likely(hand: Hand) -> None:
    page = _at_delegates(hand)
    page.show_delegate(hand.stage.people[_LIKES_NOBODY].id)
    hand.settle()
    _scrolled_to(page, "Likely partners")
    hand.settle()


def _organisation(hand: Hand) -> None:
    page = _prepared(hand)
    whole = hand.stage.people[KATRIN].organisation
    hand.press(f"Open {whole}", page.pane)
    hand.settle()


def _organisation_edit(hand: Hand) -> None:
    _organisation(hand)
    pane = hand.workplace.delegates.pane
    hand.press("Edit organisation", pane)
    hand.afterwards(lambda: hand.press("Cancel", pane))
    hand.settle()


def _seeking(hand: Hand) -> None:
    page = _prepared(hand)
    page.head.search_in.choose(PROFILES)
    page.head.field.insert("membran test")
    hand.settle()


def _nobody_seeks(hand: Hand) -> None:
    page = _at_delegates(hand)
    page.head.search_in.choose(PROFILES)
    page.head.field.insert("zeppelins")
    hand.settle()


def _prepared(hand: Hand) -> DelegatesPage:
    """Let some say what they seek, and look at one of them."""
    _does(hand, _say)
    hand.afterwards(lambda: _does(hand, _unsay))
    page = _at_delegates(hand)
    page.show_delegate(hand.stage.people[KATRIN].id)
    hand.wait(lambda: page.pane.shown is not None, "the delegate")
    hand.settle()
    return page


def _at_delegates(hand: Hand) -> DelegatesPage:
    page = hand.workplace.delegates
    hand.workplace.show_page(DELEGATES)
    page.head.search_in.choose("names")
    page.head.field.clear()
    hand.afterwards(lambda: page.head.search_in.choose("names"))
    hand.wait(lambda: bool(page.table.records.everybody), "the delegates")
    return page


def _scrolled_to(page: DelegatesPage, title: str) -> None:
    """Bring a section of the pane to its top."""
    overview = page.pane.overview
    at = next(each for each in overview.findChildren(QWidget) if _text(each) == title)
    area = overview.parent()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(at.mapTo(overview, at.rect().topLeft()).y() - 8)


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def _does(hand: Hand, work: Callable[[OpenEvent, Hand], None]) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        work(event, hand)
    finally:
        event.close()
    hand.settle()


def _say(event: OpenEvent, hand: Hand) -> None:
    roster = Roster(event.journal, event.letters)
    for name, order in _SAID.items():
        roster.edit(hand.stage.people[name].id, order)
    Describing(event.journal).describe(
        hand.stage.people[KATRIN].organisation,
        OrganisationWords(
            ("CLEAN", _LONG, "Sustainable Business Hub"),
            ("Germany", "Denmark", "Poland"),
            ("demonstration", "matchmaking", "testing"),
            ("pilot plants", "scale-up advice"),
        ),
    )


def _unsay(event: OpenEvent, _hand: Hand) -> None:
    for _ in range(len(_SAID) + 1):
        undo(event.journal)


AT_PROFILES: Mapping[str, Scene] = {
    "delegates-profile": _profile,
    "delegates-partners": _partners,
    "delegates-nobody-likely": _nobody_likely,
    "delegates-organisation": _organisation,
    "delegates-organisation-edit": _organisation_edit,
    "delegates-seeking": _seeking,
    "delegates-nobody-seeks": _nobody_seeks,
}
"""By the name of the picture."""
