"""What the part of rounds says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.icebreaking.keeping import Fitted
from app.icebreaking.mixing import Mixed, RoundsMade
from app.icebreaking.rounds import KeptRound, KeptRounds
from app.icebreaking.swapping import Swap
from app.meetings.attendees import Someone
from ui.common.times import Times

_MIXED = {
    Mixed.ORGANISATION: "of one organisation",
    Mixed.REGION: "of one region",
    Mixed.SECTOR: "of one sector",
}
_NAMED = 3


def counted(number: int, one: str, several: str) -> str:
    """Count things: “1 table”, “1,204 tables”."""
    return f"{number:,} {one if number == 1 else several}"


def listed(people: tuple[Someone, ...]) -> str:
    """Name some, and count the others."""
    named = [each.name or "somebody" for each in people[:_NAMED]]
    more = len(people) - len(named)
    if more:
        named.append(f"{more:,} more")
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1]))) if named else ""


def sizes(made: RoundsMade) -> str:
    """Say how many sit at how many tables."""
    smallest, largest = made.sizes
    tables = counted(sum(map(bool, made.rounds[0])), "table", "tables")
    return (
        f"{tables} of {smallest}" if smallest == largest else f"{tables} of {smallest} or {largest}"
    )


def again(made: RoundsMade) -> str:
    """Say how often two meet again, and whether it can be helped."""
    if not made.repeats:
        return "Nobody meets anybody twice."
    times = counted(made.repeats, "time two people meet again", "times two people meet again")
    if made.repeats == made.least_repeats:
        return f"{times}. It is proved that no seats have fewer."
    return f"{times}. No seats have fewer than {made.least_repeats:,}."


def mixture(made: RoundsMade) -> Iterator[tuple[str, str]]:
    """Yield how many pairs at one table are alike in what, and whether fewer were possible."""
    for trait, of, least in made.alike:
        said = "the fewest there can be" if of == least else f"never fewer than {least:,}"
        yield f"{of:,} pairs {_MIXED[trait]}", said


def hint(made: RoundsMade, hall: int) -> str:
    """Say that the hall has too few tables, if it has."""
    tables = len(made.rounds[0])
    if not hall or tables <= hall:
        return ""
    return f"The hall has {counted(hall, 'table', 'tables')}. {tables - hall:,} more are needed."


def fitted(done: Fitted, now: datetime, *, late: bool) -> str:
    """Say where somebody sits now, or that the gaps are closed."""
    moved = counted(done.moved, "seat of others changes", "seats of others change")
    if not late:
        return f"{listed(done.who)}: no seat any more. {moved}."
    if len(done.who) > 1:
        return f"{len(done.who):,} have seats now: {listed(done.who)}. Nobody else moves."
    coming = [(each, at) for each, at in done.rounds.met(done.who[0].id) if each.starts_at > now]
    where = ", ".join(f"table {at} in round {each.number}" for each, at in coming)
    return f"{done.who[0].name}: {where}. Nobody else moves."


def effect(swap: Swap) -> str:
    """Say what comes of it when two change seats."""
    one, other = swap.sides
    head = f"{one.who.name} to table {one.table}, {other.who.name} to table {other.table}."
    return " ".join((head, *_consequences(swap)))


def _consequences(swap: Swap) -> Iterator[str]:
    for side in swap.sides:
        for each in side.again:
            yield f"{each.one.name} meets {each.other.name} again, as in round {each.number}."
        if side.colleagues:
            yield f"{side.who.name} sits with {listed(side.colleagues)}, a colleague."
    if not swap.again:
        yield "Nobody meets anybody again because of it."
    if swap.spared:
        yield f"{counted(swap.spared, 'pair does', 'pairs do')} not meet again any more."


def head(kept: KeptRounds, now: datetime, times: Times) -> tuple[str, str]:
    """Say which round runs or comes, and how long it is till it ends or begins."""
    current = kept.at(now)
    if current is None:
        return "All rounds are over", ""
    of = f"Round {current.number} of {len(kept.rounds)}"
    if now < current.starts_at:
        return of, f"begins at {times.of_day(current.starts_at)}, {left(current.starts_at - now)}"
    return of, f"{left(current.ends_at - now)} left"


def left(span: timedelta) -> str:
    """Say a time as it is counted down: ``6:32``, ``in 2 h 05`` beyond an hour."""
    seconds = -int(-span.total_seconds() // 1)
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours} h {rest // 60:02}"
    return f"{rest // 60}:{rest % 60:02}"


def times_of(each: KeptRound, times: Times) -> str:
    """Say when a round is."""
    ends = each.ends_at.astimezone(times.zone)
    return f"{times.of_day(each.starts_at)}–{ends:%H:%M}"
