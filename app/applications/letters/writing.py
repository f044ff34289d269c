"""Letters as they will be read: who is told what, in which language. It tells only what is so.

Importing this loads Babel: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from babel.dates import format_date, format_datetime
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.letters.own import letter_text
from app.applications.letters.texts import LETTERS, LetterText
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
        facts, terms = event_facts(session), terms_of(session)
        queue = applications(session)
        chosen = _chosen(session, queue, wish)
        known = people(session, [each.id for each in chosen])
        languages = _languages(session, [each.id for each in chosen])
        decided = _decided(session, [each.id for each in chosen])
        spoken = {(each.status, wish.language or languages[each.id] or "en") for each in chosen}
        texts = {each: letter_text(session, *each) for each in spoken}
    waiting = [each.id for each in queue if each.status is Status.WAITING]
    places = {each: place for place, each in enumerate(waiting, start=1)}
    written = []
    for each in chosen:
        language = wish.language or languages[each.id] or "en"
        text = texts[each.status, language]
        about = _About(facts, terms, language)
        values = about.of_event() | about.of_person(known[each.id]) | about.of(each)
        values["decided"] = about.day_of(decided[each.id]) if each.id in decided else ""
        values["place"] = str(places.get(each.id, ""))
        dated = about.day_of(journal.now)
        written.append(Letter(known[each.id], each.status, language, text.filled(values), dated))
    return tuple(written)


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
        return f"{self._format(days[0], _DAY)} – {self._format(days[-1], _DATE)}"

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
        return [each for each in fitting if each.id in wish.delegates]
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
