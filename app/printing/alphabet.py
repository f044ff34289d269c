"""Lists of people in the order of their names, under the letters they begin with.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol, TypeVar

from app.delegates.folding import fold
from app.printing.a4 import LEFT, RIGHT
from app.printing.colour import Colour
from app.printing.layout import Block, Box, Style, Typeface
from app.printing.paper import Paper

LETTER_HIGH: Final = 7.4
_HEADING = Style((5,), Typeface.DISPLAY_STRONG)
# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")


class Called(Protocol):
    """Somebody who is looked for by name."""

    @property
    def given_name(self) -> str:
        """Their given name."""

    @property
    def family_name(self) -> str:
        """Their family name."""

    @property
    def badge_number(self) -> str:
        """What tells them from others of that name."""


C = TypeVar("C", bound=Called)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class LetterFace:
    """What stands above the names that begin alike."""

    letter: str


def collated(who: Called) -> tuple[bool, str, str, str]:
    """Sort as one order for all of Europe does: marks do not count, other scripts by sound.

    What has no Latin letters comes last. But for those with one name alone, badges lie in their
    boxes in this order too.
    """
    called = fold(_called(who))
    return not called[:1].isascii(), called, fold(who.given_name), who.badge_number


def under_letters(people: Iterable[C], face: Callable[[C], R]) -> Iterator[LetterFace | R]:
    """Yield a letter before the faces of those who begin with it; they come in their order."""
    for letter, group in groupby(people, key=_letter):
        yield LetterFace(letter)
        yield from map(face, group)


def paged(
    rows: Sequence[LetterFace | R], room: float, high: float
) -> Iterator[list[LetterFace | R]]:
    """Yield the rows of each page. No letter stands at the foot of one without a name below it."""
    page: list[LetterFace | R] = []
    letter: LetterFace | None = None
    taken = 0.0
    for row in rows:
        is_letter = isinstance(row, LetterFace)
        needed = LETTER_HIGH + high if is_letter else high
        if taken + needed > room:
            yield page
            page = [letter] if letter and not is_letter else []
            taken = LETTER_HIGH * len(page)
        if isinstance(row, LetterFace):
            letter = row
        page.append(row)
        taken += LETTER_HIGH if is_letter else high
    yield page


def put_span(paper: Paper, rows: Iterable[object]) -> None:
    """Write in the corner which letters stand on the page."""
    letters = [row.letter for row in rows if isinstance(row, LetterFace)]
    span = letters[0] if len(letters) == 1 else f"{letters[0]} – {letters[-1]}"
    paper.put_right(Box(RIGHT - 32, 19, 32, 9), _HEADING, span)


def put_letter(paper: Paper, face: LetterFace, y: float) -> None:
    """Write a letter on a ground of its own."""
    paper.fill(Box(LEFT, y, RIGHT - LEFT, LETTER_HIGH), _QUIET)
    room = Box(LEFT + 1.4, y, 40, LETTER_HIGH)
    paper.set(Block(room, {"letter": _HEADING}, sink=0.5), {"letter": face.letter})


def _called(who: Called) -> str:
    """Give the name that somebody is looked for by: the only one, if there is only one."""
    return who.family_name or who.given_name


def _letter(who: Called) -> str:
    first = fold(_called(who))[:1]
    if first.isdigit() or not first:
        return "0–9"
    return first.upper() if first.isascii() else "Other"
