"""What the command box offers while an event is open: all that can be done, by its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.recents import Found
from ui.common.buttons import Button
from ui.common.look import ThemeName
from ui.common.parts import focus_first
from ui.common.times import day_words
from ui.computer import Computer
from ui.desk.refusals import Act
from ui.entries import DELEGATES, DESK, ENTRIES, EVENT
from ui.event.importing.list_kind import Of
from ui.floor_commands import of_floor
from ui.outcome_commands import of_outcomes
from ui.programme_commands import of_programme
from ui.shell.desk_pill import DeskWish
from ui.shell.matching import Command
from ui.start.page import StartPage
from ui.start.recent_list import span
from ui.workplace import Workplace

_ALSO = {
    DeskWish.RENAME: "name call this computer",
    DeskWish.ON_DUTY: "who staff helper",
    DeskWish.BADGES: "print label at check-in on demand walk-in",
    DeskWish.SOUND: "sounds mute beep noise loud quiet",
    DeskWish.SCANNER_TEST: "barcode reader keyboard layout self-test",
    DeskWish.PRINTER_SETUP: "test page label offset move turn rotate size calibrate",
    DeskWish.CAMERA: "webcam on off read badges",
    DeskWish.FULL_SCREEN: "window maximise kiosk",
    DeskWish.SAVE_COPY: "backup save stick event",
    DeskWish.REHEARSE: "training practise simulate copy play event",
    DeskWish.CLOSE_EVENT: "leave start",
}
_ICONS = {
    DeskWish.RENAME: "pencil",
    DeskWish.ON_DUTY: "id-card",
    DeskWish.BADGES: "printer",
    DeskWish.SOUND: "volume-2",
    DeskWish.SCANNER_TEST: "scan-line",
    DeskWish.PRINTER_SETUP: "settings-2",
    DeskWish.CAMERA: "camera",
    DeskWish.FULL_SCREEN: "maximize",
    DeskWish.SAVE_COPY: "save",
    DeskWish.REHEARSE: "fast-forward",
    DeskWish.CLOSE_EVENT: "log-out",
}
_THEMES = (
    (ThemeName.LIGHT, "Light theme", "sun", "bright day colours appearance"),
    (ThemeName.DARK, "Dark theme", "moon", "black night colours appearance"),
    (ThemeName.SYSTEM, "Theme of the system", "settings-2", "light dark automatic appearance"),
)


class WindowActs(Protocol):
    """What commands ask of the window."""

    start: StartPage
    computer: Computer

    def show_help(self) -> None: ...
    def open(self, file: Path) -> None: ...
    def close_event(self, then: Callable[[], object]) -> None: ...


def commands_of(window: WindowActs, workplace: Workplace, file: Path) -> tuple[Command, ...]:
    """Give all commands, the likeliest first, and what the page that is shown has buttons for.

    ``file`` is the event that is open, which is not offered to be opened.
    """
    known = (
        *_of_people(workplace),
        *of_floor(workplace),
        *_of_meetings(workplace),
        *of_outcomes(workplace),
        *of_programme(workplace),
        *_of_pages(workplace),
        *_of_desk(workplace),
        *(
            Command(words, icon, partial(window.computer.wear, theme), also=also)
            for theme, words, icon, also in _THEMES
        ),
        *_of_events(window, file),
        Command("Help", "circle-question-mark", window.show_help, "F1", "keys shortcuts"),
    )
    said = {_plain(command.words) for command in known}
    here = (each for each in _of_buttons(workplace) if _plain(each.words) not in said)
    return (*known, *here)


def _of_people(workplace: Workplace) -> Iterator[Command]:
    def act(act: Act) -> None:
        workplace.show_page(DESK)
        workplace.desk.card.act_wanted.emit(act)

    def show_doubts() -> None:
        workplace.show_page(DELEGATES)
        workplace.delegates.pane.show_doubts()

    def seek() -> None:
        workplace.show_page(DELEGATES)
        workplace.delegates.head.seek()

    yield Command("Undo", "undo-2", workplace.undo, "Ctrl+Z", "take back revert mistake")
    yield Command("Redo", "redo-2", workplace.redo, "Ctrl+Shift+Z", "again")
    yield Command("Look up", "user-search", partial(act, Act.LOOK_UP), "Alt+N", "find search name")
    yield Command(
        "Register on site",
        "user-plus",
        partial(act, Act.REGISTER),
        "Alt+G",
        "walk-in new delegate add",
    )
    yield Command("Print badges…", "printer", workplace.print_badges, also="paper pdf labels new")
    design = workplace.print_page.way.about_stock.templates_wanted.emit
    yield Command("Badge templates…", "id-card", design, also="design layout editor font colour")
    yield Command(
        "Search what people seek or offer",
        "handshake",
        seek,
        also="looking for wishes partners profile strengths find delegates",
    )
    yield Command(
        "Doubts to look at", "flag", show_doubts, also="decide duplicates merge same person twice"
    )
    yield Command(
        "Export all delegates…",
        "download",
        workplace.saving.delegates,
        also="save list xlsx csv excel spreadsheet",
    )


def _of_meetings(workplace: Workplace) -> Iterator[Command]:
    page = workplace.event_page

    def on_event(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            workplace.show_page(EVENT)
            act()

        return run

    def go_to(card: QWidget) -> Callable[[], None]:
        def act() -> None:
            page.show_overview()
            focus_first(card)

        return on_event(act)

    overview, imports = page.overview, "read list file xlsx csv excel"
    yield Command(
        "Import delegates…",
        "file-spreadsheet",
        on_event(page.start_import),
        also=f"{imports} registrations pretix",
    )
    for of in (Of.REQUESTS, Of.MEETINGS, Of.OUTCOMES, Of.PROGRAMME):
        start = on_event(partial(page.start_import, of))
        yield Command(f"Import {of}…", "file-spreadsheet", start, also=imports)
    yield Command(
        "Plan meetings…",
        "calendar-days",
        on_event(overview.meetings.plan_wanted.emit),
        also="schedule solve match",
    )
    yield Command(
        "Requests", "list", on_event(page.show_requests), also="wishes who asks whom table search"
    )
    yield Command(
        "Rules of planning…",
        "settings-2",
        on_event(page.asking.ask_rules),
        also="limit most meetings in a row priority worth weights",
    )
    yield Command(
        "Places to meet", "map-pin", go_to(overview.tables), also="tables hall zones rooms"
    )
    yield Command("Close or reopen places", "ban", go_to(overview.closures), also="tables zones")
    yield Command("Days and blocks", "calendar-days", go_to(overview.days), also="times slots gaps")
    yield Command(
        "Name, city and time zone", "pencil", go_to(overview.facts), also="event rename venue"
    )


def _of_pages(workplace: Workplace) -> Iterator[Command]:
    for place, entry in enumerate(ENTRIES, start=1):
        go = partial(workplace.show_page, entry.key)
        yield Command(f"Go to {entry.word}", entry.icon, go, f"Ctrl+{place}", "page show screen")
    days = workplace.bar.days

    def choose(day: date) -> None:
        days.choose(day)

    for number, day in enumerate(days.days, start=1):
        words = f"Show {day_words(day)}"
        yield Command(words, "calendar-days", partial(choose, day), also=f"day {number}")


def _of_desk(workplace: Workplace) -> Iterator[Command]:
    for wish in DeskWish:
        action = workplace.bar.desk.action(wish)
        keys = action.shortcut().toString()
        yield Command(action.text(), _ICONS[wish], action.trigger, keys, _ALSO[wish])


def _of_events(window: WindowActs, file: Path) -> Iterator[Command]:
    start = window.start
    yield Command("Open…", "folder-open", start.ask_file, also="event file other")
    yield Command(
        "New event",
        "calendar-plus",
        partial(window.close_event, start.begin_new),
        also="make create",
    )
    sample = partial(window.close_event, start.begin_sample)
    yield Command("Open a sample event…", "play", sample, also="example demo try")
    for recent in start.recents.listed:
        if recent.found is Found.READABLE and recent.file != file:
            yield Command(
                f"Open {recent.name}",
                "file-clock",
                partial(window.open, recent.file),
                also="recent event switch",
                where=" · ".join(filter(None, (recent.place, span(recent.days)))),
            )


def _of_buttons(workplace: Workplace) -> Iterator[Command]:
    page = workplace.frame.shown
    if page is None:
        return
    word = next(entry.word for entry in ENTRIES if entry.key == workplace.frame.page)
    offered = [each for each in page.findChildren(Button) if _can_be_pressed(each)]
    said = Counter(map(_said, offered))
    for button in offered:
        words, icon = _said(button), button.icon_name or "arrow-right"
        # Of several that say the same, nobody could tell here which is pressed.
        if words and said[words] == 1:
            yield Command(words, icon, partial(_press, button), button.key, where=f"On {word}")


def _press(button: Button) -> None:
    # It may have gone since it was offered.
    if isValid(button) and _can_be_pressed(button):
        button.setFocus()
        button.click()


def _can_be_pressed(button: Button) -> bool:
    return button.isVisible() and button.isEnabled()


def _said(button: Button) -> str:
    return button.accessibleName() or button.text()


def _plain(words: str) -> str:
    return words.rstrip("…")
