"""What the command box offers of the programme, from any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ui.shell.matching import Command
from ui.workplace import Workplace


def of_programme(place: Workplace) -> Iterator[Command]:
    """Yield the parts of the page, and what those offer that are made by now."""
    page = place.programme

    def there(key: str, act: Callable[[], object] = lambda: None) -> None:
        place.show_part(key)
        act()

    for entry in page.entries:
        yield Command(entry.title, entry.icon, partial(there, entry.key), also=entry.also)
        for offer in page.offers_of(entry.key):
            act = partial(there, entry.key, offer.run)
            yield Command(offer.words, offer.icon, act, offer.keys, offer.also)
