"""What the dialog says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.cli.unprintable_words import named, remedy
from app.printing.refusals import Unprintable
from app.printing.stock import Stock
from app.printing.wishes import OnPaper
from ui.common.times import Times

STOCK_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "a4-4up": "A4, four A6 badges",
        "a6": "A6 single badge",
        "90x55-10up": "Labels 90 × 55 mm, ten on A4",
        "85x54": "Card 85 × 54 mm",
        "85x54-10up": "A4, ten cards 85 × 54 mm",
        "62mm-roll": "Roll 62 mm",
        "102mm-roll": "Roll 102 mm",
        "herma-10809": "Herma 10809, four A6 labels on A4",
        "herma-5028": "Herma 5028, ten cards on A4",
        "avery-32015": "Avery 32015, eight cards on A4",
        "avery-5395": "Avery 5395, eight on Letter",
        "avery-5392": "Avery 5392, six 4 × 3 in on Letter",
    }
)
NO_PRINTER = (
    "This computer has no printer. Save a PDF instead, or add a printer in the system's "
    "settings and press Print again."
)
_NAMED = 3


def stock_words(name: str) -> str:
    """Say what badges are printed on; a paper of one's own has its own name."""
    return STOCK_WORDS.get(name, name)


def badges(count: int) -> str:
    """Give so many badges in words."""
    return "1 badge" if count == 1 else f"{count:,} badges"


def sheets(count: int) -> str:
    """Give so many sheets in words."""
    return "1 sheet" if count == 1 else f"{count:,} sheets"


def below_page(pages: int, stock: Stock) -> str:
    """Say what the preview shows."""
    which = "" if pages == 1 else f"Sheet 1 of {pages:,}. "
    return f"{which}Dashed lines show where to cut.".strip() if stock.cut_marks else which.strip()


def printed_again(named: Sequence[OnPaper], times: Times) -> str:
    """Warn of badges that were printed before, of one or of several; blank: none was."""
    before = [each for each in named if each.printed_at]
    if len(named) == 1 and before:
        (one,) = before
        at = times.of_day(one.printed_at) if one.printed_at else ""
        if one.is_old:
            return f"Printed {at} with a code that was replaced since. Print the new badge."
        return (
            f"Printed {at}. Printing it again gives the same code; the old paper stays good. "
            "Is it lost? Issue a new code."
        )
    return printed_before(len(before), len(named))


def printed_before(count: int, every: int) -> str:
    """Warn that some of many were printed before; blank: none was."""
    if not count:
        return ""
    were = "was" if count == 1 else "were"
    return (
        f"{count:,} of {every:,} {were} printed before. Their old papers stay good, unless a code "
        "was replaced since."
    )


def left_out(lacking: Sequence[Unprintable]) -> str:
    """Say whose badges are left out, and why; blank: nobody's."""
    if not lacking:
        return ""
    numbers = {lack.badge_number for lack in lacking}
    said = "; ".join(f"{lack.name}: {named(lack.characters)}" for lack in lacking[:_NAMED])
    more = f"; and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
    are = "is" if len(numbers) == 1 else "are"
    return (
        f"{badges(len(numbers))} {are} left out, for no font here has these characters: "
        f"{said}{more}. {remedy(lacking)}, then print."
    )


def counted_slips(count: int) -> str:
    """Give so many slips in words."""
    return "1 slip" if count == 1 else f"{count:,} slips"


def left_off(lacking: Sequence[Unprintable]) -> str:
    """Say which characters are not on a slip; blank: none."""
    if not lacking:
        return ""
    said = "; ".join(f"{lack.name}: {named(lack.characters)}" for lack in lacking[:_NAMED])
    return f"No font here has these characters: {said}. The badge number stands in their place."
