"""Ties the part to the services of an event."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.delegates.lookup import Lookup
from app.journal.journal import Journal
from app.programme.meanwhile import meanwhile_speeches
from app.speeches.known import delegations
from app.speeches.speaking import Speaking
from ui.common.person_field import people_like
from ui.speeches.services import SpeechServices


def speech_services(
    journal: Journal, show_clock: Callable[[], None], print_list: Callable[[], None]
) -> SpeechServices:
    """Give what the part needs."""
    find, named = partial(people_like, Lookup(journal)), partial(delegations, journal)
    besides = partial(meanwhile_speeches, journal)
    return SpeechServices(Speaking(journal), find, named, besides, show_clock, print_list)
