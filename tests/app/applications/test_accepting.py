from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from app.applications.accepting import Acceptance, AcceptanceNotPossible, Accepting, Choice
from app.applications.judging import NotAccepted
from app.applications.next_in import WaitingList
from app.applications.places import Places
from app.applications.terms import Deadlines
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster
from app.desks import Desks, OpenEvent
from app.journal.log import entries_of
from app.journal.undo import undo
from app.progress import Progress
from tests.app.applications.applying import NOON, Applicants
from tests.building import DESK_2, MovableClock

WAITING, DECLINED = Status.WAITING, Status.DECLINED


def names(done: Acceptance) -> list[str]:
    return [each.person.given_name for each in done.accepted]


def reasons(done: Acceptance) -> dict[str, NotAccepted | None]:
    return {each.person.given_name: each.why for each in done.left}


def test_who_applied_first_gets_in_until_the_places_are_taken(
    people: Applicants, places: Places, accepting: Accepting
) -> None:
    people.apply("Ada", "Ben", "Cleo")
    people.apply("Dov", at=NOON - timedelta(days=1))
    places.limit(2)

    look = accepting.look(Choice())
    done = accepting.carry_out(Choice())

    assert (names(look), reasons(look)) == (names(done), reasons(done))
    assert names(done) == people.stand(Status.ACCEPTED) == ["Dov", "Ada"]
    assert reasons(done) == {"Ben": NotAccepted.FULL, "Cleo": NotAccepted.FULL}
    assert people.stand(Status.RECEIVED) == ["Ben", "Cleo"]


def test_a_look_changes_nothing(people: Applicants, accepting: Accepting) -> None:
    people.apply("Ada")

    accepting.look(Choice())

    assert people.stand(Status.RECEIVED) == ["Ada"]


def test_limits_of_kinds_and_delegations_keep_some_out_and_let_those_behind_in(
    people: Applicants, places: Places, accepting: Accepting
) -> None:
    people.apply("Ada", "Ben", kind="company")
    people.apply("Cleo", "Dov", delegation="US delegation")
    people.apply("Eve")
    places.limit(1, kind=Kind.COMPANY)
    places.limit(1, delegation="US delegation")

    done = accepting.carry_out(Choice(rest=WAITING))

    assert names(done) == ["Ada", "Cleo", "Eve"]
    assert reasons(done) == {"Ben": NotAccepted.KIND_FULL, "Dov": NotAccepted.DELEGATION_FULL}
    assert people.stand(WAITING) == ["Ben", "Dov"]


def test_each_acceptance_is_a_deed_of_its_own_and_all_are_taken_back_at_once(
    open_event: OpenEvent, people: Applicants, accepting: Accepting
) -> None:
    people.apply("Ada", "Ben", "Cleo")

    done = accepting.carry_out(Choice(first=2))
    assert done.unit is not None
    with open_event.journal.reading() as session:
        entries = entries_of(session, open_event.journal.kinds, done.unit)
    told = [(each.deed.id, each.on_duty) for each in entries if hasattr(each.deed, "status")]
    assert told == [(people.ids["Ada"], "Rasa"), (people.ids["Ben"], "Rasa")]

    undo(open_event.journal)
    assert people.stand(Status.RECEIVED) == ["Ada", "Ben", "Cleo"]


def test_who_waits_keeps_a_place_from_those_behind_who_alone_are_chosen(
    people: Applicants, places: Places, accepting: Accepting
) -> None:
    people.apply("Ada", status=WAITING)
    people.apply("Ben", "Cleo", delegation="US delegation")
    places.limit(2)

    done = accepting.carry_out(Choice(delegations=frozenset({"us delegation"})))

    assert names(done) == ["Ben"]
    assert reasons(done) == {"Cleo": NotAccepted.OTHERS_WAIT}


def test_late_ones_wait_by_rule_and_get_in_only_where_it_is_asked_for(
    people: Applicants, deadlines: Deadlines, accepting: Accepting
) -> None:
    deadlines.set(apply_until=NOON)
    people.apply("Ada", "Ben")

    done = accepting.carry_out(Choice())
    assert (names(done), reasons(done)) == (["Ada"], {"Ben": NotAccepted.LATE})
    assert people.stand(WAITING) == ["Ben"]

    assert names(accepting.carry_out(Choice(late=True))) == ["Ben"]


def test_late_ones_are_declined_if_the_organiser_chose_so(
    people: Applicants, deadlines: Deadlines, accepting: Accepting
) -> None:
    deadlines.set(apply_until=NOON, late=DECLINED)
    people.apply("Ada", "Ben")
    people.apply("Cleo", status=WAITING)

    accepting.carry_out(Choice())

    assert people.stand(DECLINED) == ["Ben"]
    # Somebody put her on the list: that is no longer for a rule to decide.
    assert people.stand(WAITING) == ["Cleo"]


def test_who_was_moved_up_is_judged_as_those_in_time(
    people: Applicants,
    deadlines: Deadlines,
    accepting: Accepting,
    waiting_list: WaitingList,
) -> None:
    deadlines.set(apply_until=NOON)
    people.apply("Ben", at=NOON)
    people.apply("Ada", at=NOON + timedelta(days=1), status=WAITING)
    assert names(accepting.look(Choice())) == ["Ben"]

    waiting_list.move_up(people.ids["Ada"], "keynote")

    assert names(accepting.look(Choice())) == ["Ada", "Ben"]


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        ({"first": 0}, "first"),
        ({"rest": Status.ACCEPTED}, "rest"),
        ({"delegations": frozenset({"nowhere"})}, "delegation"),
        ({"kinds": frozenset({Kind.INVESTOR})}, "nobody"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(
    people: Applicants, accepting: Accepting, choice: dict[str, Any], reason: str
) -> None:
    people.apply("Ada")

    with pytest.raises(AcceptanceNotPossible) as refusal:
        accepting.carry_out(Choice(**choice))

    assert refusal.value.reason == reason


def test_who_is_named_is_accepted_and_nobody_else(people: Applicants, accepting: Accepting) -> None:
    people.apply("Ada", "Ben")

    done = accepting.carry_out(Choice(delegates=frozenset({people.ids["Ben"]})))

    assert names(done) == ["Ben"]


def test_places_are_not_exceeded_where_another_desk_accepts_somebody_meanwhile(
    open_event: OpenEvent, people: Applicants, places: Places, clock: MovableClock
) -> None:
    people.apply(*(f"Person {number:02}" for number in range(70)))
    people.apply("Zoe")
    places.limit(65)
    file = open_event.journal.database.file
    accepting = Accepting(open_event.journal)

    with closing(Desks(DESK_2, clock=clock).open(file)) as other:
        elsewhere = Roster(other.journal, other.letters)

        def another_desk_accepts(told: Progress) -> None:
            if told.done < told.total:
                elsewhere.set_status(people.ids["Zoe"], Status.ACCEPTED)

        done = accepting.carry_out(Choice(), another_desk_accepts)

    assert len(people.stand(Status.ACCEPTED)) == 65
    assert len(done.accepted) == 64
