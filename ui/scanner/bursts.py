"""Telling a scanner's keys from a person's, by when they were pressed.

Nobody can know at its first key whether a scan has begun. So every key that types something is
kept for as long as a scanner's next key takes (35 ms), and given back in its place if none
comes: a person's typing arrives a blink late, whole, and in its order. What comes faster is
kept together until it ends with Enter, Tab or silence, and is a scan only then:

- of ten letters or more that a machine typed: no two further apart than 35 ms, and half of them
  not further than 25 ms. Nobody types ten letters like that.
- A badge says so with its first three letters; from there on a slow or stuttering scanner is
  given 150 ms for a letter, as long as half of them come within 35 ms.
- Where it stutters within the first three, those were given back already. They belong to the code
  all the same, if it goes on within 150 ms.

Everything else is given back. A scan never is: a foreign code must not type into a field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from statistics import median
from typing import Generic, TypeVar

from app.checkin.codes import LONGEST

LEAST_LETTERS = 10
BADGE_SAYS_SO = 3
SUFFIX_MS = 50
"""After a scan's end, a second ending (CR and LF) belongs to it for so long."""


class Role(Enum):
    """What a key does in a burst."""

    TYPES = auto()
    ENDS = auto()
    SHIFTS = auto()
    OTHER = auto()


class End(Enum):
    """What a burst ended with."""

    ENTER = auto()
    TAB = auto()
    SILENCE = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """A key that went down or up. ``at`` is in milliseconds; ``code`` names the key itself.

    ``text`` is what it types. ``ending`` says what a key that ends a scan ends it with.
    """

    at: int
    code: int
    down: bool = True
    text: str = ""
    role: Role = Role.OTHER
    ending: End = End.ENTER
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """How far apart keys of one burst may be, in milliseconds."""

    gap: int = 35
    steady: int = 25
    badge_gap: int = 150
    badge_steady: int = 35


PATIENT = Pace(gap=200, steady=200, badge_gap=200, badge_steady=200)
"""For the test card: also a scanner that is too slow to be told from a person is heard out."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What a scanner typed, as it arrived. ``gap`` is the usual one, in milliseconds."""

    text: str
    end: End
    gap: float


K = TypeVar("K", bound=Key)


class Bursts(Generic[K]):
    """Takes keys, and gives back those that were a person's.

    ``given_back`` gets keys in the order in which they went down and up. ``begins_code`` tells
    whether three letters, as they arrived, begin one of our codes.
    """

    def __init__(
        self,
        begins_code: Callable[[str], bool],
        given_back: Callable[[Sequence[K]], None],
        scanned: Callable[[Burst], None],
    ) -> None:
        self.begins_code = begins_code
        self.pace = Pace()
        self._given_back = given_back
        self._scanned = scanned
        self._ended_at: int | None = None
        self._swallowed: set[int] = set()
        self._before = ""
        self._last_press = 0
        self._begin()

    @property
    def wait(self) -> int | None:
        """Say after how many milliseconds without a key ``silence`` is due, if it is."""
        return self._limit() if self._kept else None

    def takes(self, key: K) -> bool:
        """Tell whether this press would be kept or swallowed. Changes nothing."""
        if self._kept and self._goes_on(key):
            return True
        if key.repeats:
            return False
        return key.role is Role.TYPES or self._ends_again(key)

    def press(self, key: K) -> bool:
        """Take a key that went down; if not, it is to go where it was going."""
        if self._kept and not self._goes_on(key):
            self.silence()
        if not self.takes(key):
            self._swallowed.discard(key.code)
            if key.role is not Role.SHIFTS:
                self._before = ""
            return False
        if not self._kept and key.role is not Role.TYPES:
            self._swallowed.add(key.code)
            return True
        self._keep(key)
        if key.role is Role.ENDS:
            self._end(key.ending)
        return True

    def release(self, key: K) -> bool:
        """Take a key that went up; if not, it is to go where it was going."""
        if key.code in self._swallowed:
            if not key.repeats:
                self._swallowed.discard(key.code)
            return True
        if self._kept:
            self._kept.append(key)
            return True
        return False

    def typed(self, text: str) -> bool:
        """Take a text that an input method made of a scan's keys."""
        if not self._kept or not self._by_machine():
            self.silence()
            return False
        self._text += text
        return True

    def silence(self) -> None:
        """Bring to an end what is kept: no key has come for long enough."""
        if self._kept:
            self._end(End.SILENCE)

    def _begin(self) -> None:
        self._kept: list[K] = []
        self._text = ""
        self._gaps: list[int] = []
        self._last_letter: int | None = None

    def _keep(self, key: K) -> None:
        if not self._kept and key.at - self._last_press > self.pace.badge_gap:
            self._before = ""
        if len(self._text) > LONGEST:
            # Longer than any code of ours: the rest goes nowhere, and needs no room.
            self._swallowed.add(key.code)
        else:
            self._kept.append(key)
            if key.role is Role.TYPES and not key.repeats:
                self._letter(key)
        if key.role is not Role.SHIFTS:
            self._last_press = key.at

    def _letter(self, key: K) -> None:
        if self._last_letter is not None:
            self._gaps.append(key.at - self._last_letter)
        self._last_letter = key.at
        self._text += key.text

    def _goes_on(self, key: K) -> bool:
        return 0 <= key.at - self._last_press <= self._limit()

    def _limit(self) -> int:
        return self.pace.badge_gap if self._by_machine() else self.pace.gap

    def _by_machine(self) -> bool:
        if not self._gaps:
            return False
        text, usual = self._whole(), median(self._gaps)
        if usual <= self.pace.badge_steady and self._is_badge(text):
            return True
        return len(text) >= LEAST_LETTERS and usual <= self.pace.steady

    def _whole(self) -> str:
        """Give what was typed, with letters of a badge that were given back before it."""
        joined = (self._before + self._text).lstrip()
        return joined if self._is_badge(joined) else self._text.lstrip()

    def _is_badge(self, text: str) -> bool:
        return len(text) >= BADGE_SAYS_SO and self.begins_code(text[:BADGE_SAYS_SO])

    def _ends_again(self, key: K) -> bool:
        if key.role is not Role.ENDS or self._ended_at is None:
            return False
        return 0 <= key.at - self._ended_at <= SUFFIX_MS

    def _end(self, end: End) -> None:
        kept, text, gaps = self._kept, self._whole().strip(), self._gaps
        is_scan = len(self._text.strip()) >= LEAST_LETTERS and self._by_machine()
        self._ended_at = self._last_press if is_scan else None
        goes_on = end is End.SILENCE and not is_scan
        self._before = (self._before + self._text)[-LEAST_LETTERS:] if goes_on else ""
        self._begin()
        if not is_scan:
            self._given_back(kept)
            return
        others = [key for key in kept if not self._swallow(key)]
        # A key that was down before the scan began has to come up where it went down.
        if others:
            self._given_back(others)
        self._scanned(Burst(text, end, median(gaps)))

    def _swallow(self, key: K) -> bool:
        if key.down:
            self._swallowed.add(key.code)
            return True
        was_swallowed = key.code in self._swallowed
        self._swallowed.discard(key.code)
        return was_swallowed
