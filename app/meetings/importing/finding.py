"""Whom a row of a list means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.registration import RowProblem
from app.delegates.telling_apart import name_key, organisation_key
from app.meetings.attendees import Attendees, Someone
from app.meetings.reading.entries import Called, Entry

_MOST_NAMED = 4


class RowRefused(Exception):
    """What a row says can't be taken."""

    def __init__(self, problem: RowProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class Finder:
    """Finds people by what lists call them: number, e-mail, name, organisation.

    Of the first two, what is known decides. A name that several have needs the organisation
    besides. Entries that were merged lead to who stands for them.
    """

    def __init__(self, attendees: Attendees) -> None:
        self._attendees = attendees
        self._numbers: dict[str, set[UUID]] = defaultdict(set)
        self._emails: dict[str, set[UUID]] = defaultdict(set)
        self._names: dict[str, set[UUID]] = defaultdict(set)
        self._organisations: dict[str, set[UUID]] = defaultdict(set)
        for entry, each in attendees.entries.items():
            who = attendees.standing(entry)
            self._numbers[each.who.badge_number.upper()].add(who)
            if each.email:
                self._emails[each.email.lower()].add(who)
            self._names[name_key(each.who.name)].add(who)
            if each.who.organisation:
                self._organisations[organisation_key(each.who.organisation)].add(who)

    def sides(self, entry: Entry) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
        """Give the hosts and the guests of a row.

        Raises:
            RowRefused: ``no_host``, ``no_guest``, ``unknown_delegate``, ``several_delegates``,
                ``with_themselves``.
        """
        hosts = self._side(entry.line, "no_host", entry.hosts)
        guests = self._side(entry.line, "no_guest", entry.guests)
        for each in hosts:
            if each in guests:
                named = _told(self._attendees.named([each]))
                raise RowRefused(RowProblem(entry.line, "", "with_themselves", named))
        return hosts, guests

    def person(self, entry: Entry) -> UUID:
        """Give whom a row speaks of that names one person only, as a guest.

        Raises:
            RowRefused: ``no_person``, ``several_delegates``, ``unknown_delegate``.
        """
        people = self._side(entry.line, "no_person", entry.guests)
        if len(people) > 1:
            named = _told(self._attendees.named(people))
            raise RowRefused(RowProblem(entry.line, "", "several_delegates", named))
        return people[0]

    def _side(self, line: int, none: str, called: Sequence[Called]) -> tuple[UUID, ...]:
        if not called:
            raise RowRefused(RowProblem(line, "", none, ""))
        return tuple(dict.fromkeys(self._one(line, each) for each in called))

    def _one(self, line: int, called: Called) -> UUID:
        found = self._found(called)
        if len(found) == 1:
            (only,) = found
            if self._attendees.get(only) is not None:
                return only
        code, text = "unknown_delegate", called.text
        if len(found) > 1:
            code = "several_delegates"
            text = f"{called.text}: {_told(self._attendees.named(found))}"
        raise RowRefused(RowProblem(line, called.column, code, text))

    def _found(self, called: Called) -> set[UUID]:
        named = set(self._names.get(name_key(called.name), ())) if fold(called.name) else set()
        key = organisation_key(called.organisation) if called.organisation else ""
        colleagues = set(self._organisations.get(key, ())) if key else set()
        keys = ((self._numbers, called.number.upper()), (self._emails, called.email.lower()))
        said = [(by, key) for by, key in keys if key]
        known = [set(by[key]) for by, key in said if key in by]
        if known:
            # A number and an e-mail of two people name both; one e-mail of two is narrowed down.
            found = known[0] & known[-1] or known[0] | known[-1]
            return _narrowed(found, named, colleagues)
        if said:
            # Of another e-mail is somebody else, be it of the same name.
            return named & colleagues or {each for each in named if not self._email(each)}
        if fold(called.name):
            return _narrowed(named, colleagues, self._coming(named))
        return _narrowed(colleagues, self._coming(colleagues))

    def _email(self, delegate: UUID) -> str:
        found = self._attendees.get(delegate)
        return "" if found is None else found.email

    def _coming(self, people: Iterable[UUID]) -> set[UUID]:
        return {each for each in people if self._attendees.are_coming([each])}


def _narrowed(found: set[UUID], *by: set[UUID]) -> set[UUID]:
    """Leave of several those who are in the other sets as well, as long as that leaves any."""
    for other in by:
        if len(found) > 1:
            found = found & other or found
    return found


def _told(people: Sequence[Someone]) -> str:
    """Name people so that no two are mistaken."""
    people = sorted(people, key=lambda each: (len(each.badge_number), each.badge_number))
    more = f" +{len(people) - _MOST_NAMED}" if len(people) > _MOST_NAMED else ""
    named = "; ".join(
        f"{each.badge_number} {each.name}" + (f" ({each.organisation})" * bool(each.organisation))
        for each in people[:_MOST_NAMED]
    )
    return shortened(named) + more
