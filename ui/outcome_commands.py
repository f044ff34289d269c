"""What the command box offers of outcomes, from any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ui.entries import OUTCOMES
from ui.outcomes.offers import Offer
from ui.shell.matching import Command
from ui.workplace import Workplace


def of_outcomes(place: Workplace) -> Iterator[Command]:
    """Yield what the page does that is wanted from elsewhere too, and what it offers."""
    page = place.outcomes

    def there(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            place.show_page(OUTCOMES)
            act()

        return run

    def run(offer: Offer) -> None:
        offer.run(page.reader.day)

    yield Command(
        "Record outcomes",
        "clipboard-check",
        there(page.go_on),
        also="next not recorded left result interest follow-up note slip",
    )
    yield Command(
        "Tables of this desk…",
        "list-filter",
        there(page.arranging.ask),
        also="range outcomes looks after from to",
    )
    for offer in page.offers:
        yield Command(
            offer.words, offer.icon, there(partial(run, offer)), offer.key, also=offer.also
        )
