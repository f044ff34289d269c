"""How it is said who gets in, who does not, and which places are the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from app.applications.accepting import Acceptance, Decision
from app.applications.judging import NotAccepted
from app.applications.places import Taken
from app.cli.application_words import late_words
from app.delegates.registration import Status
from ui.common.records import Column
from ui.common.times import Times
from ui.delegates.words import KIND_WORDS

WHY: Mapping[NotAccepted | None, str] = MappingProxyType(
    {
        None: "There is a place",
        NotAccepted.FULL: "No place left",
        NotAccepted.KIND_FULL: "No place left for their kind",
        NotAccepted.DELEGATION_FULL: "No place left for their delegation",
        NotAccepted.LATE: "After the deadline",
        NotAccepted.OTHERS_WAIT: "Others waiting come first",
    }
)
_BECOMES = {
    Status.ACCEPTED: "Accepted",
    Status.WAITING: "Waiting list",
    Status.DECLINED: "Declined",
    Status.RECEIVED: "Not decided",
}


def columns(times: Times) -> tuple[Column[Decision], ...]:
    """Give the columns of the table of those who are looked at."""
    return (
        Column("Turn", lambda each: f"{each.turn:,}", lambda each: each.turn, counts=True),
        Column("Name", lambda each: each.person.name),
        Column("Organisation", lambda each: each.person.organisation),
        Column("Delegation", lambda each: each.person.delegation),
        Column("Received", lambda each: _received(each, times), lambda each: each.turn),
        Column("Becomes", lambda each: _BECOMES.get(each.becomes, str(each.becomes))),
        Column("Why", _why),
    )


def key(each: Decision) -> UUID:
    """Tell decisions apart."""
    return each.person.id


def summary(look: Acceptance) -> str:
    """Count who gets in and what becomes of the others: “12 get in · 5 to the waiting list”."""
    others = Counter(each.becomes for each in look.left if each.becomes is not each.was)
    stay = sum(each.becomes is each.was for each in look.left)
    said = ["1 gets in" if len(look.accepted) == 1 else f"{len(look.accepted):,} get in"]
    if others[Status.WAITING]:
        said.append(f"{others[Status.WAITING]:,} to the waiting list")
    if others[Status.DECLINED]:
        said.append(f"{others[Status.DECLINED]:,} declined")
    if stay:
        said.append("1 stays as it is" if stay == 1 else f"{stay:,} stay as they are")
    return " · ".join(said)


def done_words(done: Acceptance) -> str:
    """Say what was done."""
    count = len(done.accepted)
    head = "1 application is" if count == 1 else f"{count:,} applications are"
    told = summary(done).split(" · ")[1:]
    return f"{head} accepted{'; ' if told else ''}{', '.join(told)}."


def places_words(places: Sequence[Taken]) -> str:
    """Say how the places stand then, those first that bind."""
    return " · ".join(_places(sorted(places, key=lambda each: each.free is None or each.free > 0)))


def group_words(taken: Taken) -> str:
    """Name whose places they are."""
    if taken.kind:
        return next((said for kind, said in KIND_WORDS.items() if kind == taken.kind), taken.kind)
    return taken.delegation or "In all"


def _places(places: Sequence[Taken]) -> Iterator[str]:
    for each in places:
        if each.places is None:
            yield f"{group_words(each)}: {each.taken:,} accepted, no limit"
        else:
            yield f"{group_words(each)}: {each.taken:,} of {each.places:,}{_full(each)}"


def _full(taken: Taken) -> str:
    free = taken.free
    if free is None or free > 0:
        return ""
    return f", {-free:,} more than there are" if free else ", full"


def _received(each: Decision, times: Times) -> str:
    if each.received is None:
        return "Not known"
    local = each.received.astimezone(times.zone)
    late = f", {late_words(each.late_by)}" if each.late_by is not None else ""
    return f"{local.day} {local:%b %H:%M}{late}"


def _why(each: Decision) -> str:
    # Accepted by turn; of late ones it is said that this was asked for.
    if each.why is None:
        return "Late ones take part" if each.late else WHY[None]
    return WHY[each.why]
