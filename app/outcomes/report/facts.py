"""Everything that a report is written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.delegates.registration import Status
from app.event.facts import EventFacts
from app.meetings.attendees import MeetingKind
from app.outcomes.figures import Figures
from app.outcomes.follow_ups import FollowUps, Party
from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.programme_figures import ProgrammeFigures
from app.outcomes.report.headline_facts import Group, HeadlineFacts
from app.outcomes.results import DayResults

_HALF = 2


@dataclass(frozen=True, slots=True)
class Came:
    """What came of meetings, beside what the figures count.

    ``programmes`` are how many meetings with a joint proposal name each, most often first;
    ``unnamed`` of these name none. ``without_kind`` meetings have an outcome of no kind.
    ``answers`` counts meetings by what was answered in short.
    """

    programmes: tuple[tuple[str, int], ...]
    unnamed: int
    without_kind: int
    answers: Mapping[Answer, int]


@dataclass(frozen=True, slots=True)
class Tours:
    """So many visits have set out, and so many delegates were on one of them."""

    visits: int = 0
    delegates: int = 0


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The figures of ``days``, and what stands beside them; ``around`` is what has begun."""

    event: EventFacts
    days: tuple[date, ...]
    figures: Figures
    left: FollowUps
    came: Came
    tours: Tours
    around: ProgrammeFigures

    @property
    def is_part(self) -> bool:
        """Tell whether the event has more days than these."""
        return len(self.days) < len(self.event.days)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to tell of."""
        return not self.figures.meetings.arranged and not self.figures.people.applied.delegates


def came_of(days: Iterable[DayResults]) -> Came:
    """Count what the figures do not."""
    programmes: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    answers: Counter[Answer] = Counter()
    unnamed = without_kind = 0
    for told in (each.told for day in days for each in day.results if each.told):
        said = [each.outcome for each in told]
        kinds = {kind for each in said for kind in each.kinds}
        without_kind += not kinds
        answers.update({each.answer for each in said if each.answer})
        if OutcomeKind.JOINT_PROPOSAL in kinds:
            named = {each.programme.casefold(): each.programme for each in said if each.programme}
            spelt = named | spelt
            programmes.update(set(named))
            unnamed += not named
    counted = tuple((spelt[name], number) for name, number in programmes.items())
    most_first = sorted(counted, key=lambda each: (-each[1], each[0].casefold()))
    return Came(tuple(most_first), unnamed, without_kind, answers)


def headline_facts(facts: ReportFacts, shown: Callable[[str], str] = str) -> HeadlineFacts:
    """Give what the headline is written from; names as they are ``shown``."""
    figures, parties = facts.figures, facts.left.parties
    clusters = [each for each in parties if each.is_cluster]
    lead_by_clusters = bool(clusters) and len(clusters) * _HALF >= len(parties)
    others = [each for each in parties if not each.is_cluster] if lead_by_clusters else []
    absent, placeless = facts.left.absent, facts.left.without_place
    stand = Counter(each.party.status for each in placeless)
    dated = [each.on for each in facts.left.steps if each.on is not None]
    meetings = figures.meetings
    return HeadlineFacts(
        event=shown(facts.event.name),
        place=shown(facts.event.city),
        days=facts.days,
        is_part=facts.is_part,
        are_clusters=lead_by_clusters,
        lead=_group(clusters if lead_by_clusters else parties),
        others=_group(others),
        absent=len(absent),
        absent_are_clusters=all(each.party.is_cluster for each in absent),
        have_partners=any(each.would_have_met for each in absent),
        declined=stand[Status.DECLINED],
        waiting=stand[Status.WAITING],
        undecided=stand[Status.RECEIVED],
        placeless_are_clusters=all(each.party.is_cluster for each in placeless),
        held={MeetingKind(kind): of.held for kind, of in figures.by.kinds.items()},
        planned=meetings.wanted,
        lost=meetings.lost,
        cancelled=meetings.cancelled,
        recovered=meetings.recovered,
        running=meetings.running,
        ahead=meetings.ahead,
        visits=facts.tours.visits,
        visitors=facts.tours.delegates,
        outcomes=figures.outcomes,
        programmes=[shown(name) for name, _number in facts.came.programmes],
        recorded=meetings.recorded,
        not_recorded=meetings.not_recorded,
        follow_ups=figures.follow_ups,
        first_follow_up=min(dated, default=None),
    )


def _group(parties: Sequence[Party]) -> Group:
    came = [each for each in parties if each.took_part]
    applied, there = (
        {country for party in some for country in party.countries} for some in (parties, came)
    )
    return Group(
        len(parties),
        len(applied),
        len(came),
        len(there),
        all_known=all(each.countries for each in parties),
    )
