"""The sheet of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from app.outcomes.export.arranged import local
from app.outcomes.export.material import Material
from app.outcomes.export.sheets.plan import SheetPlan
from app.outcomes.figures import Applied, Figures, Participation, Turnout
from app.outcomes.tally import COUNTS, Tally
from app.spreadsheets.columns import Column, Holds


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: of all, or of a group of some sort."""

    name: str
    value: float
    by: str = ""
    group: str = ""


def _figures(material: Material) -> Iterator[Figure]:
    found = material.figures
    yield from _people(found.people)
    yield from _applied(found.applications)
    yield from _tally(found.meetings)
    yield Figure("waiting_times", found.waiting.times)
    yield Figure("waiting_minutes", found.waiting.minutes)
    yield Figure("requests", found.requests)
    yield Figure("requests_met", found.requests_met)
    for kind, number in found.outcomes.items():
        yield Figure(f"outcome_{kind}", number)
    yield Figure("follow_ups", found.follow_ups)
    for interest, number in enumerate(found.interest.answers, start=1):
        yield Figure(f"interest_{interest}", number)
    if found.interest.mean is not None:
        yield Figure("interest_mean", round(found.interest.mean, 4))
    groups: Mapping[str, Mapping[str, Tally]] = {
        "kind": found.by.kinds,
        "day": {str(day): tally for day, tally in found.by.days.items()},
        "delegation": found.by.delegations,
        "country": found.by.countries,
        "sector": found.by.sectors,
    }
    for by, tallies in groups.items():
        for group, tally in sorted(tallies.items()):
            yield from _tally(tally, by, str(group))
    yield from _of_people(found)
    for slot in found.slots:
        at = f"{local(slot.starts_at, material.event.zone):%Y-%m-%d %H:%M}"
        yield Figure("tables_used", slot.used, "slot", at)
        yield Figure("tables_open", slot.open, "slot", at)


def _of_people(found: Figures) -> Iterator[Figure]:
    for sort, people in found.types.items():
        yield from _people(people, "type", sort)
    for delegation, applied in found.applications_by.items():
        yield from _applied(applied, "delegation", delegation)


def _people(people: Participation, by: str = "", group: str = "") -> Iterator[Figure]:
    for stage in fields(Participation):
        turnout = getattr(people, stage.name)
        for count in fields(Turnout):
            yield Figure(f"{stage.name}_{count.name}", getattr(turnout, count.name), by, group)


def _applied(applied: Applied, by: str = "", group: str = "") -> Iterator[Figure]:
    for count in fields(Applied):
        yield Figure(f"applications_{count.name}", getattr(applied, count.name), by, group)


def _tally(tally: Tally, by: str = "", group: str = "") -> Iterator[Figure]:
    for count in COUNTS:
        yield Figure(f"meetings_{count}", getattr(tally, count), by, group)


_BY: Final = ("kind", "day", "delegation", "country", "sector", "type", "slot")

FIGURES: Final[SheetPlan[Figure]] = SheetPlan(
    "figures",
    "What the day came to, as the closing report has it. Figures of an organisation stand on the "
    "sheet of organisations, those of a delegate on that of delegates.",
    (
        Column("Figure", lambda row: row.name, "What is counted. Names of figures are kept."),
        Column(
            "By",
            lambda row: row.by,
            "By what it is counted. Blank: of everything.",
            words=_BY,
        ),
        Column("Group", lambda row: row.group, "Which of them. Blank: of whom nobody said it."),
        Column("Value", lambda row: row.value, "The number.", Holds.NUMBER),
    ),
    _figures,
)
