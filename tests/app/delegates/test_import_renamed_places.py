"""Lists that know tickets alone: a new ticket with a new name may be of the same place."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.checkin.scanning import Scan, Scanning
from app.delegates.doubts import Doubts
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.delegates.lists import ImportList, Row, everybody

JOHN, MARY, BEN = "John Smith", "Mary Somerville", "Ben Li"


def on_the_list(name: str, secret: str, **also: str) -> Row:
    row = {"Order code": "A15C8", "Attendee name": name, "Product": "Cluster",
           "Checked in": "", "Paid": "Yes", "Secret": secret}  # fmt: skip
    return row | {header.replace("_", " "): value for header, value in also.items()}


def test_one_who_came_where_one_left_is_put_to_a_person(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    stays = on_the_list(BEN, "ticket-of-ben")
    import_list(on_the_list(JOHN, "ticket-of-john"), stays)
    newer = (on_the_list(MARY, "ticket-of-mary"), stays)

    imported = import_list(*newer)
    again = import_list(*newer)

    told = [(pair.kind, pair.why, pair.subject, pair.other) for pair in imported.doubtful]
    assert told == [("same_person", "order", MARY, JOHN)]
    assert (imported.created, again.created, again.doubtful) == (1, 0, ())
    (doubt,) = Doubts(open_event.journal).open()
    mary, john = doubt.delegates
    roster.merge(mary.id, john.id)
    assert {person.name for person in everybody(open_event.journal)} == {MARY, BEN}
    scanning = Scanning(open_event.journal)
    assert scanning.scan(Scan("ticket-of-mary", uuid4())).delegate.name == MARY


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([JOHN], [on_the_list(MARY, "m", Product="Dinner")]),
        ([JOHN], [on_the_list(MARY, "m", Order_code="B2222")]),
        ([JOHN], [on_the_list(MARY, "m"), on_the_list(BEN, "b")]),
        ([JOHN, BEN], [on_the_list(MARY, "m")]),
        ([JOHN], [on_the_list(JOHN, "secret-0"), on_the_list(MARY, "m")]),
    ],
    ids=["other product", "other order", "two came", "two left", "nobody left"],
)
def test_who_may_be_anybody_is_put_to_nobody(
    import_list: ImportList, first: list[str], second: list[Row]
) -> None:
    import_list(*(on_the_list(name, f"secret-{place}") for place, name in enumerate(first)))

    assert import_list(*second).doubtful == ()


def test_a_substitute_has_the_ticket_already(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(on_the_list(JOHN, "ticket-of-john"))

    renamed = import_list(on_the_list(MARY, "ticket-of-john"))

    assert (renamed.created, renamed.doubtful) == (0, ())
    assert [person.name for person in everybody(open_event.journal)] == [MARY]
