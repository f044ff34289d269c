from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.checkin.scanning import Admitted, NotAdmitted, Scan, Scanning
from app.delegates.orders import PersonOrder
from app.delegates.person import UnknownDelegate
from app.delegates.registration import Status
from app.delegates.roster import (
    BothCheckedIn,
    NameMissing,
    NothingChanged,
    PerhapsKnown,
    Roster,
    SamePerson,
)
from app.delegates.roster import everybody as everybody_in
from app.desks import Desks, OpenEvent
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, undo
from tests.app.delegates.lists import everybody, everything
from tests.building import DESK_2, EventBuilder, MovableClock

ADA = PersonOrder(given_name="Ada", family_name="Lovelace", email="Ada@example.org")
MARY = PersonOrder(given_name="Mary", family_name="Somerville")
TICKET = "33awerqr57yp8whxzafb6e9e57fpx8vc"


@pytest.fixture
def scanning(open_event: OpenEvent) -> Scanning:
    return Scanning(open_event.journal)


def scan(scanning: Scanning, code: str) -> Admitted:
    return scanning.scan(Scan(code, uuid4()))


def refusal_of(scanning: Scanning, code: str) -> NotAdmitted:
    with pytest.raises(NotAdmitted) as refusal:
        scan(scanning, code)
    return refusal.value


# Registering


def test_a_walk_in_is_accepted_and_has_a_number_and_a_badge_at_once(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    ada = roster.register(ADA)

    assert (ada.badge_number, ada.status, ada.walk_in) == ("A-1", "accepted", True)
    assert ada.email == "ada@example.org"
    assert scan(scanning, event.badge_of(ada.id)).delegate == ada


@pytest.mark.parametrize("order", [PersonOrder(), PersonOrder(given_name=" ", email="a@b.org")])
def test_a_walk_in_needs_a_name(roster: Roster, order: PersonOrder) -> None:
    with pytest.raises(NameMissing):
        roster.register(order)


@pytest.mark.parametrize(
    "again",
    [
        PersonOrder(given_name="Adà", family_name="LOVELACE"),
        PersonOrder(given_name="Lovelace", family_name="Ada"),
        PersonOrder(given_name="Augusta", family_name="King", email="ADA@example.org"),
    ],
    ids=["accents", "order", "e-mail"],
)
def test_somebody_who_looks_known_is_shown_before_another_entry_is_made(
    roster: Roster, open_event: OpenEvent, again: PersonOrder
) -> None:
    ada = roster.register(ADA)

    with pytest.raises(PerhapsKnown) as refusal:
        roster.register(again)

    assert refusal.value.delegates == (ada,)
    assert everybody(open_event.journal) == [ada]


def test_a_namesake_whom_somebody_has_looked_at_is_somebody_else(roster: Roster) -> None:
    first = roster.register(ADA)

    second = roster.register(ADA, known_apart=True)

    assert (first.badge_number, second.badge_number) == ("A-1", "A-2")


def test_a_number_is_never_given_out_twice(
    roster: Roster, open_event: OpenEvent, clock: MovableClock
) -> None:
    roster.register(ADA)
    undo(open_event.journal)

    assert roster.register(MARY).badge_number == "A-2"


def test_each_desk_gives_out_numbers_under_its_own_letters(
    roster: Roster, open_event: OpenEvent, clock: MovableClock
) -> None:
    roster.register(ADA)
    other = Desks(DESK_2, clock=clock).open(open_event.database.file)

    numbers = [
        Roster(other.journal, other.letters).register(MARY).badge_number,
        roster.register(PersonOrder(family_name="Noether")).badge_number,
    ]
    other.close()

    assert numbers == ["B-1", "A-2"]


def test_everybody_is_given_by_number(roster: Roster, open_event: OpenEvent) -> None:
    ada, mary = roster.register(ADA), roster.register(MARY)

    assert everybody_in(open_event.journal) == (ada, mary)
    assert everybody_in(open_event.journal, [mary.id]) == (mary,)


# Correcting


def test_a_correction_keeps_the_badge_good(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    ada = roster.register(ADA)
    code = event.badge_of(ada.id)

    edited = roster.edit(ada.id, PersonOrder(family_name="King", organisation="Engine Works"))

    assert (edited.name, edited.organisation, edited.email) == (
        "Ada King",
        "Engine Works",
        "ada@example.org",
    )
    assert scan(scanning, code).delegate == edited


def test_undo_of_a_correction_restores_every_letter(roster: Roster, open_event: OpenEvent) -> None:
    note = "Line one\n\n  indented – “quoted”\tÅ\u00a0ß\U0001f600\nlast"
    ada = roster.register(PersonOrder(family_name="Lovelace", note=note))
    roster.edit(ada.id, PersonOrder(note="", attention="Interpreter", sectors=("ICT",)))

    undo(open_event.journal)

    assert everybody(open_event.journal) == [ada]
    assert everybody(open_event.journal)[0].note == note


def test_what_is_known_already_is_no_correction(roster: Roster) -> None:
    ada = roster.register(ADA)

    with pytest.raises(NothingChanged):
        roster.edit(ada.id, PersonOrder(given_name=" Ada ", email="ADA@EXAMPLE.ORG"))


def test_nobody_unknown_is_corrected(roster: Roster) -> None:
    with pytest.raises(UnknownDelegate):
        roster.edit(uuid4(), PersonOrder(given_name="Ada"))


def test_a_correction_is_not_taken_back_over_a_later_one(
    roster: Roster, open_event: OpenEvent, clock: MovableClock
) -> None:
    ada = roster.register(ADA)
    roster.edit(ada.id, PersonOrder(city="London"))
    other = Desks(DESK_2, clock=clock).open(open_event.database.file)
    Roster(other.journal, other.letters).edit(ada.id, PersonOrder(city="Marlborough"))
    other.close()

    with pytest.raises(BuiltOn) as refusal:
        undo(open_event.journal)

    assert refusal.value.what == "city"


# Deciding


def test_a_decision_is_kept_with_its_reason_and_can_be_taken_back(
    roster: Roster, open_event: OpenEvent
) -> None:
    ada = roster.register(ADA)

    declined = roster.set_status(ada.id, Status.DECLINED, "no place left")
    undo(open_event.journal)

    assert (declined.status, declined.status_reason) == ("declined", "no place left")
    assert everybody(open_event.journal) == [ada]


def test_deciding_the_same_again_is_refused(roster: Roster) -> None:
    ada = roster.register(ADA)

    with pytest.raises(NothingChanged):
        roster.set_status(ada.id, Status.ACCEPTED)


# Merging


def test_badges_and_tickets_of_both_entries_admit_the_one_that_is_kept(
    roster: Roster, scanning: Scanning, event: EventBuilder, clock: MovableClock
) -> None:
    kept = event.delegate("Ada", "Lovelace")
    merged = event.delegate("Ada", "Lovelace", phone="+45 41", ticket=TICKET)
    badge = event.badge_of(merged)

    person = roster.merge(kept, merged)
    by_badge = scan(scanning, badge)
    clock.passes(days=1)
    by_ticket = scan(scanning, TICKET)

    assert person.phone == "+45 41"
    assert (by_badge.delegate.id, by_ticket.delegate.id) == (kept, kept)


def test_a_merge_overwrites_nothing(roster: Roster, event: EventBuilder) -> None:
    kept = event.delegate("Ada", "Lovelace", function="Countess", organisation="Engine Works")
    merged = event.delegate("Ada", "King", function="Analyst", organisation="Lough Bio")

    person = roster.merge(kept, merged)

    told = (person.name, person.function, person.organisation)
    assert told == ("Ada Lovelace", "Countess", "Engine Works")


def test_a_check_in_of_the_merged_entry_is_one_of_the_kept(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    kept, merged = event.delegate("Ada", "Lovelace"), event.delegate("Ada", "Lovelace")
    scanning.check_in(merged)
    roster.merge(kept, merged)

    assert refusal_of(scanning, event.badge_of(kept)).reason == "already_in"


def test_undo_parts_what_was_merged(
    roster: Roster, scanning: Scanning, event: EventBuilder, open_event: OpenEvent
) -> None:
    kept = event.delegate("Ada", "Lovelace")
    merged = event.delegate("Ada", "King", phone="+45 41", ticket=TICKET)
    scanning.check_in(merged)
    before = owned(everything(open_event.journal))
    roster.merge(kept, merged)

    undo(open_event.journal)

    assert owned(everything(open_event.journal)) == before


def test_a_merge_that_was_taken_back_can_be_done_again(
    roster: Roster, event: EventBuilder, open_event: OpenEvent
) -> None:
    kept, merged = event.delegate("Ada", "Lovelace"), event.delegate("Ada", "King", ticket=TICKET)
    roster.merge(kept, merged)
    after = owned(everything(open_event.journal))
    undo(open_event.journal)

    redo(open_event.journal)

    assert owned(everything(open_event.journal)) == after


def test_two_who_were_both_let_in_are_not_merged(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    pair = event.delegate("Ada", "Lovelace"), event.delegate("Ada", "Lovelace")
    for each in pair:
        scanning.check_in(each)

    with pytest.raises(BothCheckedIn) as refusal:
        roster.merge(*pair)

    assert tuple(person.id for person in refusal.value.delegates) == pair


def test_an_entry_is_not_merged_with_itself(roster: Roster, event: EventBuilder) -> None:
    ada = event.delegate("Ada", "Lovelace")

    with pytest.raises(SamePerson):
        roster.merge(ada, ada)


# Substitutes


def test_a_substitute_has_the_place_but_not_the_person(roster: Roster, event: EventBuilder) -> None:
    absent = event.delegate(
        *("Ada", "Lovelace"),
        organisation="Engine Works",
        delegation="Nordic",
        country="GB",
        badge_type="Cluster",
        email="ada@example.org",
        phone="+45 41",
    )

    mary = roster.substitute(absent, MARY)

    assert (mary.name, mary.status, mary.walk_in) == ("Mary Somerville", "accepted", True)
    inherited = (mary.organisation, mary.delegation, mary.country, mary.badge_type)
    assert inherited == ("Engine Works", "Nordic", "GB", "Cluster")
    assert (mary.email, mary.phone) == ("", "")


def test_the_old_badge_is_refused_and_names_the_substitute(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    absent = event.delegate("Ada", "Lovelace")
    mary = roster.substitute(absent, MARY)

    refusal = refusal_of(scanning, event.badge_of(absent))

    assert (refusal.reason, refusal.substitute) == ("place_taken", mary)


def test_the_old_ticket_admits_the_substitute(
    roster: Roster, scanning: Scanning, event: EventBuilder
) -> None:
    mary = roster.substitute(event.delegate("Ada", "Lovelace", ticket=TICKET), MARY)

    assert scan(scanning, TICKET).delegate == mary


def test_undo_gives_the_place_back(
    roster: Roster, scanning: Scanning, event: EventBuilder, open_event: OpenEvent
) -> None:
    absent = event.delegate("Ada", "Lovelace", ticket=TICKET)
    before = everybody(open_event.journal)
    roster.substitute(absent, MARY)

    undo(open_event.journal)

    assert everybody(open_event.journal) == before
    assert scan(scanning, TICKET).delegate.id == absent


def test_a_place_is_taken_over_once(roster: Roster, event: EventBuilder) -> None:
    absent = event.delegate("Ada", "Lovelace")
    mary = roster.substitute(absent, MARY)

    with pytest.raises(SamePerson) as refusal:
        roster.substitute(absent, PersonOrder(family_name="Noether"))

    assert refusal.value.delegate == mary


def test_a_substitute_needs_a_name(roster: Roster, event: EventBuilder) -> None:
    with pytest.raises(NameMissing):
        roster.substitute(event.delegate("Ada", "Lovelace"), PersonOrder(email="m@example.org"))


def test_a_place_that_was_given_up_is_the_substitutes(roster: Roster, event: EventBuilder) -> None:
    mary = roster.substitute(event.delegate("Ada", "Lovelace", status="withdrawn"), MARY)

    assert mary.status == "accepted"


def test_whose_place_was_taken_may_come_after_all_beside_the_substitute(
    roster: Roster, scanning: Scanning, event: EventBuilder, open_event: OpenEvent
) -> None:
    absent = event.delegate("Ada", "Lovelace", status="withdrawn", ticket=TICKET)
    mary = roster.substitute(absent, MARY)

    ada = roster.set_status(absent, Status.ACCEPTED)

    assert (ada.status, ada.place_taken_by) == ("accepted", None)
    assert scan(scanning, event.badge_of(absent)).delegate == ada
    assert scan(scanning, TICKET).delegate == mary
    undo(open_event.journal)
    undo(open_event.journal)
    undo(open_event.journal)
    assert refusal_of(scanning, event.badge_of(absent)).reason == "place_taken"


def test_a_substitute_who_is_here_keeps_the_place(
    roster: Roster, scanning: Scanning, event: EventBuilder, open_event: OpenEvent
) -> None:
    mary = roster.substitute(event.delegate("Ada", "Lovelace"), MARY)
    other = Desks(DESK_2, clock=open_event.journal.clock).open(Path(open_event.database.file))
    Scanning(other.journal).check_in(mary.id)
    other.close()

    with pytest.raises(BuiltOn) as refusal:
        undo(open_event.journal)

    assert refusal.value.what == "check_in"


def owned(tables: Mapping[str, Mapping[Any, dict[str, Any]]]) -> dict[str, Any]:
    """What stands in the tables that a merge writes to, without the stamps of when."""
    return {
        table: {
            row: {name: value for name, value in values.items() if not name.startswith("stamp")}
            for row, values in tables[table].items()
        }
        for table in ("delegate", "badge", "check_in", "source_key")
    }
