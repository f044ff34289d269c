"""The states of requests and plans on the page of the event."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.delegates.importing.imports import ImportOrder
from app.meetings.importing.imports import MeetingImports, What
from app.meetings.worth import change_rules
from ui.entries import EVENT
from ui.event.importing.import_view import ImportView
from ui.event.importing.list_kind import Of
from ui.event.page import EventPage
from ui.event.plan_view import PlanView
from ui.event.requests_view import RequestsView
from ui.pictures.hand import Hand, NotShown, Scene, dialogs
from ui.pictures.stage import JURATE
from ui.pictures.wishes import write_late_requests, write_requests

_MANY = 600
"""More requests than the event has before the list is imported."""


def _match(hand: Hand) -> None:
    _opened(hand)
    open_request_column(hand)


def open_request_column(hand: Hand) -> None:
    """Ask what the last column of the requests is."""
    hand.workplace.event_page.importing_requests.rows.table.head.buttons[-1].click()
    hand.settle()


def _check(hand: Hand) -> None:
    _opened(hand).frame.next.click()
    hand.settle()


def _both_rows(hand: Hand) -> None:
    importing = _opened(hand)
    importing.frame.next.click()
    hand.press("Show both rows", importing)


def _result(hand: Hand) -> None:
    importing = _opened(hand)
    importing.frame.next.click()
    hand.settle()
    importing.frame.next.click()
    hand.wait(importing.result.undo.isVisible, "the result of an import")
    hand.settle()


def _clash(hand: Hand) -> None:
    page = _page(hand)
    file = hand.stage.folder / "meetings-arranged.csv"
    first, second, third = list(hand.stage.people.values())[:3]
    rows = (
        "Guest,Host,Slot,Table",
        f"{first.badge_number},{second.badge_number},2027-03-16 13:40,4",
        f"{first.badge_number},{third.badge_number},2027-03-16 13:40,5",
        f"{second.badge_number},{third.badge_number},2027-03-16 14:05,4",
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    _read(hand, page.importing_meetings, Of.MEETINGS, file.name)
    importing = page.importing_meetings
    importing.frame.next.click()
    counted = importing.frame.outlook.counts[0]
    hand.wait(lambda: "–" not in (counted.accessibleName() or "–"), "what clashes")
    hand.settle()


def _places(hand: Hand) -> None:
    page = _with_requests(hand)
    page.show_overview()
    hand.settle()


def _ask(hand: Hand) -> None:
    _with_requests(hand).show_overview()
    hand.settle()
    hand.press("Plan…", hand.workplace.event_page.overview)
    hand.wait_for_dialog()


def _rules(hand: Hand) -> None:
    _with_requests(hand).show_overview()
    hand.press("Rules…", hand.workplace.event_page.overview)
    hand.wait_for_dialog()


def _running(hand: Hand) -> None:
    planning = _begin(hand)
    bound = planning.running.figures["at most worth"]
    hand.wait(lambda: bound.text() != "–", "a plan so far, and how good one can be")


def _plan(hand: Hand) -> None:
    _planned(hand)


def _reasons(hand: Hand) -> None:
    planning = _planned(hand)
    planning.result.unplaced.list.selectRow(2)
    planning.area.ensureWidgetVisible(planning.result.unplaced)
    hand.settle()


def _compared(hand: Hand) -> None:
    """Accept the plan, let some ask late, and plan again."""
    planning = _planned(hand)
    planning.accept.click()
    hand.wait(lambda: not planning.isVisible(), "the plan being accepted")
    hand.settle()
    _import(hand, write_late_requests(hand.stage.folder / "late.csv", hand.stage.people.values()))
    planning = _planned(hand)
    planning.area.ensureWidgetVisible(planning.result.changes)
    hand.settle()


def _table(hand: Hand) -> None:
    _requests(hand)


def _one(hand: Hand) -> None:
    view = _requests(hand)
    view.states.setCurrentText("Not placed")
    hand.settle()
    view.table.selectRow(1)
    hand.settle()


def _form(hand: Hand) -> None:
    view = _requests(hand)
    view.begin_new()
    assert view.side.form is not None  # noqa: S101 - it was just begun
    view.side.form.guests.field.setFocus()
    QTest.keyClicks(view.side.form.guests.field, "balsev")
    hand.settle()
    view.side.form.guests.field.take(0)
    offer_people(hand)


def offer_people(hand: Hand) -> None:
    """Offer who may be asked, below the field."""
    form = hand.workplace.event_page.requests.side.form
    assert form is not None  # noqa: S101 - it was begun before
    form.hosts.field.setFocus()
    form.hosts.field.clear()
    QTest.keyClicks(form.hosts.field, "ka")
    hand.settle()


def _away(hand: Hand) -> None:
    view = _requests(hand)
    view.field.setText(JURATE)
    hand.settle()
    view.table.selectRow(0)
    hand.settle()
    hand.press(f"Times away of {JURATE}", view.pane)
    hand.wait_for_dialog()
    hand.press("Note it", dialogs()[0])
    hand.wait_for_dialog()


def _page(hand: Hand) -> EventPage:
    page = hand.workplace.event_page
    strip = page.importing_requests.result.strip
    hand.wait(lambda: not strip.busy, "the end of an import")
    hand.workplace.show_page(EVENT)
    return page


def _opened(hand: Hand) -> ImportView:
    """Read the list of requests, up to its columns."""
    file = hand.stage.folder / "requests-15-march.xlsx"
    if not file.exists():
        write_requests(file, hand.stage.people.values())
    importing = _page(hand).importing_requests
    _read(hand, importing, Of.REQUESTS, file.name)
    return importing


def _read(hand: Hand, importing: ImportView, of: Of, name: str) -> None:
    importing.start_over()
    _page(hand).import_file(hand.stage.folder / name, of)
    counted = importing.frame.outlook.counts[0]
    hand.wait(lambda: importing.draft is not None, "the file")
    hand.wait(lambda: "–" not in (counted.accessibleName() or "–"), "what will happen")
    hand.settle()


def _with_requests(hand: Hand) -> EventPage:
    """Let the requests of the list be in the event, more than have a place."""
    page = _page(hand)
    counts = page.overview.meetings.counts
    if counts is None or counts.requests < _MANY:
        _opened(hand)
        _import(hand, hand.stage.folder / "requests-15-march.xlsx")
        page.show_overview()
        hand.settle()
    return page


def _import(hand: Hand, file: Path) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        change_rules(event.journal, {"most_meetings": 9})
        imports = MeetingImports(event.journal, event.letters, What.REQUESTS)
        imports.run(file, ImportOrder())
    finally:
        event.close()
    page = _page(hand)
    page.overview.refresh()
    hand.settle()


def _begin(hand: Hand) -> PlanView:
    """Begin to plan, if no plan is looked at."""
    page = _with_requests(hand)
    planning = page.planning
    if not planning.isVisible():
        page.show_overview()
        hand.settle()
        hand.press("Plan…", page.overview)
        hand.wait_for_dialog()
        hand.press("Plan", _only_dialog())
    return planning


def _only_dialog() -> QDialog:
    (dialog,) = dialogs()
    return dialog


def _planned(hand: Hand) -> PlanView:
    planning = _begin(hand)
    # On a busy computer it takes longer than anything else that is waited for.
    with suppress(NotShown):
        hand.wait(planning.accept.isEnabled, "a plan")
    hand.wait(planning.accept.isEnabled, "a plan")
    hand.settle()
    return planning


def _requests(hand: Hand) -> RequestsView:
    """Go to the requests, where nothing is left out and nothing is written."""
    page = _with_requests(hand)
    page.show_requests()
    view = page.requests
    if view.side.form is not None:
        view.side.form.cancel.click()
    for choice in (view.states, view.kinds):
        choice.setCurrentIndex(0)
    view.field.clear()
    hand.wait(lambda: bool(view.table.records.records), "the requests")
    view.table.selectRow(0)
    hand.settle()
    return view


AT_MEETINGS: Mapping[str, Scene] = {
    "requests-import-match": _match,
    "requests-import-check": _check,
    "requests-import-both-rows": _both_rows,
    "requests-import-result": _result,
    "meetings-import-clash": _clash,
    "event-places": _places,
    "plan-ask": _ask,
    "plan-rules": _rules,
    "plan-running": _running,
    "plan-result": _plan,
    "plan-reasons": _reasons,
    "plan-compared": _compared,
    "requests-table": _table,
    "requests-not-placed": _one,
    "requests-form": _form,
    "requests-away": _away,
}
"""By the name of the picture, in an order that lets each begin where the one before ended."""
