"""The sentences of refusals that say something else where there is a screen.

They name what can be pressed, not what can be typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.applications.places import PlacesFull
from app.checkin.badges import ReasonMissing
from app.cli.unprintable_words import named, remedy
from app.delegates.organisations import ShortNameTooLong, UnknownOrganisation
from app.delegates.person import UnknownDelegate
from app.delegates.reading.refusals import FieldMappedTwice, NoPeopleFound
from app.delegates.roster import PerhapsKnown
from app.errors import DeskError
from app.event.planned import MeetingsLosePlace
from app.event.zones import UnknownZone
from app.printers.refusals import NoPrinterChosen, PrintServiceMissing
from app.printing.refusals import (
    CannotFold,
    CharactersUnprintable,
    NothingToPrint,
    NotYetAccepted,
    Only,
)
from app.printing.templates.refusals import TemplateTooLarge, UnknownTemplate
from ui.common.sentences import full_words


def _listed(words: Any) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _some(names: Iterable[str]) -> str:
    shown = list(names)
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
    return ", ".join(shown[:3]) + more


_NOTHING_TO_PRINT = {
    Only.ALL: "No delegate is accepted yet. Accept somebody, then print.",
    Only.NEW: "Every badge is printed.",
    Only.CHANGED: "No badge says anything else than when it was printed.",
}

ON_SCREEN: Mapping[type[DeskError], Callable[[Any], str]] = {
    CannotFold: lambda e: (
        f"Sheets of “{e.stock}” can't be folded so that each back stands behind its front. Choose "
        "a paper of two columns, or backs on both sides."
    ),
    CharactersUnprintable: lambda e: (
        "No font here has these characters: "
        + "; ".join(f"{lack.name or 'the event'}: {named(lack.characters)}" for lack in e.items[:5])
        + (f"; and {len(e.items) - 5} more" if len(e.items) > 5 else "")
        + f". {remedy(e.items)}, then print."
    ),
    FieldMappedTwice: lambda e: (
        f"Two columns are matched to the same field: {_listed(e.columns)}. Leave one of them out."
    ),
    UnknownTemplate: lambda e: (
        f"These badges are printed from the template “{e.template}”, which is gone from this desk. "
        "Open Badge templates, and tick this paper at another one."
    ),
    TemplateTooLarge: lambda e: (
        f"The template “{e.template}” has become larger than a label of this paper. "
        "Open Badge templates, and tick this paper at another one."
    ),
    MeetingsLosePlace: lambda e: (
        "1 meeting would lose the place it has. Nothing was changed."
        if e.meetings == 1
        else f"{e.meetings:,} meetings would lose the place they have. Nothing was changed."
    ),
    NoPrinterChosen: lambda e: (
        f"No printer is chosen for {e.kind}. Choose it on Print, then print again."
    ),
    PrintServiceMissing: lambda e: (
        f"There is no print service here: {e.program} is missing. Install CUPS, or save a PDF and "
        "print that."
    ),
    NoPeopleFound: lambda e: (
        f"No column of {e.file} holds names. Say which one is the name or the family name."
    ),
    NothingToPrint: lambda e: (
        _NOTHING_TO_PRINT[e.only] if e.printed else _NOTHING_TO_PRINT[Only.ALL]
    ),
    NotYetAccepted: lambda e: (
        f"Not accepted yet: {_some(each.name for each in e.delegates)}. Accept them, then print."
    ),
    PerhapsKnown: lambda e: (
        "Perhaps registered already: "
        + "; ".join(
            f"{each.name}, {each.organisation or 'no organisation'}" for each in e.delegates
        )
        + ". Open the entry, or register another person. Nobody was registered."
    ),
    ReasonMissing: lambda _: "A new code makes the old badge worthless. Say why.",
    ShortNameTooLong: lambda e: f"“{e.short_name}” is too long. {e.most} letters have room.",
    PlacesFull: lambda e: (
        f"{full_words(e)} Nothing was changed. Put them on the waiting list, or accept them all "
        "the same and say why."
    ),
    UnknownDelegate: lambda _: "This delegate is no longer on the list. Look the name up again.",
    UnknownOrganisation: lambda e: f"No organisation is spelt “{e.organisation}” here.",
    UnknownZone: lambda e: f"No table stands in “{e.zone}” any more. Look at the tables again.",
}
