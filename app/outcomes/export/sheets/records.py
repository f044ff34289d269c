"""The sheets of check-ins, of what was printed, and of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, TypeVar

from app.outcomes.export.arranged import local
from app.outcomes.export.history import MOST_LETTERS, Done
from app.outcomes.export.material import Material
from app.outcomes.export.passing import Passing, Printed
from app.outcomes.export.sheets.plan import SheetPlan
from app.spreadsheets.columns import Column, Holds

Record = TypeVar("Record", Passing, Printed, Done)


@dataclass(frozen=True, slots=True)
class At(Generic[Record]):
    """Something that happened, and when it was by the clock at the venue."""

    time: datetime | None
    of: Record


def _at(material: Material, record: Record) -> At[Record]:
    return At(local(record.at, material.event.zone), record)


CHECK_INS: Final[SheetPlan[At[Passing]]] = SheetPlan(
    "check-ins",
    "Everybody who passed a desk, in the order in which it happened. What was taken back is not.",
    (
        Column("Day", lambda row: row.of.day, "The day that it is for.", Holds.DAY),
        Column("At", lambda row: row.time, "When it was, at the venue.", Holds.MOMENT),
        Column(
            "Way",
            lambda row: row.of.way.replace("_", " "),
            "In for the first time that day, out for a while, or back in.",
            words=("in", "out", "back in"),
        ),
        Column("By", lambda row: row.of.by, "By what they were known: badge, ticket or name."),
        Column("Desk", lambda row: row.of.desk, "At which desk."),
        Column("Badge number", lambda row: row.of.who.badge_number, "What stands on the badge."),
        Column("Name", lambda row: row.of.who.name, "Who it was."),
        Column("Organisation", lambda row: row.of.who.organisation, "Whom they stand for."),
        Column(
            "Walk-in",
            lambda row: row.of.is_walk_in,
            "Whether they were registered at the desk.",
            Holds.YES_NO,
        ),
        Column(
            "First of day",
            lambda row: row.of.is_first,
            "Whether they came with this. Each delegate has one such row a day.",
            Holds.YES_NO,
        ),
        Column("Delegate id", lambda row: str(row.of.who.id), "Names them in all files."),
    ),
    lambda material: (_at(material, each) for each in material.passings),
)

PRINTED: Final[SheetPlan[At[Printed]]] = SheetPlan(
    "printed",
    "Every badge and every schedule that came out on paper, by time.",
    (
        Column("At", lambda row: row.time, "When it came out.", Holds.MOMENT),
        Column("What", lambda row: row.of.what, "What it is.", words=("badge", "schedule")),
        Column("Badge number", lambda row: row.of.who.badge_number, "Whose it is."),
        Column("Name", lambda row: row.of.who.name, "Their name, as it is now."),
        Column("Organisation", lambda row: row.of.who.organisation, "Whom they stand for."),
        Column("Stock", lambda row: row.of.stock, "What a badge was printed on."),
        Column("Place", lambda row: row.of.place, "A badge’s place in a large run.", Holds.COUNT),
        Column("Version", lambda row: row.of.version, "A schedule’s version.", Holds.COUNT),
        Column("Day", lambda row: row.of.day, "The only day of a schedule.", Holds.DAY),
        Column("Delegate id", lambda row: str(row.of.who.id), "Names them in all files."),
    ),
    lambda material: (_at(material, each) for each in material.prints),
)

JOURNAL: Final[SheetPlan[At[Done]]] = SheetPlan(
    "journal",
    "Everything that was done to the event, in its order, but for files that were written.",
    (
        Column("At", lambda row: row.time, "When it happened, at the venue.", Holds.MOMENT),
        Column("Desk", lambda row: row.of.desk, "At which desk."),
        Column("On duty", lambda row: row.of.on_duty, "Who was on duty there."),
        Column("Deed", lambda row: row.of.kind, "What was done, by the name of its kind."),
        Column(
            "Takes back",
            lambda row: row.of.takes_back,
            "Whether it took back something that was done before.",
            Holds.YES_NO,
        ),
        Column(
            "About",
            lambda row: row.of.about,
            "A badge number, a meeting’s number or the label of a table.",
        ),
        Column(
            "Facts",
            lambda row: row.of.facts,
            "What was done, as JSON without what erasure may delete. Cut after "
            f"{MOST_LETTERS:,} letters, and then it ends in “…”.",
        ),
    ),
    lambda material: (_at(material, each) for each in material.history),
)
