"""What commands on applications answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from app.applications.accepting import Acceptance, Decision
from app.applications.instants import SaidInstant, Settled
from app.applications.judging import NotAccepted
from app.applications.next_in import NextIn, Proposal
from app.applications.places import Taken
from app.applications.reading import Listed, Standing
from app.cli.answer import described, person_facts
from app.cli.application_sentences import STATUS_WORDS
from app.cli.counted import many
from app.delegates.registration import Status

WHY: Mapping[NotAccepted, str] = MappingProxyType(
    {
        NotAccepted.FULL: "no place is left",
        NotAccepted.KIND_FULL: "no place is left for this kind",
        NotAccepted.DELEGATION_FULL: "no place is left for this delegation",
        NotAccepted.LATE: "received after the deadline",
        NotAccepted.OTHERS_WAIT: "others on the waiting list come first",
    }
)
"""Why somebody is not accepted."""


def standing_facts(standing: Standing) -> dict[str, Any]:
    """Give places, counts and terms."""
    return {
        "places": [taken_facts(each) for each in standing.places],
        "counts": {str(status): count for status, count in standing.counts.items()},
        "late": standing.late,
        "deadline": standing.terms.apply_until,
        "late_ones": str(standing.terms.late),
        "come_by": standing.terms.come_by,
    }


def standing_lines(standing: Standing, zone: ZoneInfo) -> Iterator[str]:
    """Say places, counts and terms."""
    for each in standing.places:
        yield taken_line(each)
    counts = (f"{count} {STATUS_WORDS[status]}" for status, count in standing.counts.items())
    yield f"Applications: {'; '.join(counts)}."
    terms = standing.terms
    if terms.apply_until is not None:
        late = {Status.WAITING: "go to the waiting list"}.get(terms.late, "are declined")
        yield f"Deadline: {when(terms.apply_until, zone)}. Later ones {late}: {standing.late}."
    if terms.come_by is not None:
        yield f"Who is not here by {when(terms.come_by, zone)} may be replaced (next-in)."


def settled_line(said: SaidInstant, zone: ZoneInfo) -> str:
    """Say what had to be settled to know which instant is meant."""
    local = said.at.astimezone(zone)
    if said.settled is Settled.LATER:
        return (
            f"Clocks at the venue show {local:%H:%M} twice on {local:%d %B %Y}, for they are put "
            f"back. The later one is meant: {local:%H:%M %Z}."
        )
    return (
        f"On {local:%d %B %Y} clocks at the venue show {local:%Z}, not {said.named}. "
        f"{local:%H:%M %Z} is meant; write the offset (such as +01:00) if it is not."
    )


def late_words(late_by: timedelta) -> str:
    """Say how late an application came: “3 min late”, “2 h 5 min late”, “4 days late”."""
    minutes = max(int(late_by.total_seconds()) // 60, 1)
    if minutes >= 48 * 60:
        return f"{minutes // (24 * 60):,} days late"
    hours, minutes = divmod(minutes, 60)
    said = [f"{hours} h"] if hours else []
    said += [f"{minutes} min"] if minutes or not hours else []
    return f"{' '.join(said)} late"


def taken_facts(taken: Taken) -> dict[str, Any]:
    """Give how many of some places are taken."""
    return {
        "kind": taken.kind,
        "delegation": taken.delegation,
        "taken": taken.taken,
        "places": taken.places,
        "free": taken.free,
    }


def taken_line(taken: Taken) -> str:
    """Say how many of some places are taken."""
    whose = taken.kind or taken.delegation
    head = f"Places for {whose}" if whose else "Places"
    if taken.places is None:
        return f"{head}: {taken.taken:,} taken, no limit."
    over = taken.taken - taken.places
    more = f", {over:,} more than there are" if over > 0 else ""
    return f"{head}: {taken.taken:,} of {taken.places:,} taken{more}."


def listed_facts(each: Listed) -> dict[str, Any]:
    """Give one application."""
    return {
        "delegate": person_facts(each.person),
        "status": str(each.status),
        "reason": each.person.status_reason,
        "received": each.received,
        "late": each.late,
        "late_minutes": each.late_by and each.late_by.total_seconds() / 60,
        "waits_as": each.waits_as,
        "moved_up": each.was_moved,
        "kind": each.kind,
        "delegation": each.person.delegation,
    }


def listed_line(each: Listed, zone: ZoneInfo) -> str:
    """Say one application."""
    said = [STATUS_WORDS[each.status] + (f" ({each.waits_as})" if each.waits_as else "")]
    if each.received is not None:
        said.append(
            f"received {when(each.received, zone)}"
            + (f", {late_words(each.late_by)}" if each.late_by else "")
        )
    return f"  {described(each.person)}  {'; '.join(said)}"


def acceptance_facts(done: Acceptance) -> dict[str, Any]:
    """Give who gets in, and who does not and why."""
    return {
        "accepted": [person_facts(each.person) for each in done.accepted],
        "left": [_decision_facts(each) for each in done.left],
        "places": [taken_facts(each) for each in done.places],
        "unit": done.unit,
    }


def acceptance_lines(done: Acceptance) -> Iterator[str]:
    """Say who gets in, and who does not and why."""
    yield f"{many(len(done.accepted), 'application', 'applications')} accepted."
    for each in done.accepted:
        yield f"  {described(each.person)}"
    if done.left:
        yield f"{many(len(done.left), 'application', 'applications')} not accepted:"
    for each in done.left:
        yield f"  {described(each.person)}: {_why(each)}"
    for each_place in done.places:
        yield taken_line(each_place)


def next_facts(told: NextIn) -> dict[str, Any]:
    """Give who is proposed."""
    return {
        "places": [taken_facts(each) for each in told.places],
        "waiting": told.waiting,
        "come_by": told.come_by,
        "missing": [person_facts(each) for each in told.missing],
        "proposals": [
            {
                "delegate": person_facts(each.person),
                "waits_as": each.waits_as,
                "received": each.received,
                "late": each.late,
                "instead_of": person_facts(each.instead_of) if each.instead_of else None,
            }
            for each in told.proposals
        ],
    }


def next_lines(told: NextIn, zone: ZoneInfo) -> Iterator[str]:
    """Say who is proposed."""
    yield taken_line(told.places[0])
    if told.come_by is not None:
        missing = many(len(told.missing), "accepted delegate was", "accepted delegates were")
        yield f"{missing} not here by {when(told.come_by, zone)}."
    if not told.waiting:
        yield "Nobody is on the waiting list."
    elif not told.proposals:
        yield f"There is no place for any of the {told.waiting:,} on the waiting list."
    for each in told.proposals:
        yield _proposal_line(each)


def _proposal_line(each: Proposal) -> str:
    late = ", late" if each.late else ""
    place = f"number {each.waits_as} on the waiting list{late}"
    instead = f", in place of {described(each.instead_of)}" if each.instead_of else ""
    return f"  {described(each.person)}: {place}{instead}. Accept with --confirm."


def _decision_facts(each: Decision) -> dict[str, Any]:
    return {
        "delegate": person_facts(each.person),
        "was": str(each.was),
        "becomes": str(each.becomes),
        "late": each.late,
        "why": each.why and str(each.why),
    }


def _why(each: Decision) -> str:
    why = WHY[each.why] if each.why is not None else "was decided on elsewhere"
    becomes = f"; now {STATUS_WORDS[each.becomes]}" if each.becomes is not each.was else ""
    return f"{why}{becomes}"


def when(instant: datetime, zone: ZoneInfo) -> str:
    """Say an instant with its day, as clocks at the venue show it, and what that time is called."""
    local = instant.astimezone(zone)
    return f"{local:%d %B %Y, %H:%M %Z}"
