"""What the Print page says of papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.cli.unprintable_words import named
from app.printing.refusals import Unprintable
from app.printing.wishes import Sort
from ui.papers.kinds import Help

_NAMED = 3
CHOSEN = "Chosen on Delegates"
NOBODY_ACCEPTED = "Nobody is accepted yet. Import delegates, or register them at the Desk."
NOBODY_MEETS = "Nobody has a meeting then. Plan meetings first, then print."


def counting(one: str) -> Callable[[int], str]:
    """Give what counts these in words."""

    def counted(count: int) -> str:
        return f"1 {one}" if count == 1 else f"{count:,} {one}s"

    return counted


pages = counting("page")

SORTS: Mapping[Sort, str] = {
    Sort.FAMILY_NAME: "Sorted by family name",
    Sort.ORGANISATION: "Sorted by organisation",
    Sort.DELEGATION: "Sorted by delegation",
    Sort.BOX: "Sorted as badges lie in boxes",
}


HELP_WORDS: Mapping[Help, tuple[str, str]] = {
    Help.CHANGED: ("Show the {}", "eye"),
    Help.IMPORT: ("Import delegates", "file-spreadsheet"),
    Help.EVENT: ("Set up the event", "settings-2"),
}
"""The button that helps, and its icon."""


def nothing_left(missing: str, changed: int) -> str:
    """Say that nobody needs a paper, and how many papers are old."""
    if not changed:
        return missing
    have = "has" if changed == 1 else "have"
    return f"{missing} {changed:,} {have} changed since."


def left_blank(lacking: Sequence[Unprintable]) -> str:
    """Say which characters are left out; blank: none."""
    if not lacking:
        return ""
    said = "; ".join(f"{lack.name}: {named(lack.characters)}" for lack in lacking[:_NAMED])
    more = f"; and {len(lacking) - _NAMED:,} more" if len(lacking) > _NAMED else ""
    return f"No font here has these characters: {said}{more}. They are left out."


def turned_to(at: int, parts: int, page: int, pages_of_part: int, one: str) -> str:
    """Say which of all is shown, and which page of it; blank where there is only one page.

    ``one`` is what a part is called; blank where it needs no name.
    """
    which = f"{one} {at + 1:,} of {parts:,}".strip() if parts > 1 else ""
    where = f"page {page + 1:,} of {pages_of_part:,}" if pages_of_part > 1 else ""
    said = ", ".join(filter(None, (which, where)))
    return said[:1].upper() + said[1:]
