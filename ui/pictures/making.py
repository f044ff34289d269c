"""Taking all pictures, or some."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.files import FileNotWritten, make_folder
from app.settings import load_settings
from ui.application import make_application
from ui.common.look import Look, ThemeName
from ui.pictures.around import AROUND, BEFORE, search
from ui.pictures.at_applications import AT_APPLICATIONS
from ui.pictures.at_changes import AT_CHANGES, open_day_menu
from ui.pictures.at_desk import AT_DESK, open_menu
from ui.pictures.at_floor import AT_FLOOR
from ui.pictures.at_forms import AT_FORMS
from ui.pictures.at_itinerary import AT_ITINERARY
from ui.pictures.at_meetings import AT_MEETINGS, offer_people, open_request_column
from ui.pictures.at_needs import AT_NEEDS
from ui.pictures.at_outcomes import AT_OUTCOMES
from ui.pictures.at_print import AT_PRINT
from ui.pictures.at_printer import AT_PRINTER
from ui.pictures.at_profiles import AT_PROFILES
from ui.pictures.at_programme import AT_PROGRAMME
from ui.pictures.at_rehearsal import AT_REHEARSAL
from ui.pictures.at_rounds import AT_ROUNDS
from ui.pictures.at_speeches import AT_SPEECHES
from ui.pictures.at_templates import AT_TEMPLATES
from ui.pictures.at_visits import AT_VISITS
from ui.pictures.at_wall import AT_WALL
from ui.pictures.hand import Hand, Scene
from ui.pictures.in_office import IN_OFFICE, LONG, open_column
from ui.pictures.stage import Stage, set_stage
from ui.window import Window

SIZES = ((1440, 900), (1280, 800))
SCENES: Mapping[str, Scene] = {
    **BEFORE,
    **AT_DESK,
    **IN_OFFICE,
    **AROUND,
    **AT_NEEDS,
    **AT_MEETINGS,
    **AT_PRINT,
    **AT_PRINTER,
    **AT_TEMPLATES,
    **LONG,
    **AT_FLOOR,
    **AT_CHANGES,
    **AT_WALL,
    **AT_REHEARSAL,
    **AT_OUTCOMES,
    **AT_FORMS,
    **AT_ITINERARY,
    **AT_ROUNDS,
    **AT_SPEECHES,
    **AT_APPLICATIONS,
    **AT_VISITS,
    **AT_PROGRAMME,
    **AT_PROFILES,
}
"""By the names of their pictures, in the order they are played."""
HANGING: Mapping[str, Scene] = {
    "event-import-match": open_column,
    "requests-import-match": open_request_column,
    "requests-form": offer_people,
    "command-box": search,
    "desk-menu": open_menu,
    "floor-change-menu": open_day_menu,
}
"""What hangs over a page, and opens anew where it belongs in a window of another size."""
_PNG_QUALITY = 80
"""Qt's word for how little it packs a PNG: a third larger, and much faster than usual."""


def make_pictures(folder: Path, only: Collection[str] = ()) -> Iterator[Path]:
    """Play every state, and take a picture of each in both themes and sizes.

    Args:
        folder: Where the pictures go; those of the same names are written over.
        only: Names of states, such as ``desk-checked-in``; all, if none is named.

    Raises:
        FileNotWritten: The folder can't be made, or a picture not be written.
        NotShown: A state did not come about.
    """
    make_folder(folder)
    # Screens differ in what they make of a window; this one does not, and disturbs nobody.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)  # noqa: S101 - there is no other kind here
    look = Look(ThemeName.LIGHT)
    look.dress()
    with set_stage() as stage, _opened(stage, look) as hand:
        for name, scene in SCENES.items():
            if not only or name in only:
                hand.come_in_front()
                hand.resize(*SIZES[0])
                scene(hand)
                yield from _taken(hand, look, folder / name)
                hand.put_away()
    look.wear(ThemeName.LIGHT)


def _taken(hand: Hand, look: Look, place: Path) -> Iterator[Path]:
    # The theme that is on comes first: changing it takes longest.
    themes = sorted((False, True), key=lambda dark: dark != look.is_dark)
    for dark, (width, height) in product(themes, SIZES):
        if hand.resize(width, height) and place.name in HANGING:
            HANGING[place.name](hand)
        theme = "dark" if dark else "light"
        file = place.with_name(f"{place.name}-{theme}-{width}.png")
        picture = hand.picture(dark=dark, width=width, height=height)
        if not picture.save(str(file), quality=_PNG_QUALITY):
            raise FileNotWritten(file, "")
        yield file


@contextmanager
def _opened(stage: Stage, look: Look) -> Iterator[Hand]:
    """Open a window, and leave nothing of it behind."""
    window = Window(look, load_settings(), stage.watch)
    blinking = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    try:
        window.resize(*SIZES[0])
        window.show()
        window.activateWindow()
        yield Hand(stage, window, look)
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.setCursorFlashTime(blinking)
