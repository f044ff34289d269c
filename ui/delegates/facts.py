"""What is known of one delegate, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from app.cli.application_words import late_words
from app.delegates.detail import DelegateDetail
from ui.common.times import Times
from ui.delegates.words import (
    country_words,
    described,
    kind_words,
    paper_words,
    source_words,
    status_words,
)


def facts_of(detail: DelegateDetail, times: Times) -> Sequence[tuple[str, str]]:
    """Give what each fact is called, and what it is; a blank where nobody said."""
    person, more = detail.person, detail.more
    reason = f" ({person.status_reason})" if person.status_reason else ""
    place = ", ".join(filter(None, (more.city, country_words(person.country))))
    days = ", ".join(person.days) or "Every day"
    instead = ", ".join(described(each) for each in more.substitutes_for)
    return (
        ("Short name", more.short_name),
        ("Application", f"{status_words(person.status)}{reason}"),
        ("Applied", _applied(detail, times)),
        ("Badge", paper_words(detail.row, times)),
        ("Country", place),
        ("Delegation", person.delegation),
        ("Kind", kind_words(detail.row.kind)),
        ("Badge type", person.badge_type),
        ("Function", person.function),
        ("E-mail", person.email),
        ("Phone", person.phone),
        ("Comes on", days),
        ("Sectors", ", ".join(more.sectors)),
        ("Seeks", more.seeks),
        ("Offers", more.offers),
        ("Order", more.order_code),
        (
            "Source",
            ", ".join(map(source_words, more.sources)) or ("At the desk" if person.walk_in else ""),
        ),
        ("Place taken by", described(more.substitute) if more.substitute else ""),
        ("Comes instead of", instead),
    )


def _applied(detail: DelegateDetail, times: Times) -> str:
    received, late_by = detail.more.received, detail.more.late_by
    if received is None or (detail.person.walk_in and late_by is None):
        return ""
    local = received.astimezone(times.zone)
    late = f", {late_words(late_by)}" if late_by is not None else ""
    return f"{local.day} {local:%B %Y, %H:%M %Z}{late}"
