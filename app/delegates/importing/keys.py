"""The names that sources have for delegates, and how far each can be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from hashlib import blake2b
from uuid import UUID

from app.checkin.identify import TICKET
from app.delegates.registration import Registration

ROW = "row:"
"""Begins a key that stands for words, hashed, where the source has no name of its own."""

# Any list of one's own, and any Indico event, counts its people from 1.
_COUNTED = (TICKET, "id:", "indico:")
_TICKETS = TICKET.removesuffix(":")
# These do not tell people apart: one person may well have two.
_NOBODY_S_OWN = frozenset({"row", _TICKETS, "id", "eventbrite-order"})


class Keys:
    """Whom each key names. A key stays with the first who had it."""

    def __init__(self, held: Iterable[tuple[str, UUID]]) -> None:
        self.holders: dict[str, UUID] = {}
        self._of: dict[UUID, dict[str, set[str]]] = defaultdict(dict)
        for key, delegate in held:
            self.give(key, delegate)

    def give(self, key: str, delegate: UUID) -> None:
        """Let a key name a delegate, unless it names one already."""
        if self.holders.setdefault(key, delegate) == delegate:
            self._of[delegate].setdefault(system_of(key), set()).add(key)

    def speak_of_another(self, keys: Sequence[str], delegate: UUID) -> Set[str]:
        """Give the systems that have another name for a delegate than these keys."""
        held = self._of.get(delegate)
        if held is None:
            return frozenset()
        systems = {system_of(key) for key in keys} - _NOBODY_S_OWN
        return {one for one in systems if one in held and held[one].isdisjoint(keys)}

    def tickets(self, delegate: UUID, order: str) -> Iterator[str]:
        """Yield the keys of a delegate's tickets that came with this order."""
        held = self._of.get(delegate, {})
        for key in held.get(_TICKETS, ()):
            if ticket_of_order(key, order) in self.holders:
                yield key


def is_counted(key: str) -> bool:
    """Tell whether lists that know nothing of each other give this key to different people."""
    return key.startswith(_COUNTED)


def keys_of(registration: Registration) -> tuple[str, ...]:
    """Give the source's names for the registration, its ticket's code last."""
    secret = registration.ticket_secret
    return (*registration.keys, TICKET + secret) if secret else registration.keys


def with_words(registration: Registration, name: str) -> Iterator[str]:
    """Give keys of a row that hold its number or its ticket together with something else.

    Another list's row of the same number does not share them; they find a row again whose name
    or e-mail the desk corrected. A ticket's tells the order that it came with.
    """
    if not registration.keys:
        return
    first = registration.keys[0]
    if is_counted(first):
        yield key_of_words(first, "name", name)
        if registration.email:
            yield key_of_words(first, "email", registration.email.lower())
    elif registration.ticket_secret and registration.order_code:
        yield ticket_of_order(TICKET + registration.ticket_secret, registration.order_code)


def ticket_of_order(key: str, order: str) -> str:
    """Give the key that stands for a ticket in an order of its system."""
    return key_of_words(key, "order", order)


def key_of_words(*words: str) -> str:
    """Give a key that stands for words."""
    text = "\x1f".join(words)
    return f"{ROW}{blake2b(text.encode(), digest_size=12).hexdigest()}"


def system_of(key: str) -> str:
    """Name the system, or the kind of name within one, that a key is from."""
    return key.partition(":")[0]
