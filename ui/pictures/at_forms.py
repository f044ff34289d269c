"""The states of an import of outcomes, and where the event says which answers it asks for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from app.floor.states import MeetingState
from app.outcomes.results import Results
from ui.entries import EVENT
from ui.event.importing.import_view import ImportView
from ui.event.importing.list_kind import Of
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW

_LATER = timedelta(hours=1)
_HEADER = (
    *("Meeting", "Time", "Table", "Whose answer", "Took place", "What came of it", "Interest"),
    *("Follow-up until", "Remarks"),
)
_SAID = (
    ("Host", "yes", "Joint proposal; business lead", "4", "2027-04-02", "Prices by e-mail"),
    ("Guest", "yes", "Joint proposal", "5", "2027-04-02", ""),
    ("", "Guest did not come", "", "", "", ""),
    ("", "yes", "Second meeting", "3", "30 April", "Wants to see the test bed first"),
    ("", "yes", "None", "2/5", "", ""),
    ("", "yes", "Joint event", "6", "", "Workshop in May"),
    ("moderator", "yes", "Business lead", "3", "", ""),
)


def _match(hand: Hand) -> None:
    _opened(hand)


def _check(hand: Hand) -> None:
    _opened(hand).frame.next.click()
    hand.settle()


def _result(hand: Hand) -> None:
    importing = _opened(hand)
    importing.frame.next.click()
    hand.settle()
    importing.frame.next.click()
    hand.wait(importing.result.undo.isVisible, "the result of an import")
    hand.afterwards(hand.settle)
    hand.afterwards(hand.workplace.undo)
    hand.settle()


def _card(hand: Hand) -> None:
    hand.workplace.show_page(EVENT)
    overview = hand.workplace.event_page.overview
    hand.workplace.event_page.show_overview()
    hand.settle()
    bar = overview.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    hand.settle()


def _opened(hand: Hand) -> ImportView:
    """Read a list of forms, up to its columns, some slots into the day."""
    hand.stage.watch.now = NOW + _LATER
    hand.afterwards(lambda: setattr(hand.stage.watch, "now", NOW))
    file = hand.stage.folder / "forms-16-march.csv"
    _write(hand, file)
    hand.workplace.show_page(EVENT)
    page = hand.workplace.event_page
    importing = page.importing_outcomes
    importing.start_over()
    page.import_file(file, Of.OUTCOMES)
    counted = importing.frame.outlook.counts[0]
    hand.wait(lambda: importing.draft is not None, "the file")
    hand.wait(lambda: "–" not in (counted.accessibleName() or "–"), "what will happen")
    hand.settle()
    return importing


def _write(hand: Hand, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([_HEADER, *_rows(hand)])


def _rows(hand: Hand) -> Iterator[tuple[str, ...]]:
    event = hand.stage.desks.open(hand.stage.file)
    day = Results(event.journal).of_day(NOW.date())
    event.close()
    numbers = [
        each.meeting.number
        for each in day.results
        if not each.told and each.stands.state is not MeetingState.NO_SHOW
    ]
    # Two sides answered on the first meeting.
    yield (numbers[0], "", "", *_SAID[0])
    for number, said in zip(numbers, _SAID[1:], strict=False):
        yield (number, "", "", *said)
    yield ("", "2027-03-16 10:40", "", "", "yes", "Business lead", "4", "", "")


AT_FORMS: Mapping[str, Scene] = {
    "outcomes-import-match": _match,
    "outcomes-import-check": _check,
    "outcomes-import-result": _result,
    "event-after-meetings": _card,
}
"""By the name of the picture."""
