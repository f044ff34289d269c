"""What is known of one delegate, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.cli.application_words import late_words
from app.delegates.detail import DelegateDetail
from ui.common.lettering import CELL, LABEL
from ui.common.marks import Swatch
from ui.common.parts import Text, row
from ui.common.times import Times
from ui.delegates.words import (
    NOBODY_SAID,
    breakable,
    country_words,
    described,
    kind_words,
    paper_words,
    source_words,
    status_words,
)

_ALWAYS = frozenset({"Country", "Delegation", "E-mail", "Phone"})


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


def facts_grid(detail: DelegateDetail, times: Times) -> QWidget:
    """Lay the facts out that somebody said, and those that should be known."""
    person = detail.person
    # A widget of its own, with which all of it goes when the pane is built anew.
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 104)
    grid.setColumnStretch(1, 1)
    told = [(label, text) for label, text in facts_of(detail, times) if text or label in _ALWAYS]
    for at, (label, text) in enumerate(told):
        shown = Text(breakable(text) or NOBODY_SAID, CELL, wraps=True)
        shown.setAccessibleName(f"{label}: {text or 'nobody said'}")
        grid.addWidget(Text(label, LABEL, "2"), at, 0, Qt.AlignmentFlag.AlignTop)
        if label == "Delegation" and person.delegation_colour:
            grid.addLayout(row(Swatch(person.delegation_colour), shown, None), at, 1)
        else:
            grid.addWidget(shown, at, 1)
    return whole


def _applied(detail: DelegateDetail, times: Times) -> str:
    received, late_by = detail.more.received, detail.more.late_by
    if received is None or (detail.person.walk_in and late_by is None):
        return ""
    local = received.astimezone(times.zone)
    late = f", {late_words(late_by)}" if late_by is not None else ""
    return f"{local.day} {local:%B %Y, %H:%M %Z}{late}"
