"""What the dialog of reports says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.cli.unprintable_words import named, remedy
from app.outcomes.report.office import Paper
from app.outcomes.report.wishes import Language
from app.printing.refusals import Unprintable

TITLES: Mapping[Paper, str] = MappingProxyType(
    {Paper.REPORT: "Closing report", Paper.FOLLOW_UPS: "Follow-up list"}
)
ABOUT: Mapping[Paper, str] = MappingProxyType(
    {
        Paper.REPORT: "Two to six pages for whoever paid for it: who came, what was held, what "
        "came of it, and what is left to do.",
        Paper.FOLLOW_UPS: "For whoever goes on: everybody who could not come, and all that was "
        "agreed, however long that is.",
    }
)
LANGUAGES: Mapping[Language, str] = MappingProxyType(
    {
        Language.ENGLISH: "English",
        Language.GERMAN: "Deutsch",
        Language.FRENCH: "Français",
    }
)
_NAMED = 3


def pages(count: int) -> str:
    """Give so many pages in words."""
    return "1 page" if count == 1 else f"{count:,} pages"


def entries(paper: Paper, count: int) -> str:
    """Say how much it tells of."""
    if paper is Paper.REPORT:
        return "1 meeting" if count == 1 else f"{count:,} meetings"
    return "1 entry" if count == 1 else f"{count:,} entries"


def lacking(unprintable: Sequence[Unprintable]) -> str:
    """Say which characters are not on it; blank: none."""
    if not unprintable:
        return ""
    said = "; ".join(
        " ".join(filter(None, (f"{lack.name}:" if lack.name else "", named(lack.characters))))
        for lack in unprintable[:_NAMED]
    )
    more = f"; and {len(unprintable) - _NAMED} more" if len(unprintable) > _NAMED else ""
    return (
        f"No font here has these characters, so badge numbers stand for names: {said}{more}. "
        f"{remedy(unprintable)}."
    )
