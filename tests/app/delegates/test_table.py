from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.checkin.badges import Badges
from app.checkin.presence import presence
from app.checkin.scanning import Scanning
from app.delegates.deeds import DoubtRaised
from app.delegates.detail import DelegateDetail, Details
from app.delegates.doubts import Doubts
from app.delegates.lookup import Lookup
from app.delegates.orders import PersonOrder
from app.delegates.person import UnknownDelegate
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.delegates.table import DelegateRow, DelegateTable, Paper, goes_on, narrowed
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock


@pytest.fixture
def table(open_event: OpenEvent) -> DelegateTable:
    return DelegateTable(open_event.journal)


@pytest.fixture
def scanning(open_event: OpenEvent) -> Scanning:
    return Scanning(open_event.journal)


def row_of(table: DelegateTable, delegate: UUID) -> DelegateRow:
    (row,) = [row for row in table.rows(FIRST_DAY) if row.id == delegate]
    return row


def detail_of(table: DelegateTable, delegate: UUID) -> DelegateDetail:
    return Details(table).of(delegate, FIRST_DAY)


def print_badges(event: OpenEvent, folder: Path, *delegates: UUID) -> None:
    PrintOffice(event.journal).run(Wish(delegates=delegates), folder / "badges.pdf")


def raise_doubt(event: OpenEvent, kind: str, who: UUID, other: UUID | None = None) -> UUID:
    doubt = uuid4()
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write(DoubtRaised(doubt, kind, who, other, {"why": "name"}))
    return doubt


def test_everybody_stands_where_the_search_says_they_stand(
    open_event: OpenEvent,
    event: EventBuilder,
    table: DelegateTable,
    scanning: Scanning,
    roster: Roster,
) -> None:
    here, left, back, expected = event.delegates(*[(name, "Berg") for name in "ABCD"])
    for status in Status:
        event.delegate("Berg", status.value, status=status.value)
    absent = event.delegate("Berg", "Absent")
    roster.substitute(absent, PersonOrder(given_name="Berg", family_name="Comes"))
    for delegate in (here, left, back):
        scanning.check_in(delegate)
    for delegate in (left, back):
        scanning.check_out(delegate)
    scanning.check_in(back)

    rows = {row.id: row.state for row in table.rows(FIRST_DAY)}

    found = Lookup(open_event.journal).find("berg", FIRST_DAY, 50)
    assert rows == {each.person.id: each.state for each in found.delegates}
    assert [rows[each] for each in (here, left, back, expected, absent)] == [
        "here",
        "left",
        "here",
        "expected",
        "place_taken",
    ]


def test_since_is_what_presence_says(
    open_event: OpenEvent,
    event: EventBuilder,
    table: DelegateTable,
    scanning: Scanning,
    clock: MovableClock,
) -> None:
    delegate = event.delegate("Ada")
    for deed in (scanning.check_in, scanning.check_out, scanning.check_in):
        clock.passes(minutes=10)
        deed(delegate)

        with open_event.journal.reading() as session:
            there = presence(session, delegate, FIRST_DAY)
        assert there is not None
        assert row_of(table, delegate).since == there.since == clock.now


def test_a_check_in_counts_on_its_own_day_only(
    event: EventBuilder, table: DelegateTable, scanning: Scanning
) -> None:
    delegate = event.delegate("Ada")
    scanning.check_in(delegate)

    (row,) = table.rows(SECOND_DAY)

    assert (row.state, row.since) == ("expected", None)
    assert row_of(table, delegate).state == "here"


def test_a_badge_is_stale_when_it_would_say_something_else(
    open_event: OpenEvent, event: EventBuilder, table: DelegateTable, roster: Roster, tmp_path: Path
) -> None:
    ada, ben = event.delegate("Ada", "King"), event.delegate("Ben")
    assert row_of(table, ada).paper is Paper.NEVER
    print_badges(open_event, tmp_path, ada)

    first = row_of(table, ada)
    roster.edit(ada, PersonOrder(family_name="Lovelace"))
    renamed = row_of(table, ada)
    roster.edit(ada, PersonOrder(family_name="King", note="says nothing of it"))
    again = row_of(table, ada)

    assert [row.paper for row in (first, renamed, again)] == [
        Paper.PRINTED,
        Paper.CHANGED,
        Paper.PRINTED,
    ]
    assert first.printed_at == open_event.journal.clock()
    assert row_of(table, ben).paper is Paper.NEVER


def test_a_badge_with_an_old_code_is_stale_until_the_new_one_is_printed(
    open_event: OpenEvent, event: EventBuilder, table: DelegateTable, tmp_path: Path
) -> None:
    ada = event.delegate("Ada")
    print_badges(open_event, tmp_path, ada)
    Badges(open_event.journal).replace(ada, "lost")
    assert row_of(table, ada).paper is Paper.CHANGED

    print_badges(open_event, tmp_path, ada)

    assert row_of(table, ada).paper is Paper.PRINTED


@pytest.mark.parametrize(
    "typed", ["", "a", "mu", "müller", "mueller", "ber mul", "43", "acme", "x"]
)
def test_the_table_matches_what_the_search_matches(
    open_event: OpenEvent, event: EventBuilder, table: DelegateTable, typed: str
) -> None:
    event.delegate("Anna", "Müller", organisation="Acme GmbH")
    event.delegate("Bernd", "Mulvaney", badge_number="A-143")
    event.delegate("Carl", "Berg", email="mula@example.org")

    rows = narrowed(table.rows(FIRST_DAY), typed)

    found = Lookup(open_event.journal).find(typed, FIRST_DAY)
    exact = () if found.corrected else found.delegates
    everybody = {row.id for row in table.rows(FIRST_DAY)}
    assert {row.id for row in rows} == ({each.person.id for each in exact} if typed else everybody)


@pytest.mark.parametrize(
    ("typed", "before", "narrower"),
    [
        ("lind", "li", True),
        ("lind asa", "lind", True),
        ("asa lind", "asa li", True),
        ("li", "l", False),  # one letter begins a word, two may stand inside
        ("lond", "li", False),
        ("li", "lind", False),
        ("lind", "", False),
        ("lind", "asa lind", False),
    ],
)
def test_typing_on_is_told_from_typing_otherwise(typed: str, before: str, narrower: bool) -> None:
    assert goes_on(typed, before) is narrower


def test_whoever_a_doubt_concerns_is_to_be_decided_till_it_is(
    open_event: OpenEvent, event: EventBuilder, table: DelegateTable
) -> None:
    ada, ben, carl = event.delegates(("Ada", ""), ("Ben", ""), ("Carl", ""))
    doubt = raise_doubt(open_event, "same_person", ada, ben)
    assert {row.id for row in table.rows(FIRST_DAY) if row.to_decide} == {ada, ben}
    assert not row_of(table, carl).to_decide
    assert [each.id for each in detail_of(table, ben).doubts] == [doubt]

    Doubts(open_event.journal).settle(doubt)

    assert not any(row.to_decide for row in table.rows(FIRST_DAY))
    assert detail_of(table, ben).doubts == ()


def test_a_doubt_about_somebody_who_is_gone_is_none(
    open_event: OpenEvent, event: EventBuilder, table: DelegateTable, roster: Roster
) -> None:
    ada, ben = event.delegates(("Ada", ""), ("Ben", ""))
    raise_doubt(open_event, "same_person", ada, ben)

    roster.merge(ada, ben)

    assert [row.to_decide for row in table.rows(FIRST_DAY)] == [False]


def test_the_detail_tells_all_days_badges_and_deeds(
    open_event: OpenEvent,
    event: EventBuilder,
    table: DelegateTable,
    clock: MovableClock,
    tmp_path: Path,
) -> None:
    scanning = Scanning(open_event.journal)
    ada = event.delegate("Ada", city="Malmö", sectors=["Food"], seeks="Partners", kind="company")
    print_badges(open_event, tmp_path, ada)
    scanning.check_in(ada)
    Badges(open_event.journal).replace(ada, "lost")
    clock.now += timedelta(days=1)
    scanning.check_in(ada)

    detail = detail_of(table, ada)

    assert detail.row == row_of(table, ada)
    assert (detail.more.city, detail.more.sectors, detail.more.seeks, detail.row.kind) == (
        "Malmö",
        ("Food",),
        "Partners",
        "company",
    )
    assert [(each.day, each.way, each.desk) for each in detail.check_ins] == [
        (FIRST_DAY, "in", "Desk 1"),
        (SECOND_DAY, "in", "Desk 1"),
    ]
    assert [
        (each.issue, each.revoked, each.reason, len(each.prints)) for each in detail.badges
    ] == [
        (1, "replaced", "lost", 1),
        (2, "", "", 0),
    ]
    assert detail.badges[0].prints[0].stock == "a4-4up"
    assert next(line.kind for line in detail.history) == "CheckedIn"
    assert {line.kind for line in detail.history} >= {"BadgePrinted", "BadgeReplaced"}


def test_the_detail_names_both_sides_of_a_place_that_was_taken(
    event: EventBuilder, table: DelegateTable, roster: Roster
) -> None:
    absent = event.delegate("Ada")

    comes = roster.substitute(absent, PersonOrder(given_name="Ben"))

    assert detail_of(table, absent).more.substitute == comes
    assert [each.id for each in detail_of(table, comes.id).more.substitutes_for] == [absent]


def test_nobody_has_no_detail(table: DelegateTable) -> None:
    with pytest.raises(UnknownDelegate):
        detail_of(table, uuid4())
