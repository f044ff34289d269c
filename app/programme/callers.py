"""Which delegate a programme means by the name of a speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final
from uuid import UUID

from app.delegates.telling_apart import name_key, organisation_key
from app.meetings.attendees import Attendees

_TITLES: Final = re.compile(
    r"\b(?:prof|professor|professorin|dr|mr|mrs|ms|m|mme|herr|frau|ing|phd|msc|mba)\b\.?",
    re.IGNORECASE,
)
_WITH_ORGANISATION: Final = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|,\s*(.+))")
_EMAIL: Final = re.compile(r"[^\s<>@]+@[^\s<>@]+")


class Callers:
    """Finds delegates by number, e-mail or name; who can't be told apart stays a name.

    A name may have academic titles, and an organisation behind it in brackets or after a comma,
    which tells namesakes apart.
    """

    def __init__(self, attendees: Attendees) -> None:
        self._by: dict[str, set[UUID]] = defaultdict(set)
        self._organisation: dict[UUID, str] = {}
        for entry, each in attendees.entries.items():
            if attendees.get(entry) is None:
                continue
            for key in (each.who.badge_number.upper(), each.email.lower(), name_key(each.who.name)):
                self._by[key].add(entry)
            self._organisation[entry] = organisation_key(each.who.organisation)

    def voice(self, named: str) -> UUID | str:
        """Give the one delegate who is called so, or else the text without outer blanks."""
        text = " ".join(named.split())
        email = _EMAIL.search(text)
        for key in (text.upper(), email[0].lower() if email else ""):
            if key and len(self._by.get(key, ())) == 1:
                return next(iter(self._by[key]))
        return self._by_name(text) or text

    def _by_name(self, text: str) -> UUID | None:
        parts = _WITH_ORGANISATION.fullmatch(text)
        with_organisation = (parts[1], parts[2] or parts[3]) if parts else ("", "")
        for name, organisation in ((text, ""), with_organisation):
            key = name_key(_TITLES.sub(" ", name))
            found = self._by.get(key, set()) if key else set()
            wanted = organisation_key(organisation)
            theirs = {each for each in found if wanted and self._organisation[each] == wanted}
            if len(theirs or found) == 1:
                return next(iter(theirs or found))
        return None
