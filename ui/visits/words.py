"""What visits are said with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from app.meetings.attendees import Someone
from app.visits.allotting import Allotment
from app.visits.boarding import Filled
from app.visits.clashing import Clash
from app.visits.overview import VisitSeen
from app.visits.visit import Sitting, VisitFacts
from ui.common.numbers import nth
from ui.common.times import Times, day_words

_MOST = 5


def counted(number: int, one: str, many: str) -> str:
    """Give a number with its word."""
    return f"{number:,} {one if number == 1 else many}"


def span(times: Times, visit: VisitFacts) -> str:
    """Give when a visit is, by its clock."""
    starts, ends = (each.astimezone(times.zone) for each in (visit.starts_at, visit.ends_at))
    until = f"{ends:%H:%M}" if ends.date() == starts.date() else f"{ends:%a %H:%M}"
    return f"{starts:%H:%M}–{until}"


def when(times: Times, visit: VisitFacts) -> str:
    """Give the day of a visit, when it leaves and when it is back."""
    starts, ends = (each.astimezone(times.zone) for each in (visit.starts_at, visit.ends_at))
    back = f"{ends:%H:%M}" if ends.date() == starts.date() else f"{ends:%a %H:%M}"
    return f"{day_words(starts.date())} · leaves {starts:%H:%M}, back {back}"


def places_words(visit: VisitFacts) -> str:
    """Say how many have a place, and how many are there."""
    there = f" · {visit.boarded} there" if visit.boarded else ""
    return f"{visit.taken} of {visit.places} places given · {visit.free} free{there}"


def state_words(sitting: Sitting, waits: int, clock: Callable[[datetime], str]) -> str:
    """Say how somebody stands; ``waits`` counts from 1 where they wait, 0: they have a place."""
    if waits:
        return f"Waits, {nth(waits)}"
    if sitting.boarded_at is not None:
        return f"There {clock(sitting.boarded_at)}"
    return "Not there yet" if sitting.is_coming else "Is not coming"


def choice_words(rank: int) -> str:
    """Say which of their choices it is."""
    return nth(rank) if rank else "–"


def clash_words(clash: Clash, times: Times) -> str:
    """Name who has what else at that time."""
    starts, ends = (each.astimezone(times.zone) for each in (clash.starts_at, clash.ends_at))
    what = f"meets {clash.called}" if clash.is_meeting else f"is at {clash.called}"
    return f"{clash.who.name} {what}, {starts:%H:%M}–{ends:%H:%M}."


def people_words(people: Sequence[Someone]) -> str:
    """Name people, the first few of many."""
    more = len(people) - _MOST
    names = ", ".join(each.name for each in people[:_MOST])
    return f"{names} and {more:,} more" if more > 0 else names


def allotment_words(found: Allotment) -> str:
    """Say how many get which choice, and that it is the most."""
    if not found.given and not found.left:
        return "Nobody waits for a place: everybody who signed up has one."
    got = [
        f"{counted(people, 'gets', 'get')} their {nth(rank)} choice"
        for rank, people in enumerate(found.by_rank, 1)
        if people
    ]
    left = counted(len(found.left), "gets nothing.", "get nothing.")
    left = left if found.left else "Nobody goes without."
    if not got:
        return f"Every place is given. {left}"
    return f"{', '.join(got)}. {left}"


def sum_words(seen: Sequence[VisitSeen]) -> str:
    """Say how many visits there are, and how many places are given."""
    places = sum(each.visit.places for each in seen)
    taken = sum(each.visit.taken for each in seen)
    visits = counted(len(seen), "visit", "visits")
    return f"{visits} · {taken:,} of {places:,} places given"


def filled_words(filled: Filled) -> str:
    """Say who can come along now, and who was not there."""
    lost = f" Not there: {people_words(filled.lost)}." if filled.lost else ""
    return f"{people_words(filled.got)} can come along.{lost}"
