"""Whom a delegate stands for, and what they seek and offer by sector, as parts of the pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from app.delegates.detail import DelegateDetail
from app.delegates.profiles import OrganisationFacts, RoleFacts
from ui.common.buttons import SmallButton
from ui.common.lettering import CELL, CELL_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.delegates.words import breakable, country_words

Open = Callable[[UUID], None]


def standing_for(look: Look, detail: DelegateDetail, open_it: Open) -> Iterator[QVBoxLayout]:
    """Yield the organisations that somebody stands for, each with what it is in."""
    if detail.more.roles:
        section = column(Text("Stands for", SECTION), gap=8)
        for role in detail.more.roles:
            section.addLayout(_role(look, role, open_it))
        yield section


def by_sector(detail: DelegateDetail) -> Iterator[QVBoxLayout]:
    """Yield what somebody seeks and offers in each sector they spoke of."""
    if detail.more.by_sector:
        section = column(Text("Seeks and offers by sector", SECTION), gap=8)
        for each in detail.more.by_sector:
            said = (("Seeks", each.seeks), ("Offers", each.offers))
            lines = [
                Text(f"{label}: {breakable(text)}", CELL, "2", wraps=True)
                for label, text in said
                if text
            ]
            name = Text(breakable(each.sector), CELL_STRONG, wraps=True)
            section.addLayout(column(name, *lines, gap=1))
        yield section


def organisation_lines(facts: OrganisationFacts) -> Iterator[tuple[str, str]]:
    """Yield what is known of an organisation: what it is called, and what it is."""
    told = (
        ("Clusters and networks", facts.networks),
        ("Countries", tuple(map(country_words, facts.countries))),
        ("Strengths", facts.strengths),
        ("Services", facts.services),
    )
    return ((label, ", ".join(values)) for label, values in told if values)


def _role(look: Look, role: RoleFacts, open_it: Open) -> QVBoxLayout:
    facts = role.organisation
    name = Text(breakable(facts.name), CELL_STRONG, wraps=True)
    opening = SmallButton(look, "Open")
    opening.setAccessibleName(f"Open {facts.name}")
    opening.clicked.connect(lambda: open_it(facts.id))
    lines = [
        Text(f"{label}: {breakable(text)}", CELL, "2", wraps=True)
        for label, text in organisation_lines(facts)
    ]
    function = (Text(breakable(role.function), LABEL, "2", wraps=True),) if role.function else ()
    head = row(column(name, *function, gap=1), opening, gap=8)
    head.setStretch(0, 1)
    return column(head, *lines, gap=2)
