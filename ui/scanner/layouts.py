"""What a keyboard layout makes of a scanner's letters, learnt from a card.

A scanner presses the keys that a US keyboard has the letters on. Badges have only letters that
Latin layouts agree on; tickets of a registration also have digits and all other letters, and
Greek or Cyrillic layouts have none of them. The card holds them all in one order, so that what
arrives in a letter's place is that letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, digits

from app.checkin.codes import MAGIC, MODHEX
from ui.scanner.bursts import Burst, End

CAPITALS = MODHEX.upper()
REST = digits + ascii_lowercase
CARD = CAPITALS + REST
"""What the card's code says: as on a badge, then as on a ticket."""

# A dead key swallows a letter, or makes two of one. Within this, the capitals are still told.
_NEARLY = range(len(REST), len(CARD) + 5)


class NotTheCard(Exception):
    """What was scanned isn't the card, or can't be told from something else."""


class Keyboard(StrEnum):
    """Kinds of layouts that a person knows by name."""

    SAME = "same"
    AZERTY = "azerty"
    QWERTZ = "qwertz"
    TURKISH = "turkish"
    GREEK = "greek"
    CYRILLIC = "cyrillic"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sign that arrives was meant to be. Without pairs, everything is as it arrives."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def stored(cls, text: str) -> Layout:
        """Read what ``text`` gave; whatever else it is, nothing is learnt from it."""
        if len(text) % 2 or not text.isprintable():
            return cls()
        return cls(tuple(zip(text[::2], text[1::2], strict=True)))

    def text(self) -> str:
        """Give the pairs as one line for the settings, blank if there is none."""
        return "".join(arrived + meant for arrived, meant in self.pairs)

    def read(self, arrived: str) -> str:
        """Give the letters that the scanner meant.

        Caps Lock turns their case round, as it does on a layout that changes nothing.
        """
        return arrived.translate(self._table())

    def begins_code(self, arrived: str) -> bool:
        """Tell whether a badge begins like this."""
        return self.read(arrived).lower() == MAGIC

    def _table(self) -> Mapping[int, str]:
        turned = {
            ord(arrived.swapcase()): meant.swapcase()
            for arrived, meant in reversed(self.pairs)
            if len(arrived.swapcase()) == 1
        }
        return turned | {ord(arrived): meant for arrived, meant in self.pairs}


@dataclass(frozen=True, slots=True)
class Lesson:
    """What scanning the card has taught. ``gap`` is the usual one, in milliseconds."""

    layout: Layout
    keyboard: Keyboard
    caps_lock: bool
    tickets: bool
    digits_differ: bool
    end: End
    gap: float


def learn(card: Burst) -> Lesson:
    """Learn from a scan of the card, as it arrived.

    Raises:
        NotTheCard: It was something else, or two letters of badges arrive alike.
    """
    head, tail = card.text[: len(CAPITALS)], card.text[len(CAPITALS) :]
    whole = len(card.text) == len(CARD) and _each_its_own(head) and _each_its_own(tail)
    if not whole and not _capitals_are_told(card.text, head, tail):
        raise NotTheCard
    caps_lock = sum(map(str.islower, head)) > len(head) / 2
    meant = CARD.swapcase() if caps_lock else CARD
    arrived = card.text if whole else head
    pairs = tuple(zip(arrived, meant, strict=False))
    return Lesson(
        layout=Layout(tuple((came, sent) for came, sent in pairs if came != sent)),
        keyboard=_keyboard(pairs),
        caps_lock=caps_lock,
        tickets=whole,
        digits_differ=whole and tail[: len(digits)] != digits,
        end=card.end,
        gap=card.gap,
    )


def _each_its_own(arrived: str) -> bool:
    return len(set(arrived)) == len(arrived)


def _capitals_are_told(arrived: str, head: str, tail: str) -> bool:
    # The same letters have to come again among the small ones.
    again = set(head.lower()) <= set(tail.lower())
    return len(arrived) in _NEARLY and len(set(head.lower())) == len(CAPITALS) and again


def _keyboard(pairs: tuple[tuple[str, str], ...]) -> Keyboard:
    came = {sent.lower(): arrived.lower() for arrived, sent in reversed(pairs)}
    script = unicodedata.name(came["d"], "").split(" ")[0]
    if script != "LATIN":
        known = script.lower()
        return Keyboard(known) if known in ("greek", "cyrillic") else Keyboard.OTHER
    if any(arrived == "ı" for arrived, _ in pairs):
        return Keyboard.TURKISH
    if came.get("q") == "a":
        return Keyboard.AZERTY
    if came.get("y") == "z":
        return Keyboard.QWERTZ
    same = all(sent == arrived for sent, arrived in came.items() if sent.isalpha())
    return Keyboard.SAME if same else Keyboard.OTHER
