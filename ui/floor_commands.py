"""What can be done about the hall, on the page of the floor or on the screens that all see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QGuiApplication

from ui.entries import FLOOR
from ui.shell.matching import Command

if TYPE_CHECKING:
    from ui.floor.change_menu import Offer
    from ui.workplace import Workplace


def of_floor(workplace: Workplace) -> Iterator[Command]:
    """Give them, the likeliest first."""

    def on_floor(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            workplace.show_page(FLOOR)
            act()

        return run

    page = workplace.floor
    yield Command(
        "Find on the floor",
        "search",
        on_floor(page.find_somebody),
        also="table where meets organisation grid",
    )
    yield Command("Whole hall", "grid-3x3", on_floor(page.show_hall), also="floor tables overview")
    for offer in page.head.change.offers():
        yield _offered(offer, on_floor)
    now = on_floor(page.grid.go_to_now)
    yield Command("Slot that runs now", "timer", now, also="floor grid home")
    screens = QGuiApplication.screens()
    for screen in (None, *screens) if len(screens) > 1 else (None,):
        words = "Wall display" if screen is None else f"Wall display on {screen.name()}"
        wall = partial(page.wall_wanted.emit, screen)
        yield Command(words, "monitor", wall, also="hall who sits where second monitor projector")
    yield Command(
        "Speech clock",
        "timer",
        workplace.stage.show_speeches,
        also="speed presentations speaker countdown stage minutes next",
    )
    yield Command(
        "Round clock",
        "timer",
        workplace.stage.show_rounds,
        also="ice-breaking rounds mixed tables countdown hall",
    )


def _offered(offer: Offer, there: Callable[[Callable[[], object]], Callable[[], None]]) -> Command:
    """Give what a page offers as a command that goes there first."""
    of = offer.of_person

    def of_person(person: UUID, name: str) -> Command | None:
        found = of(person, name) if of is not None else None
        return None if found is None else _offered(found, there)

    run = there(offer.run)
    return Command(offer.words, offer.icon, run, also=offer.also, of_person=of and of_person)
