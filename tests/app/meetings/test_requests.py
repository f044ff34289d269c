from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.roster import Roster
from app.event.tables import UnknownTable
from app.journal.deeds import BuiltOn
from app.journal.undo import take_back, undo
from app.meetings.importing.imports import MeetingImports, What
from app.meetings.orders import (
    RequestNotPossible,
    RequestOrder,
    UnknownRequest,
    UnknownResource,
    UnknownSlot,
    WithThemselves,
)
from app.meetings.requests import Requests, RequestStands
from app.meetings.worth import Rules, RulesNotPossible, change_rules
from db.models import LogRow
from tests.app.meetings.asking import Floor, at
from tests.app.meetings.lists import write_lines


def test_a_request_has_a_number_that_carries_the_letters_of_the_desk(floor: Floor) -> None:
    first = floor.asks("Ada", "Ben")
    second = floor.asks("Ada", "Cleo")

    assert (first.number, second.number) == ("R-A1", "R-A2")
    assert [each.name for each in first.guests] == ["Ada Of"]
    assert [each.name for each in first.hosts] == ["Ben Of"]
    assert (first.mutual, first.priority, first.state) == (False, 2, "open")


def test_numbers_of_another_desk_whose_letters_begin_alike_are_not_counted(floor: Floor) -> None:
    floor.letters = "AB"
    floor.asks("Ada", "Ben")
    floor.letters = "A"

    assert floor.asks("Ada", "Cleo").number == "R-A1"


def test_who_asks_back_makes_it_one_mutual_request(floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben", priority=3)
    back = floor.asks("Ben", "Ada", priority=1, forbidden=(at("10:15"),))

    (only,) = floor.requests()
    assert (back.id, back.number) == (asked.id, asked.number)
    assert (only.mutual, only.priority, only.forbidden) == (True, 1, (at("10:15"),))
    assert [each.name for each in only.guests] == ["Ada Of"]


def test_taking_back_that_somebody_asked_back_leaves_what_the_other_asked(floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    floor.asks("Ben", "Ada")

    undo(floor.journal)

    (left,) = floor.requests()
    assert (left.mutual, [each.name for each in left.guests]) == (False, ["Ada Of"])


def test_several_people_on_a_side_are_the_same_in_any_order(floor: Floor) -> None:
    floor.asks("Ada Cleo", "Ben Dov")
    floor.asks("Dov Ben", "Cleo Ada")

    (only,) = floor.requests()
    assert only.mutual


def test_the_same_request_twice_is_refused(floor: Floor) -> None:
    first = floor.asks("Ada", "Ben")

    with pytest.raises(RequestStands) as stands:
        floor.asks("Ada", "Ben")

    assert stands.value.request.number == first.number


def test_nobody_meets_themselves_nor_nobody(requests: Requests, floor: Floor) -> None:
    ada = floor.who("Ada")

    with pytest.raises(WithThemselves) as refused:
        floor.asks("Ada", "Ben Ada")
    with pytest.raises(RequestNotPossible) as nobody:
        requests.add([ada], [], RequestOrder())

    assert refused.value.delegate.id == ada
    assert nobody.value.reason == "nobody"


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"priority": 4}, RequestNotPossible),
        ({"priority": 0}, RequestNotPossible),
        ({"length": 9}, RequestNotPossible),
        ({"kind": "b4b"}, RequestNotPossible),
        ({"slot": at("10:16")}, UnknownSlot),
        ({"forbidden": (at("09:00"),)}, UnknownSlot),
        ({"table": "99"}, UnknownTable),
        ({"needs": ("Interpreter",)}, UnknownResource),
        ({"after": ("R-A9",)}, UnknownRequest),
        ({"after": (str(uuid4()),)}, UnknownRequest),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(
    floor: Floor, said: dict[str, Any], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        floor.asks("Ada", "Ben", **said)

    assert floor.requests() == ()


def test_a_slot_that_is_none_names_those_of_its_day(floor: Floor) -> None:
    with pytest.raises(UnknownSlot) as refused:
        floor.asks("Ada", "Ben", slot=at("09:00", 17))

    assert refused.value.slot == "2027-03-17T09:00"
    assert refused.value.known == ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")


def test_a_request_is_corrected_whichever_side_said_it(requests: Requests, floor: Floor) -> None:
    floor.asks("Ada", "Ben", priority=1, table="3")
    asked = floor.asks("Ben", "Ada", priority=2, slot=at("10:40"))

    order = RequestOrder(priority=3, table="", any_slot=True, note=" Both speak French ")
    changed = requests.change(asked.id, order)

    assert (changed.priority, changed.table, changed.slot) == (3, "", None)
    assert changed.note == "Both speak French"
    assert changed.mutual
    undo(floor.journal)
    (before,) = floor.requests()
    assert (before.priority, before.table, before.slot, before.note) == (1, "3", at("10:40"), "")


def test_a_request_comes_after_others_but_not_after_itself(
    requests: Requests, floor: Floor
) -> None:
    first = floor.asks("Ada", "Ben")
    second = floor.asks("Ada", "Cleo", after=("r-a1",))

    assert second.after == (first.number,)
    with pytest.raises(RequestNotPossible):
        requests.change(second.id, RequestOrder(after=(second.number,)))


def test_a_withdrawn_request_is_told_so_until_it_counts_again(
    requests: Requests, floor: Floor
) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.asks("Ben", "Ada")

    withdrawn = requests.withdraw(requests.named("R-A1"))
    again = requests.reinstate(asked.id)

    assert (withdrawn.state, again.state, again.mutual) == ("withdrawn", "open", True)
    undo(floor.journal)
    assert floor.requests()[0].state == "withdrawn"


def test_who_asked_and_withdrew_may_ask_again(requests: Requests, floor: Floor) -> None:
    requests.withdraw(floor.asks("Ada", "Ben").id)

    floor.asks("Ada", "Ben")

    (only,) = floor.requests()
    assert (only.state, only.number) == ("open", "R-A2")


def test_a_delegate_has_the_requests_of_either_side(requests: Requests, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    floor.asks("Cleo", "Ada")
    floor.asks("Cleo", "Ben")

    assert [each.number for each in requests.of(floor.who("Ada"))] == ["R-A1", "R-A2"]


def test_whoever_was_merged_or_has_taken_a_place_has_the_requests(floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    floor.asks("Ben", "Adda")
    roster = Roster(floor.journal, "A")

    roster.merge(floor.who("Ada"), floor.who("Adda"))
    roster.substitute(floor.who("Ben"), PersonOrder(given_name="Nuno"))

    (only,) = floor.requests()
    assert only.mutual
    assert [each.name for each in (*only.guests, *only.hosts)] == ["Ada Of", "Nuno"]


def test_the_kind_follows_from_the_organisations_and_can_be_set(
    requests: Requests, floor: Floor
) -> None:
    floor.who("Ada", kind="cluster")
    floor.who("Ben", kind="cluster")
    floor.who("Cleo", kind="company", organisation="Engines")
    floor.who("Dov", organisation="Hub")
    floor.who("Ute", organisation="Engines Ltd")
    Organisations(floor.journal).join("Engines", "Hub")

    floor.asks("Ada", "Ben")
    floor.asks("Cleo", "Ben")
    floor.asks("Cleo", "Ute")
    network = floor.asks("Ada", "Dov")
    set_by_hand = requests.change(network.id, RequestOrder(kind="b2c"))

    assert [each.kind for each in floor.requests()] == ["c2c", "b2c", "b2b", "b2c"]
    assert (network.kind, network.kind_is_set) == ("c2c", False)
    assert set_by_hand.kind_is_set


@pytest.mark.parametrize(
    ("rules", "worths"),
    [
        (Rules(), [6, 5, 4, 3, 2, 1]),
        (Rules(mutual_worth=0), [3, 2, 1, 3, 2, 1]),
        (Rules(mutual_worth=0, third_worth=0), [3, 2, 1, 3, 2, 1]),
    ],
)
def test_worth_counts_both_wanting_it_before_priority(rules: Rules, worths: list[int]) -> None:
    wanted = [(mutual, priority) for mutual in (True, False) for priority in (1, 2, 3)]

    assert [rules.worth(mutual=mutual, priority=each) for mutual, each in wanted] == worths


def test_rules_are_changed_one_by_one_and_taken_back(floor: Floor) -> None:
    floor.asks("Ada", "Ben", priority=1)

    change_rules(floor.journal, {"first_worth": 10})
    changed = change_rules(floor.journal, {"most_meetings": 8, "first_worth": 10})

    assert (changed.first_worth, changed.most_meetings, changed.mutual_worth) == (10, 8, 3)
    assert floor.requests()[0].worth == 10
    undo(floor.journal)
    assert change_rules(floor.journal, {}) == Rules(first_worth=10)


@pytest.mark.parametrize("wanted", [{"mutual_worth": -1}, {"most_in_row": 0}])
def test_rules_that_allow_nothing_are_refused(floor: Floor, wanted: dict[str, int]) -> None:
    with pytest.raises(RulesNotPossible):
        change_rules(floor.journal, wanted)


Refusing = Callable[[], Any]


def test_unknown_requests_are_refused(requests: Requests) -> None:
    unknown: list[Refusing] = [
        lambda: requests.withdraw(uuid4()),
        lambda: requests.change(uuid4(), RequestOrder()),
        lambda: requests.named("R-A1"),
    ]

    for refused in unknown:
        with pytest.raises(UnknownRequest):
            refused()


def test_requests_of_somebody_merged_are_found_whichever_entry_named_them(
    requests: Requests, floor: Floor
) -> None:
    first = floor.asks("Ada", "Ben")
    floor.asks("Cleo", "Dov", after=(first.number,))
    Roster(floor.journal, "A").merge(floor.who("Ben"), floor.who("Cleo"))

    found = requests.of(floor.who("Cleo"))

    assert [each.number for each in found] == ["R-A1", "R-A2"]
    assert found[1].after == ("R-A1",)
    assert [each.number for each in requests.of(floor.who("Dov"))] == ["R-A2"]
    assert requests.of(floor.who("Dov"))[0].after == ("R-A1",)


@pytest.mark.parametrize("asks", [("Ada", "Ben"), ("Ben", "Ada")])
def test_whom_a_request_names_is_not_taken_off_the_list_by_undo(
    floor: Floor, asks: tuple[str, str]
) -> None:
    floor.who("Ben")
    floor.who("Ada")
    with floor.journal.reading() as session:
        added = session.scalars(select(LogRow.unit).order_by(LogRow.hlc.desc()).limit(1)).one()
    floor.asks(*asks)

    with pytest.raises(BuiltOn):
        take_back(floor.journal, added)
    undo(floor.journal)
    take_back(floor.journal, added)

    assert floor.requests() == ()


def test_an_import_of_delegates_is_not_taken_back_from_under_their_meetings(
    floor: Floor, tmp_path: Path
) -> None:
    people = write_lines(tmp_path / "people.csv", "Name,E-mail", "Ute Neu,ute@example.org")
    imported = Imports(floor.journal, "A").run(people, ImportOrder())
    asked = write_lines(tmp_path / "list.csv", "Guest,Host", "ute@example.org,Ada Of")
    floor.who("Ada")
    MeetingImports(floor.journal, "A", What.REQUESTS).run(asked, ImportOrder())
    assert imported.unit is not None

    with pytest.raises(BuiltOn):
        take_back(floor.journal, imported.unit)
