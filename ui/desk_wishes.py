"""What can be set about this desk while an event is open: sound, badges, printer, camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.settings import Settings
from ui import pages
from ui.entries import DESK
from ui.printer_at_desk import SWITCHED
from ui.shell.desk_pill import DeskWish

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.workplace import Workplace


class DeskWishes:
    """Does what the pill's menu offers, as far as the pages know of it."""

    def __init__(self, place: Workplace, opened: Opened, settings: Settings) -> None:
        self._place, self._opened = place, opened
        self._prints_badges = settings.badge_at_check_in
        pill = place.bar.desk
        pill.show_desk(settings.desk_name, settings.on_duty)
        pill.set_sound(settings.sound)
        pill.set_badges(settings.badge_at_check_in)

    def take(self, wish: DeskWish) -> bool:
        """Do what is wished; false: it is the window's."""
        acts: dict[DeskWish, Callable[[], None]] = {
            DeskWish.SOUND: self.switch_sound,
            DeskWish.BADGES: self.switch_badges,
            DeskWish.PRINTER_SETUP: lambda: pages.open_printer_setup(self._place, self._opened),
            DeskWish.CAMERA: self.switch_camera,
            DeskWish.SAVE_COPY: self._place.saving.copy,
        }
        if wish in acts:
            acts[wish]()
        return wish in acts

    def begin(self) -> None:
        """Print badges at check-in from now on, if that is set."""
        self._place.printer.switch(on=self._prints_badges)

    def switch_sound(self) -> None:
        """Let scans be heard, or not."""
        sounds = self._place.sounds
        sounds.on = is_on = not sounds.on
        self._place.bar.desk.set_sound(is_on)
        self._place.keep(lambda old: replace(old, sound=is_on))

    def switch_badges(self) -> None:
        """Print a badge for whoever checks in without one, or not."""
        self._prints_badges = is_on = not self._prints_badges
        self._place.printer.switch(on=is_on)
        self._place.bar.desk.set_badges(is_on)
        self._place.keep(lambda old: replace(old, badge_at_check_in=is_on))
        self._place.tell(SWITCHED[is_on])

    def switch_camera(self) -> None:
        """Read badges with a camera beside the Desk, or stop it."""
        camera = self._place.camera
        self._place.frame.show_page(DESK)
        shown = camera.isHidden()
        camera.setVisible(shown)
        (camera.switch_on if shown else camera.switch_off)()
