"""The names that sources have for delegates, and how far each can be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from uuid import UUID

from app.checkin.identify import TICKET
from app.delegates.registration import Registration

ROW = "row:"
"""Begins a key that stands for words, hashed, where the source has no name of its own."""

# Any list of one's own, and any Indico event, counts its people from 1.
_COUNTED = (TICKET, "id:", "indico:")
# These do not tell people apart: one person may well have two.
_NOBODY_S_OWN = frozenset({"row", "ticket", "id", "eventbrite-order"})


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
            self._of[delegate].setdefault(_system(key), set()).add(key)

    def speak_of_another(self, keys: Sequence[str], delegate: UUID) -> bool:
        """Tell whether a delegate has another name in a system that these keys are from."""
        held = self._of.get(delegate)
        if held is None:
            return False
        systems = {_system(key) for key in keys} - _NOBODY_S_OWN
        return any(system in held and held[system].isdisjoint(keys) for system in systems)


def is_counted(key: str) -> bool:
    """Tell whether lists that know nothing of each other give this key to different people."""
    return key.startswith(_COUNTED)


def keys_of(registration: Registration) -> tuple[str, ...]:
    """Give the source's names for the registration, its ticket's code last."""
    secret = registration.ticket_secret
    return (*registration.keys, TICKET + secret) if secret else registration.keys


def with_words(registration: Registration, name: str) -> Iterator[str]:
    """Give keys of a counted row that another list's row of this number does not share.

    They find a row again whose name or e-mail the desk corrected.
    """
    if registration.keys and is_counted(registration.keys[0]):
        yield key_of_words(registration.keys[0], "name", name)
        if registration.email:
            yield key_of_words(registration.keys[0], "email", registration.email.lower())


def key_of_words(*words: str) -> str:
    """Give a key that stands for words."""
    text = "\x1f".join(words)
    return f"{ROW}{blake2b(text.encode(), digest_size=12).hexdigest()}"


def _system(key: str) -> str:
    return key.partition(":")[0]
