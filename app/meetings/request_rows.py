"""Requests beside what became of them: where they are planned, or why they have no place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.journal.journal import Journal
from app.meetings.plan_names import Names
from app.meetings.plan_told import NotPlaced, Telling
from app.meetings.problem_of import Scope, problem_of
from app.meetings.views import MeetingFacts, RequestFacts, told
from app.planning.check import broken_rules
from app.planning.reasons import reasons


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request, and the meeting it has, if it has one."""

    request: RequestFacts
    meeting: MeetingFacts | None


def request_rows(journal: Journal) -> tuple[RequestRow, ...]:
    """Give all requests in the order they came."""
    with journal.reading() as session:
        all_of_it = told(session)
    meetings = {meeting.number: meeting for meeting in all_of_it.meetings}
    return tuple(RequestRow(each, meetings.get(each.meeting)) for each in all_of_it.requests)


def why_not_placed(journal: Journal) -> Mapping[UUID, NotPlaced]:
    """Say of each open request what keeps it from a place beside the meetings that stand.

    Nothing is said as long as none stands. Meetings that break a rule stand in nobody's way.
    """
    with journal.reading() as session:
        names = Names.read(session)
        basis = problem_of(session, Scope(keeps_planned=True))
    problem = basis.problem
    broken = {name for each in broken_rules(problem, problem.locked) for name in each.names}
    standing = [meeting for meeting in problem.locked if meeting.request not in broken]
    if not standing:
        return {}
    unplaced = (each for each in reasons(problem, standing) if each.request in basis.wishes)
    return {each.pair.id: each for each in Telling(names, basis).not_placed(unplaced)}
