"""Who applied and could not come, whom they would have met, and what was agreed to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.registration import Status
from app.floor.day import DayMeeting
from app.floor.states import MeetingState
from app.meetings.attendees import Attendee, Someone
from app.outcomes.audience import HAD_PLACE, Listed
from app.outcomes.outcome import Answer, OutcomeKind, Told, kinds_of
from app.outcomes.results import DayResults

# Whoever was furthest speaks for the rest of an organisation.
_FURTHEST = (
    *(Status.ACCEPTED, Status.WITHDRAWN, Status.WAITING, Status.RECEIVED, Status.DECLINED),
)


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation of which somebody applied, or a delegate who stands for themselves.

    ``badge_number`` is of the first of its people, ``countries`` are those of all of them.
    ``status`` is where the application stands that got furthest: who is neither accepted nor
    withdrew had no place. ``took_part``: somebody was checked in, or met somebody.
    """

    id: str
    name: str
    badge_number: str
    countries: tuple[str, ...]
    is_cluster: bool
    status: Status
    is_expected: bool
    took_part: bool

    @property
    def is_missed(self) -> bool:
        """Tell whether it was not there, for whatever reason."""
        return self.is_expected and not self.took_part

    @property
    def is_absent(self) -> bool:
        """Tell whether it could not come, though it had a place or gave it up."""
        return self.is_missed and self.status in HAD_PLACE


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Whom somebody would have met: a meeting was arranged with them, or only asked for."""

    party: Party
    was_arranged: bool


@dataclass(frozen=True, slots=True)
class Absent:
    """A party that was not there, and whom it would have met, the arranged ones first."""

    party: Party
    would_have_met: tuple[Counterpart, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the people of a meeting agreed to do: until when, who sees to it, and what.

    ``on`` is none, or ``by`` blank, where only the other was said.
    """

    on: date | None
    by: str
    meeting: str
    starts_at: datetime
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]
    kinds: tuple[OutcomeKind, ...]
    programmes: tuple[str, ...]
    answers: tuple[Answer, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUps:
    """All parties that applied, by name; those that could not come; next steps by date.

    ``without_place`` were declined, are waiting or were not decided on.
    """

    parties: tuple[Party, ...]
    absent: tuple[Absent, ...]
    without_place: tuple[Absent, ...]
    steps: tuple[NextStep, ...]


Sides = tuple[Sequence[UUID], Sequence[UUID]]
"""The people of two sides who were to meet."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is on the list, and who of them was there on ``days``."""

    listed: Mapping[UUID, Listed]
    people: Mapping[UUID, Attendee]
    here: frozenset[UUID]
    days: frozenset[date]


def met(days: Iterable[DayResults]) -> frozenset[UUID]:
    """Give who met somebody: the people of meetings that were held."""
    return frozenset(
        who
        for day in days
        for each in day.results
        if each.stands.state is MeetingState.HELD
        for who in each.meeting.people
    )


def parties_of(presence: Presence) -> Mapping[UUID, Party]:
    """Give the party of everybody on the list."""
    staff: dict[str, list[Listed]] = {}
    for each in presence.listed.values():
        staff.setdefault(each.organisation, []).append(each)
    return {
        each.id: party
        for of_one in staff.values()
        for party in [_party(of_one, presence)]
        for each in of_one
    }


def missed_of(
    parties: Mapping[UUID, Party], arranged: Iterable[Sides], asked: Iterable[Sides]
) -> Iterator[Absent]:
    """Yield who applied and did not take part, by name, with whom they would have met."""
    partners: dict[str, dict[str, Counterpart]] = {}
    for pairs, was_arranged in ((arranged, True), (asked, False)):
        for sides in pairs:
            _pair(partners, parties, sides, was_arranged=was_arranged)
    for party in in_order(parties.values()):
        if party.is_missed:
            yield Absent(party, tuple(partners.get(party.id, {}).values()))


def steps_of(days: Iterable[DayResults]) -> tuple[NextStep, ...]:
    """Give what was agreed to be done, by date; what has none comes last."""
    found = []
    for day in days:
        for result in day.results:
            by_word: dict[tuple[date | None, str], list[Told]] = {}
            for told in result.told:
                said = told.outcome
                if said.is_to_follow:
                    by_word.setdefault((said.follow_up_on, said.follow_up_by), []).append(told)
            found += [_step(day, result.meeting, told) for told in by_word.values()]
    return tuple(sorted(found, key=_when))


def in_order(parties: Iterable[Party]) -> list[Party]:
    """Give each party once, by name."""
    known = {each.id: each for each in parties}
    return sorted(known.values(), key=lambda each: (fold(each.name), each.badge_number))


def _party(staff: Sequence[Listed], presence: Presence) -> Party:
    people = [presence.people[each.id] for each in staff]
    first = staff[0]
    status = min((each.status for each in staff), key=_FURTHEST.index)
    days = {day.isoformat() for day in presence.days}
    return Party(
        id=first.organisation,
        name=first.organisation_name or people[0].who.name,
        badge_number=people[0].who.badge_number,
        countries=tuple(dict.fromkeys(each.country for each in staff if each.country)),
        is_cluster=any(each.is_cluster for each in people),
        status=status,
        is_expected=any(not each.days or not days.isdisjoint(each.days) for each in people),
        took_part=any(each.id in presence.here for each in staff),
    )


def _pair(
    partners: dict[str, dict[str, Counterpart]],
    parties: Mapping[UUID, Party],
    sides: Sides,
    *,
    was_arranged: bool,
) -> None:
    ours, theirs = (
        {parties[who].id: parties[who] for who in each if who in parties} for each in sides
    )
    for one, others in ((ours, theirs), (theirs, ours)):
        for party in one.values():
            if not party.is_missed:
                continue
            known = partners.setdefault(party.id, {})
            for other in others.values():
                if other.id != party.id:
                    known.setdefault(other.id, Counterpart(other, was_arranged))


def _step(day: DayResults, meeting: DayMeeting, told: Sequence[Told]) -> NextStep:
    said = [each.outcome for each in told]
    people = day.day.people
    kinds = kinds_of(told)
    return NextStep(
        on=said[0].follow_up_on,
        by=said[0].follow_up_by,
        meeting=meeting.number,
        starts_at=meeting.starts_at,
        hosts=tuple(people[each].who for each in meeting.hosts),
        guests=tuple(people[each].who for each in meeting.guests),
        kinds=tuple(each for each in OutcomeKind if each in kinds),
        programmes=_each_once(each.programme for each in said),
        answers=tuple(dict.fromkeys(each.answer for each in said if each.answer)),
        notes=_each_once(each.note for each in said),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _when(step: NextStep) -> tuple[bool, date, datetime, str]:
    return step.on is None, step.on or date.max, step.starts_at, step.meeting
