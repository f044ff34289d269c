"""Says numbers, names and days of a report in its language.

Importing this loads ReportLab and Babel: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.delegates.countries import country_name
from app.meetings.attendees import Someone
from app.outcomes.follow_ups import Party
from app.outcomes.report.language import SPEECHES, spaced
from app.outcomes.report.terms import Forms, Terms
from app.outcomes.report.terms_english import ENGLISH
from app.outcomes.report.terms_french import FRENCH
from app.outcomes.report.terms_german import GERMAN
from app.outcomes.report.wishes import Language
from app.printing.refusals import Unprintable
from app.printing.schedules.faces import FaceMaker

_TERMS: Mapping[Language, Terms] = MappingProxyType(
    {Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN, Language.FRENCH: FRENCH}
)
_LONGEST, _LONGEST_LABEL, _LONGEST_NOTE = 90, 48, 200


class Wording:
    """The words of one report; it remembers what no font here can print."""

    def __init__(self, language: Language, zone: ZoneInfo) -> None:
        self.language = language
        self.terms = _TERMS[language]
        self._speech = SPEECHES[language]
        self._faces = FaceMaker(zone)
        self._zone = zone

    @property
    def unprintable(self) -> tuple[Unprintable, ...]:
        """Give what could not be printed so far."""
        return self._faces.unprintable

    def number(self, number: int) -> str:
        """Write a number in digits."""
        return self._speech.digits(number)

    def decimal(self, number: float) -> str:
        """Write a number with one digit after the point."""
        return self._speech.decimal(number)

    def share(self, part: int, whole: int) -> str:
        """Write a part in per cent."""
        return self._speech.share(part, whole)

    def listed(self, items: Sequence[str]) -> str:
        """Join items as the language lists them."""
        return self._speech.listed(items)

    def say(self, forms: Forms | str, number: int = 0, **filled: str | int) -> str:
        """Fill the form for so many; numbers are written in digits."""
        if not isinstance(forms, str):
            is_one = number < 2 if self.language is Language.FRENCH else number == 1
            forms = forms[0] if is_one else forms[1]
        said = {
            name: self.number(each) if isinstance(each, int) else each
            for name, each in {"number": number, **filled}.items()
        }
        return self._spaced(forms.format_map(said))

    def parted(self, items: Iterable[str]) -> str:
        """Join what belongs together less than a list does; blanks are left out."""
        return self._spaced(" ; " if self.language is Language.FRENCH else "; ").join(
            filter(None, items)
        )

    def counted(self, number: int, forms: Forms) -> str:
        """Write a number, and of what it is."""
        return f"{self.number(number)} {self.say(forms, number)}"

    def shown(self, text: str, field: str, number: str = "", name: str = "") -> str:
        """Give a name as it is printed; the badge number, or that it is not, if no font can."""
        instead = number or self.terms.labels.unprintable
        return _shortened(self._faces.shown(text, number, name, field, instead), _LONGEST)

    def label(self, text: str, field: str) -> str:
        """Give a name as it stands at a bar, where there is little room."""
        return _shortened(self.shown(text, field), _LONGEST_LABEL)

    def noted(self, text: str) -> str:
        """Give what somebody wrote as it is printed, its beginning if it is long."""
        instead = self.terms.labels.unprintable
        return _shortened(self._faces.shown(text, "", "", "note", instead), _LONGEST_NOTE)

    def party(self, party: Party) -> str:
        """Name a party; one that nobody named goes by its badge number."""
        return self.shown(party.name, "organisation", party.badge_number) or party.badge_number

    def country(self, code: str) -> str:
        """Name a country."""
        return country_name(code, self.language.value)

    def side(self, people: Iterable[Someone]) -> str:
        """Name the organisations of a side of a meeting, or its people where they have none."""
        named = (
            self.shown(each.organisation, "organisation", each.badge_number, each.name)
            or self.shown(each.name, "name", each.badge_number, each.name)
            or each.badge_number
            for each in people
        )
        return ", ".join(dict.fromkeys(named))

    def clock(self, at: datetime) -> str:
        """Write a time of day at the venue."""
        return self._faces.clock(at)

    def day_of(self, at: datetime) -> date:
        """Give the day of an instant at the venue."""
        return at.astimezone(self._zone).date()

    def long_day(self, day: date) -> str:
        """Name a day with its weekday."""
        return self._speech.dated(day, self.terms.long_day)

    def short_day(self, day: date) -> str:
        """Name a day in short."""
        return self._speech.dated(day, self.terms.short_day)

    def numeric_day(self, day: date) -> str:
        """Write a day with its year, as it stands in tables."""
        return self._speech.dated(day, self.terms.table_day)

    def _spaced(self, text: str) -> str:
        return spaced(text) if self.language is Language.FRENCH else text

    def dates(self, days: Sequence[date]) -> str:
        """Say days together."""
        return self._speech.dates(days)

    def stamp(self, at: datetime) -> str:
        """Write when something was printed."""
        local = at.astimezone(self._zone)
        when = f"{self._speech.dated(local.date(), self.terms.stamp)}, {local:%H:%M}"
        return self.say(self.terms.printed, when=when)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
