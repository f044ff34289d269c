"""The sheets of delegates and of organisations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from app.delegates.export import COLUMNS, TICKET_SECRET, Entry
from app.delegates.profiles import OrganisationFacts
from app.outcomes.audience import Listed
from app.outcomes.export.arranged import local
from app.outcomes.export.material import Material
from app.outcomes.export.sheets.plan import BETWEEN, SheetPlan
from app.outcomes.figures import Share
from app.outcomes.tally import Tally, tally
from app.spreadsheets.columns import Column, Holds


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate with what the day brought them. ``place_taken_by`` is a badge number."""

    entry: Entry
    place_taken_by: str
    came_on: Sequence[date]
    first: datetime | None
    share: Share | None


@dataclass(frozen=True, slots=True)
class Group:
    """An organisation with who came for it, and with its meetings."""

    facts: OrganisationFacts
    applied: int
    accepted: int
    came: int
    meetings: Tally


def _people(material: Material) -> Iterator[Person]:
    zone = material.event.zone
    shares = {each.delegate: each for each in material.figures.shares}
    first: dict[UUID, datetime] = {}
    for each in material.passings:
        if each.is_first:
            first[each.who.id] = min(each.at, first.get(each.who.id, each.at))
    for entry in material.delegates:
        delegate = entry.delegate
        instead = material.attendees.get(delegate.place_taken_by or delegate.id)
        yield Person(
            entry,
            instead.who.badge_number if delegate.place_taken_by and instead else "",
            sorted(material.facts.came.get(delegate.id, ())),
            local(first.get(delegate.id), zone),
            shares.get(delegate.id),
        )


def _groups(material: Material) -> Iterator[Group]:
    audience = material.facts.belonging.audience
    theirs: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in audience.values():
        theirs[each.organisation].append(each)
    tallies = _tallies(material)
    for facts in material.organisations:
        ours = theirs[str(facts.id)]
        yield Group(
            facts,
            len(ours),
            sum(each.is_accepted for each in ours),
            sum(each.id in material.facts.came for each in ours),
            tallies.get(str(facts.id), Tally()),
        )


def _tallies(material: Material) -> Mapping[str, Tally]:
    """Count the meetings of each organisation."""
    audience = material.facts.belonging.audience
    alike: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for each in material.meetings.values():
        people = each.meeting.people
        for of in {audience[one].organisation for one in people if one in audience}:
            alike[of][each.marks] += 1
    return {of: tally(found) for of, found in alike.items()}


def _of_entry(column: Column[Entry]) -> Column[Person]:
    def of(row: Person) -> Any:
        return column.of(row.entry)

    return replace(column, of=of)  # type: ignore[return-value, arg-type] # it asks for its entry


def _share(name: str) -> Any:
    return lambda row: getattr(row.share, name) if row.share is not None else 0


DELEGATES: Final[SheetPlan[Person]] = SheetPlan(
    "delegates",
    "Everybody on the list, by badge number. Matchdesk imports this sheet again.",
    (
        # Whoever has the secret of a ticket could come with it, and this goes to many.
        *(_of_entry(each) for each in COLUMNS if each is not TICKET_SECRET),
        Column(
            "Admitted on",
            lambda row: BETWEEN.join(sorted(row.entry.delegate.days)),
            "The days they are admitted on. Blank: every day.",
        ),
        Column(
            "Walk-in",
            lambda row: row.entry.delegate.walk_in,
            "Whether they were registered at the desk.",
            Holds.YES_NO,
        ),
        Column(
            "Place taken by",
            lambda row: row.place_taken_by,
            "Badge number of whoever came instead. Who has one counts nowhere.",
        ),
        Column(
            "Came on",
            lambda row: BETWEEN.join(map(str, row.came_on)),
            "The days on which they were checked in.",
        ),
        Column("First arrival", lambda row: row.first, "When they came first.", Holds.MOMENT),
        Column(
            "Meetings",
            _share("wanted"),
            "How many meetings they were to have: all that are not cancelled.",
            Holds.COUNT,
        ),
        Column("Held", _share("held"), "How many of them were held.", Holds.COUNT),
        Column(
            "Missed by others",
            _share("missed_by_others"),
            "How many were lost because the other side did not come.",
            Holds.COUNT,
        ),
        Column("Moved", _share("moved"), "How many the running day moved.", Holds.COUNT),
        Column(
            "Organisation id",
            lambda row: str(row.entry.delegate.organisation_id or ""),
            "The “Id” of their organisation.",
        ),
        Column("Delegate id", lambda row: str(row.entry.delegate.id), "Names them in all files."),
    ),
    _people,
)

_COUNTED: Final = {
    "arranged": "How many meetings it had, also cancelled ones.",
    "held": "How many were held.",
    "running": "How many are running.",
    "ahead": "How many are still to begin.",
    "lost_by_host": "How many were lost because the host did not come.",
    "lost_by_guest": "How many were lost because the guest did not come.",
    "lost_by_both": "How many were lost because nobody came.",
    "cancelled": "How many were cancelled.",
    "moved": "How many the running day moved.",
    "recovered": "How many were held though the running day had moved or arranged them.",
    "recorded": "Of how many somebody told what came of them, or why they were not held.",
    "not_recorded": "How many have begun, and nobody told.",
}


def _counts() -> Iterator[Column[Group]]:
    for field in fields(Tally):
        name = field.name
        yield Column(
            name.replace("_", " ").capitalize(),
            lambda row, name=name: getattr(row.meetings, name),  # type: ignore[misc] # its own name
            _COUNTED[name],
            Holds.COUNT,
        )


ORGANISATIONS: Final[SheetPlan[Group]] = SheetPlan(
    "organisations",
    "Every organisation, by name. A meeting counts once for each that takes part in it.",
    (
        Column("Organisation", lambda row: row.facts.name, "Its name."),
        Column("Short name", lambda row: row.facts.short_name, "As it stands on schedules."),
        Column("Type", lambda row: row.facts.kind, "What sort of organisation it is."),
        Column("Country", lambda row: row.facts.country, "ISO 3166-1 code of two letters."),
        Column(
            "Networks",
            lambda row: BETWEEN.join(row.facts.networks),
            "The clusters and networks that it belongs to.",
        ),
        Column(
            "Countries",
            lambda row: BETWEEN.join(row.facts.countries),
            "Where it has places, as ISO 3166-1 codes; that of its seat first.",
        ),
        Column("Strengths", lambda row: BETWEEN.join(row.facts.strengths), "What it is strong in."),
        Column(
            "Services", lambda row: BETWEEN.join(row.facts.services), "What it does for others."
        ),
        Column("Applied", lambda row: row.applied, "Its delegates on the list.", Holds.COUNT),
        Column("Accepted", lambda row: row.accepted, "How many may come.", Holds.COUNT),
        Column("Came", lambda row: row.came, "How many were checked in.", Holds.COUNT),
        *_counts(),
        Column("Id", lambda row: str(row.facts.id), "Names it in all files."),
    ),
    _groups,
)
