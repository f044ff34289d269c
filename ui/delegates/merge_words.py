"""What the window says of two entries side by side, and of what a merge makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.delegates.detail import DelegateDetail
from app.meetings.pairs import Half
from ui.common.times import Times, day_words
from ui.delegates.words import (
    country_words,
    field_words,
    kind_words,
    source_words,
    status_words,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of the comparison: what it is about, and what either entry says."""

    label: str
    texts: tuple[str, str]

    @property
    def differs(self) -> bool:
        """Tell whether the entries say different things."""
        return self.texts[0] != self.texts[1]


def compared(halves: tuple[Half, Half], times: Times) -> tuple[Compared, ...]:
    """Give the lines of a comparison, without those of which neither entry says anything."""
    ours, theirs = (tuple(_facts(half, times)) for half in halves)
    return tuple(
        Compared(label, (one, other))
        for (label, one), (_label, other) in zip(ours, theirs, strict=True)
        if one or other
    )


def comes_along(kept: Half, merged: Half) -> str:
    """Say what of the entry that goes passes to the one that is kept."""
    detail, number = merged.detail, merged.person.badge_number
    things = [field_words(name) for name in merged.gives]
    if detail.check_ins:
        things.append(_counted(len(_days(detail)), "check-in", "check-ins"))
    if merged.meetings:
        things.append(_counted(merged.meetings, "meeting", "meetings"))
    if merged.requests:
        things.append(_counted(merged.requests, "request", "requests"))
    said = ", ".join(things) or f"nothing that {kept.person.badge_number} has not"
    good = any(not badge.revoked for badge in detail.badges)
    badge = " Its badge stays good." if good else ""
    return f"Comes along from {number}: {said}.{badge}"


def is_left(kept: Half, merged: Half) -> str:
    """Say of what only the kept entry's word stands, though the other one says otherwise."""
    ours, theirs = _own(kept.detail), _own(merged.detail)
    lost = [label for label, text in theirs.items() if text and ours[label] not in ("", text)]
    number = merged.person.badge_number
    return f"Not kept of {number}: {', '.join((*lost, 'its number'))}."


def _own(detail: DelegateDetail) -> dict[str, str]:
    """Give what a merge takes from one entry alone, if both say it."""
    person, more = detail.person, detail.more
    return {
        "name": person.name,
        "organisation": person.organisation,
        "function": person.function,
        "e-mail": person.email,
        "phone": person.phone,
        "country": country_words(person.country),
        "city": more.city,
        "delegation": person.delegation,
        "kind of organisation": kind_words(detail.row.kind),
        "badge type": person.badge_type,
        "application": status_words(person.status),
        "days": ", ".join(person.days) or "every day",
        "sectors": ", ".join(more.sectors),
        "what they seek": more.seeks,
        "what they offer": more.offers,
        "what to look out for": person.attention,
        "note": person.note,
        "order code": more.order_code,
    }


def _facts(half: Half, times: Times) -> Iterator[tuple[str, str]]:
    detail = half.detail
    for label, text in _own(detail).items():
        yield label[0].upper() + label[1:], text
    yield "Source", _sources(detail)
    yield "Check-ins", ", ".join(day_words(day) for day in _days(detail)) or "Never here"
    yield "Badge", _badge(detail, times)
    yield "Meetings", str(half.meetings)
    yield "Requests", str(half.requests)


def _sources(detail: DelegateDetail) -> str:
    desk = "At the desk" if detail.person.walk_in else ""
    return ", ".join(map(source_words, detail.more.sources)) or desk


def _days(detail: DelegateDetail) -> list[date]:
    return sorted({passage.day for passage in detail.check_ins})


def _badge(detail: DelegateDetail, times: Times) -> str:
    prints = [each.at for badge in detail.badges if not badge.revoked for each in badge.prints]
    return f"Printed {times.of_day(max(prints))}" if prints else "Not printed"


def _counted(count: int, one: str, more: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {more}"
