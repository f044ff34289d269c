"""What the command box offers while an event is open."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from ui.shell.command_box import Command
from ui.workplace import ENTRIES, Workplace


class WindowActs(Protocol):
    """What commands ask of the window."""

    def switch_theme(self) -> None: ...
    def switch_full_screen(self) -> None: ...
    def show_help(self) -> None: ...
    def test_scanner(self) -> None: ...
    def close_event(self) -> None: ...


def commands_of(window: WindowActs, workplace: Workplace) -> tuple[Command, ...]:
    """Give all commands, the likeliest first."""
    pages = tuple(
        Command(
            f"Go to {entry.word}",
            entry.icon,
            partial(workplace.show_page, entry.key),
            f"Ctrl+{place}",
        )
        for place, entry in enumerate(ENTRIES, start=1)
    )
    return (
        Command("Undo", "undo-2", workplace.undo, "Ctrl+Z"),
        Command("Redo", "redo-2", workplace.redo, "Ctrl+Shift+Z"),
        Command("Print badges", "printer", workplace.print_badges),
        Command("Import delegates", "file-spreadsheet", workplace.import_delegates),
        Command("Scanner test", "scan-line", window.test_scanner),
        Command("Camera on or off", "camera", workplace.switch_camera),
        Command("Sound on or off", "volume-2", workplace.switch_sound),
        *pages,
        Command("Light or dark", "moon", window.switch_theme),
        Command("Full screen", "maximize", window.switch_full_screen, "F11"),
        Command("Save a copy of the event", "save", workplace.ask_for_copy),
        Command("Close the event", "log-out", window.close_event),
        Command("Help", "circle-question-mark", window.show_help, "F1"),
    )
