"""Where the application starts."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import DeskError
from app.log import begin_log, end_log
from app.places import log_folder
from app.settings import Settings, load_settings

if TYPE_CHECKING:
    from ui.window import Window

NO_SCREEN = (
    "There is no screen here, so Matchdesk can't open its window. Here is a day at the desk, "
    "line by line.\n"
)


def main(argv: Sequence[str]) -> int:
    """Open the window; where there is no screen, play the demo instead.

    ``argv`` may name an event to open, or be ``pictures``, a folder and names of states, if not all
    are wanted.

    Returns:
        The exit status.

    """
    if argv[:1] == ["pictures"]:
        return _pictures(argv[1:])
    if argv[:1] == ["--self-test"]:
        from ui.self_test.running import self_test  # noqa: PLC0415 - few ever ask for it

        return self_test(argv[1:])
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return _demo()
    return _run(argv)


def has_screen() -> bool:
    """Tell whether there is anything to show a window on."""
    if sys.platform in ("win32", "darwin") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(argv: Sequence[str]) -> int:
    # Qt is loaded only where there is a window to open.
    from ui.application import FilesToOpen, hear_qt, make_application  # noqa: PLC0415
    from ui.claim import ring  # noqa: PLC0415

    application = make_application()
    if argv and ring(Path(argv[0])):
        # It is open already, and in front now.
        return 0
    # PySide ends a window that nothing holds.
    window = open_window(argv)
    asked = FilesToOpen(application)
    asked.wanted.connect(window.open)
    log = begin_log(log_folder())
    hear_qt()
    try:
        return application.exec()
    finally:
        end_log(log)


def open_window(argv: Sequence[str]) -> Window:
    """Show the window, with the event that is named, if one is. There is an application."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.common.look import Look, ThemeName  # noqa: PLC0415
    from ui.shell.crash import CrashGuard  # noqa: PLC0415
    from ui.window import Window  # noqa: PLC0415

    settings, problem = _settings()
    look = Look(ThemeName(settings.theme) if settings.theme in set(ThemeName) else ThemeName.SYSTEM)
    look.dress()
    guard = CrashGuard(look, QApplication.activeWindow)
    guard.install()
    window = Window(look, settings)
    guard.close_wanted.connect(window.close)
    if problem is not None:
        window.start.refuse(problem)
    window.show()
    if argv:
        window.open(Path(argv[0]))
    # What is loaded by now stays: to look for garbage in it takes a tenth of a second each time.
    gc.freeze()
    return window


def _demo() -> int:
    # A window has no use for the command line, which takes time to load.
    from app.cli.main import main as cli  # noqa: PLC0415

    return cli(["demo"])


def _settings() -> tuple[Settings, DeskError | None]:
    """Give the settings; where they can't be read, a desk for this once, and why."""
    try:
        return load_settings(), None
    except DeskError as problem:
        return Settings(desk_id="00000000-0000-4000-8000-000000000000"), problem


def _pictures(argv: Sequence[str]) -> int:
    if not argv or any(word.startswith("-") for word in argv):
        sys.stderr.write("Name a folder for the pictures: desk.py pictures FOLDER [STATE ...]\n")
        return 2
    from ui.pictures import SCENES, make_pictures  # noqa: PLC0415

    folder, *wanted = argv
    unknown = set(wanted) - SCENES.keys()
    if unknown:
        sys.stderr.write(f"No state is called {', '.join(sorted(unknown))}. There are:\n")
        sys.stderr.write(f"{' '.join(SCENES)}\n")
        return 2
    for file in make_pictures(Path(folder), wanted):
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
