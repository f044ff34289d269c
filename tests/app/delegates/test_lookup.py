from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.delegates.lookup import Found, Lookup
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.building import SECOND_DAY, EventBuilder, MovableClock


@pytest.fixture
def lookup(open_event: OpenEvent) -> Lookup:
    return Lookup(open_event.journal)


@pytest.fixture
def crowd(event: EventBuilder) -> None:
    people = [
        ("Łukasz", "Wójcik", "Kraków Robotics", "l.wojcik@kr.example.org"),
        ("Szilvia", "Szalontai", "Pannon Agrifood", "sz@pannon.example.org"),
        ("Θεοδώρα", "Θαλασσινού", "Haná Agri", "theodora@hana.example.org"),
        ("Jürgen", "Weiß", "Große Straße 7 e.V.", "jw@gs.example.org"),
        ("Li", "Wei", "Øresund Bio", "li.wei@ob.example.org"),
        ("Noor", "de Vries", "Maas Photonics", "noor@mp.example.org"),
        ("Anna", "Berg", "Nordic Forest AB", "anna@nf.example.org"),
    ]
    for given, family, organisation, email in people:
        event.delegate(given, family, organisation=organisation, email=email)


def names(found: Found) -> list[str]:
    return [each.person.name for each in found.delegates]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz wojcik", "Łukasz Wójcik"),
        ("wojcik lukasz", "Łukasz Wójcik"),
        ("WÓJ", "Łukasz Wójcik"),
        ("szalontai", "Szilvia Szalontai"),
        ("thalassinou", "Θεοδώρα Θαλασσινού"),
        ("Θαλασσ", "Θεοδώρα Θαλασσινού"),
        ("strasse", "Jürgen Weiß"),
        ("weiss", "Jürgen Weiß"),
        ("Li", "Li Wei"),
        ("m", "Noor de Vries"),
        ("a-7", "Anna Berg"),
        ("devries", "Noor de Vries"),
        ("maas noor", "Noor de Vries"),
        ("anna@nf.example.org", "Anna Berg"),
    ],
)
@pytest.mark.usefixtures("crowd")
def test_what_staff_type_finds_the_delegate_first(lookup: Lookup, typed: str, name: str) -> None:
    found = lookup.find(typed)

    assert names(found)[0] == name
    assert not found.corrected


@pytest.mark.usefixtures("crowd")
def test_a_badge_number_finds_its_wearer_before_who_has_it_in_an_address(lookup: Lookup) -> None:
    assert names(lookup.find("7"))[0] in {"Anna Berg", "Jürgen Weiß"}
    assert names(lookup.find("a7")) == ["Anna Berg"]


@pytest.mark.usefixtures("crowd")
def test_a_typing_error_is_corrected_and_said_to_be(lookup: Lookup) -> None:
    found = lookup.find("szalnotai")

    assert names(found) == ["Szilvia Szalontai"]
    assert found.corrected


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("typed", ["", "   ", "qqqqqq", "<>;\"'", "\0"])
def test_what_nobody_is_called_finds_nobody(lookup: Lookup, typed: str) -> None:
    assert lookup.find(typed) == Found((), corrected=False)


def test_namesakes_come_with_what_tells_them_apart(lookup: Lookup, event: EventBuilder) -> None:
    event.delegate("John", "Smith", organisation="Bay State Bio", country="US")
    event.delegate("John", "Smith", organisation="Lough Bio", country="IE")

    found = lookup.find("john smith")

    told = {(each.person.organisation, each.person.country) for each in found.delegates}
    assert told == {("Bay State Bio", "US"), ("Lough Bio", "IE")}


def test_each_one_s_state_is_told(
    lookup: Lookup, event: EventBuilder, open_event: OpenEvent, roster: Roster
) -> None:
    scanning = Scanning(open_event.journal)
    here, left, absent = (event.delegate("Kim", each) for each in ("Here", "Left", "Absent"))
    event.delegate("Kim", "Expected")
    for status in (Status.RECEIVED, Status.WAITING, Status.DECLINED, Status.WITHDRAWN):
        event.delegate("Kim", status.name.title(), status=status.value)
    scanning.check_in(here)
    scanning.check_in(left)
    scanning.check_out(left)
    roster.substitute(absent, PersonOrder(given_name="Kim", family_name="Substitute"))

    states = {each.person.family_name: each.state for each in lookup.find("kim").delegates}

    assert states == {
        "Here": "here",
        "Left": "left",
        "Absent": "place_taken",
        "Substitute": "expected",
        "Expected": "expected",
        "Received": "received",
        "Waiting": "waiting",
        "Declined": "declined",
        "Withdrawn": "withdrawn",
    }


def test_who_came_back_is_here(
    lookup: Lookup, event: EventBuilder, open_event: OpenEvent, clock: MovableClock
) -> None:
    scanning = Scanning(open_event.journal)
    kim = event.delegate("Kim", "Berg")
    scanning.check_in(kim)
    scanning.check_out(kim)
    clock.passes(minutes=5)
    scanning.check_in(kim)

    assert lookup.find("kim").delegates[0].state == "here"


def test_a_check_in_counts_on_its_own_day_only(
    lookup: Lookup, event: EventBuilder, open_event: OpenEvent
) -> None:
    Scanning(open_event.journal).check_in(event.delegate("Kim", "Berg"))

    assert lookup.find("kim").delegates[0].state == "here"
    assert lookup.find("kim", SECOND_DAY).delegates[0].state == "expected"


def test_no_more_than_the_limit_are_found(lookup: Lookup, event: EventBuilder) -> None:
    event.crowd(30)

    assert len(lookup.find("family", limit=7).delegates) == 7
