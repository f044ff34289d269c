"""Letters as they will be read: who is told what, in which language. It tells only what is so.

Importing this loads Babel: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from babel.dates import format_date, format_datetime
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.letters.own import letter_text
from app.applications.letters.texts import LANGUAGES, LETTERS, LetterText
from app.applications.letters.told import not_yet_told
from app.applications.letters.wishes import LetterWish, NobodyToWriteTo
from app.applications.reading import Application, applications
from app.applications.terms import Terms, terms_of
from app.delegates.person import Person, people
from app.delegates.registration import Status
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.journal.turns import chunks
from db.models import Delegate, LogRow

_DATE: Final = {"en": "d MMMM y", "de": "d. MMMM y", "fr": "d MMMM y"}
_DAY: Final = {"en": "d MMMM", "de": "d. MMMM", "fr": "d MMMM"}
_OF_MONTH: Final = {"en": "d", "de": "d.", "fr": "d"}
_TIME: Final = {"en": "d MMMM y, HH:mm", "de": "d. MMMM y, HH:mm", "fr": "d MMMM y, HH:mm"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person is told. ``dated`` is the day of the letter, in its language."""

    person: Person
    status: Status
    language: str
    text: LetterText
    dated: str

    @property
    def mail(self) -> str:
        """Give the text of a mail."""
        return "\n\n".join(self.text.paragraphs)


def letters(journal: Journal, wish: LetterWish) -> tuple[Letter, ...]:
    """Write letters by their turns, each by where the application stands.

    Raises:
        NobodyToWriteTo: Nobody is wished, or of those named some stand elsewhere.
    """
    with journal.reading() as session:
        queue = applications(session)
        chosen = _chosen(session, queue, wish)
        known = _known(session, queue, chosen, journal.now)
        spoken = {each.id: wish.language or known.language_of(each.id) for each in chosen}
        of = {(each.status, spoken[each.id]) for each in chosen}
        texts = {each: letter_text(session, *each) for each in of}
    return tuple(
        known.letter(each, spoken[each.id], texts[each.status, spoken[each.id]]) for each in chosen
    )


def example(journal: Journal, status: Status, language: str, text: LetterText) -> Letter | None:
    """Write to the first who would get such a letter, or else to somebody else, as if they would.

    Nothing, where nobody applied.
    """
    with journal.reading() as session:
        queue = applications(session)
        fits = (each for each in queue if each.status is status)
        one = next(fits, queue[0] if queue else None)
        if one is None:
            return None
        known = _known(session, queue, [one], journal.now)
    return known.letter(replace(one, status=status), language, text)


@dataclass(frozen=True, slots=True)
class _Known:
    """What letters are written from. ``places`` are those on the waiting list."""

    facts: EventFacts
    terms: Terms
    now: datetime
    people: Mapping[UUID, Person]
    languages: Mapping[UUID, str]
    decided: Mapping[UUID, datetime]
    places: Mapping[UUID, int]

    def language_of(self, delegate: UUID) -> str:
        said = self.languages[delegate]
        return said if said in LANGUAGES else "en"

    def letter(self, each: Application, language: str, text: LetterText) -> Letter:
        about, who = _About(self.facts, self.terms, language), self.people[each.id]
        values = about.of_event() | about.of_person(who) | about.of(each)
        values["decided"] = about.day_of(self.decided[each.id]) if each.id in self.decided else ""
        values["place"] = str(self.places.get(each.id, ""))
        dated = about.day_of(self.now)
        return Letter(who, each.status, language, text.filled(values), dated)


def _known(
    session: Session, queue: Sequence[Application], chosen: Sequence[Application], now: datetime
) -> _Known:
    ids = [each.id for each in chosen]
    waiting = [each.id for each in queue if each.status is Status.WAITING]
    return _Known(
        event_facts(session),
        terms_of(session),
        now,
        people(session, ids),
        _languages(session, ids),
        _decided(session, ids),
        {each: place for place, each in enumerate(waiting, start=1)},
    )


@dataclass(frozen=True, slots=True)
class _About:
    """Gives what the placeholders stand for, in a language."""

    facts: EventFacts
    terms: Terms
    language: str

    def of_event(self) -> dict[str, str]:
        facts = self.facts
        venue = ", ".join(filter(None, (facts.venue, facts.city)))
        deadline = self.terms.apply_until
        return {
            "event": facts.name,
            "venue": venue,
            "city": facts.city,
            "days": self._days(facts.days),
            "deadline": self._time(deadline) if deadline is not None else "",
        }

    def of_person(self, who: Person) -> dict[str, str]:
        return {
            "name": who.name,
            "given_name": who.given_name,
            "family_name": who.family_name,
            "organisation": who.organisation,
            "number": who.badge_number,
        }

    def of(self, each: Application) -> dict[str, str]:
        missed = self.terms.apply_until if each.late else None
        return {
            "deadline_missed": self._time(missed) if missed is not None else "",
            "received": self._time(each.received) if each.received is not None else "",
        }

    def day_of(self, at: datetime) -> str:
        return self._format(at.astimezone(self.facts.zone).date(), _DATE)

    def _time(self, at: datetime) -> str:
        local = at.astimezone(self.facts.zone)
        said = format_datetime(local, _TIME[self.language], locale=self.language)
        return f"{said} {local:%Z}"

    def _days(self, days: Sequence[date]) -> str:
        if len(days) < 2:
            return self._format(days[0], _DATE) if days else ""
        first, last = days[0], days[-1]
        if (first.year, first.month) == (last.year, last.month):
            return f"{self._format(first, _OF_MONTH)}–{self._format(last, _DATE)}"
        from_day = _DAY if first.year == last.year else _DATE
        return f"{self._format(first, from_day)} – {self._format(last, _DATE)}"

    def _format(self, day: date, form: Mapping[str, str]) -> str:
        return format_date(day, form[self.language], locale=self.language)


def _chosen(
    session: Session, queue: Sequence[Application], wish: LetterWish
) -> Sequence[Application]:
    statuses = (wish.status,) if wish.status is not None else LETTERS
    fitting = [each for each in queue if each.status in statuses]
    decided = bool(fitting)
    if wish.delegates:
        fits = {each.id for each in fitting}
        others = [each for each in wish.delegates if each not in fits]
        if others:
            raise NobodyToWriteTo(tuple(people(session, others).values()))
        wished = frozenset(wish.delegates)
        return [each for each in fitting if each.id in wished]
    if wish.only_new:
        fitting = not_yet_told(session, fitting)
    if not fitting:
        raise NobodyToWriteTo((), told=decided)
    return fitting


def _languages(session: Session, delegates: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(_pairs(session, delegates))


def _pairs(session: Session, delegates: Sequence[UUID]) -> Iterator[tuple[UUID, str]]:
    for part in chunks(delegates):
        columns = select(Delegate.id, Delegate.language).where(Delegate.id.in_(part))
        for row in session.execute(columns):
            yield row.id, row.language


def _decided(session: Session, delegates: Sequence[UUID]) -> Mapping[UUID, datetime]:
    """Tell when the status of each was written last."""
    at: dict[UUID, datetime] = {}
    for part in chunks(delegates):
        columns = select(Delegate.id, Delegate.stamp, Delegate.stamps).where(Delegate.id.in_(part))
        deeds = {
            UUID(hex=row.stamps.get("status", row.stamp)[16:]): row.id
            for row in session.execute(columns)
        }
        for row in session.execute(select(LogRow.id, LogRow.at).where(LogRow.id.in_(deeds))):
            at[deeds[row.id]] = row.at
    return at
