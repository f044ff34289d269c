"""The exports we know are recognised by their headers and give what they mean."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from app.delegates.reading.registrations import (
    PRESETS,
    Reading,
    ReadingOrder,
    read_registrations,
)
from app.delegates.registration import Kind, Registration, Status
from tests.app.delegates.reading.files import PRETIX, fields, problems, read, read_one
from tests.spreadsheets import xlsx


@pytest.fixture(scope="module")
def checkinlist() -> Reading:
    return read_registrations(PRETIX / "pretix-checkinlist-en.csv")


@pytest.fixture(scope="module")
def positions() -> Reading:
    return read_registrations(PRETIX / "pretix-positions-de.csv")


@pytest.fixture(scope="module")
def workbook() -> Reading:
    return read_registrations(PRETIX / "pretix-orders.xlsx")


def by_order(reading: Reading) -> dict[str, Registration]:
    return {person.order_code: person for person in reading.rows}


def test_every_person_of_a_pretix_check_in_list_is_read(checkinlist: Reading) -> None:
    assert checkinlist.preset == "pretix-checkinlist"
    assert len(checkinlist.rows) == 113
    assert checkinlist.problems == ()


def test_a_pretix_check_in_list_says_all_of_a_person(checkinlist: Reading) -> None:
    person = by_order(checkinlist)["A15C8"]

    assert person == Registration(
        line=2,
        full_name="Agnès Figueira-Bastos",
        given_name="Agnès",
        family_name="Figueira-Bastos",
        email="agns.figueira-bastos@example.org",
        phone="+4541568532",
        organisation="Baltic Photonics Cluster",
        country="LT",
        city="Vilnius",
        delegation="Baltic",
        sectors=("Clean energy", "Agrifood"),
        seeks='Pilot sites, "living labs" in the Baltic',
        kind=Kind.CLUSTER,
        badge_type="Cluster organisation",
        status=Status.ACCEPTED,
        received="2026-11-15T02:01:51",
        ticket_secret="rks6a3gjkd8utqqka4jxwsvy8tfhnbdm",  # noqa: S106 - an invented person's
        order_code="A15C8",
        keys=("pretix-ticket:rks6a3gjkd8utqqka4jxwsvy8tfhnbdm",),
    )


def test_who_has_not_paid_is_only_received(checkinlist: Reading) -> None:
    statuses = Counter(person.status for person in checkinlist.rows)

    assert statuses == {Status.ACCEPTED: 105, Status.RECEIVED: 8}


def test_german_pretix_positions_are_recognised(positions: Reading) -> None:
    assert positions.preset == "pretix-positions"
    assert len(positions.rows) == 120
    assert positions.problems == ()


def test_german_words_for_a_status_are_understood(positions: Reading) -> None:
    statuses = Counter(person.status for person in positions.rows)

    assert statuses == {Status.ACCEPTED: 105, Status.RECEIVED: 8, Status.WITHDRAWN: 7}


def test_a_position_is_known_by_all_its_names(positions: Reading) -> None:
    assert by_order(positions)["A1534"].keys == (
        "pretix-ticket:sdda8wzjpkx8w8cjh5s4ej4a7mrwtdaw",
        "pretix:A1534-1",
        "pretix-pseudonym:8ZPA98HXYZ",
    )


def test_the_sheet_of_positions_is_chosen_among_a_workbook_s_sheets(workbook: Reading) -> None:
    assert workbook.sheet == "Order positions"
    assert workbook.sheets == ("Orders", "Order positions", "Order fees")


def test_the_german_text_and_the_english_workbook_say_the_same(
    positions: Reading, workbook: Reading
) -> None:
    assert by_order(positions).keys() == by_order(workbook).keys()
    for code, person in by_order(positions).items():
        other = by_order(workbook)[code]
        assert (person.full_name, person.email, person.phone) == (
            other.full_name,
            other.email,
            other.phone,
        )
        assert (person.keys, person.status, person.sectors) == (
            other.keys,
            other.status,
            other.sectors,
        )
        assert (person.seeks, person.country, person.note) == (
            other.seeks,
            other.country,
            other.note,
        )


def test_the_check_in_list_and_the_positions_share_each_person_s_first_key(
    checkinlist: Reading, positions: Reading
) -> None:
    others = by_order(positions)

    assert all(person.keys[0] == others[person.order_code].keys[0] for person in checkinlist.rows)


def test_text_that_looks_like_a_formula_comes_back_as_it_was_typed(checkinlist: Reading) -> None:
    assert by_order(checkinlist)["A1EE3"].seeks == "=SUM(A1:A9) partners"


def test_lines_are_counted_as_an_editor_counts_them(positions: Reading) -> None:
    with (PRETIX / "pretix-positions-de.csv").open(encoding="utf-8", newline="") as file:
        lines = list(file)
        file.seek(0)
        breaks = sum("\n" in "".join(row) for row in csv.reader(file, delimiter=";"))

    assert breaks > 0, "no cell of several lines is left to prove anything"
    for person in positions.rows:
        assert person.order_code in lines[person.line - 1]


def test_a_comment_is_what_the_desk_reads_where_attention_is_asked_for(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Order code,Attendee name,Checked in,Requires special attention,Comment\n"
        "A1,Ada Lovelace,,Yes,Needs a lift\nA2,Ben Okri,,Yes,\nA3,Cleo Vance,,No,Late\n",
    )

    assert [person.attention for person in reading.rows] == ["Needs a lift", "yes", ""]
    assert [person.note for person in reading.rows] == ["Needs a lift", "", "Late"]


POSITIONS = (
    "Order code,Position ID,Status,Email,Attendee name,Attendee email,Ticket secret,"
    "Add-on to position ID,Company,Company,Country,Invoice address country,Sectors – ICT,"
    "Sectors – Food\n"
)


def test_an_order_s_email_is_its_only_person_s(tmp_path: Path) -> None:
    person = read_one(tmp_path, POSITIONS + "A1,1,paid,buyer@x.org,Ada Lovelace,,s1,,,,,,,\n")

    assert person.email == "buyer@x.org"


def test_an_order_s_email_is_nobody_s_where_two_are_meant(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        POSITIONS
        + "A1,1,paid,buyer@x.org,Ada Lovelace,,s1,,,,,,,\n"
        + "A1,2,paid,buyer@x.org,Ben Okri,ben@x.org,s2,,,,,,,\n",
    )

    assert [person.email for person in reading.rows] == ["", "ben@x.org"]


def test_an_add_on_is_nobody(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        POSITIONS
        + "A1,1,paid,buyer@x.org,Ada Lovelace,,s1,,,,,,,\n"
        + "A1,2,paid,buyer@x.org,,,s2,1,,,,,,\n",
    )

    assert [person.email for person in reading.rows] == ["buyer@x.org"]
    assert reading.ignored == 1
    assert reading.problems == ()


def test_a_ticket_without_a_name_is_a_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, POSITIONS + "A1,1,paid,buyer@x.org,,,s1,,,,,,,\n")

    assert reading.rows == ()
    assert [each[:3] for each in problems(reading)] == [(2, "", "no_name")]


def test_in_an_older_file_a_nameless_row_of_a_named_order_is_an_add_on(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Order code,Position ID,Attendee name,Attendee email\nA1,1,Ada Lovelace,a@x.org\n"
        "A1,2,,\nA2,1,,\n",
    )

    assert (len(reading.rows), reading.ignored) == (1, 1)
    assert [each.line for each in reading.problems] == [4]


def test_an_invoice_is_not_a_person(tmp_path: Path) -> None:
    person = read_one(
        tmp_path, POSITIONS + "A1,1,paid,b@x.org,Ada Lovelace,,s1,,,Invoice Ltd,,DE,,\n"
    )

    assert (person.organisation, person.country) == ("", "")


def test_a_question_with_a_column_for_each_answer_is_put_together(tmp_path: Path) -> None:
    person = read_one(tmp_path, POSITIONS + "A1,1,paid,b@x.org,Ada Lovelace,,s1,,,,,,Yes,No\n")

    assert person.sectors == ("ICT",)


def test_an_answer_s_column_may_hold_its_text(tmp_path: Path) -> None:
    person = read_one(tmp_path, POSITIONS + "A1,1,paid,b@x.org,Ada Lovelace,,s1,,,,,,,Food\n")

    assert person.sectors == ("Food",)


def test_name_parts_of_pretix_are_taken_as_they_stand(tmp_path: Path) -> None:
    person = read_one(
        tmp_path,
        "Order code,Attendee name,Attendee name: Given name,Attendee name: Family name,Checked in\n"
        "A1,Maria Teresa Cruz Silva,Maria Teresa,Cruz Silva,\n",
    )

    assert (person.given_name, person.family_name) == ("Maria Teresa", "Cruz Silva")


def test_an_email_that_an_order_lends_to_several_is_nobody_s(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Order code,Attendee name,E-mail,Checked in\nA1,Ada Lovelace,buyer@x.org,\n"
        "A1,Ben Okri,buyer@x.org,\nA2,Cleo Vance,buyer@x.org,\n",
    )

    assert [person.email for person in reading.rows] == ["", "", "buyer@x.org"]
    assert [each[:3] for each in problems(reading)] == [
        (2, "", "shared_email"),
        (3, "", "shared_email"),
    ]


def test_indico_registrants_are_read(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "\ufeffID,Name,First Name,Last Name,Email Address,Affiliation,Title,Position,"
        "Phone Number,Country,Registration date,Registration state,Sector\n"
        '17,Ada van Loon,Ada,van Loon,ada@x.org,CERN,Dr,Director,45123,Denmark,"2 May",'
        'Completed,"ICT; Food"\n18,Ben Okri,Ben,Okri,ben@x.org,,,,,,,Rejected,\n',
    )
    ada, ben = reading.rows

    assert reading.preset == "indico"
    assert (ada.keys, ada.family_name, ada.organisation) == (("indico:17",), "van Loon", "CERN")
    assert (ada.function, ada.country, ada.sectors) == ("Director", "DK", ("ICT", "Food"))
    assert (ada.status, ben.status) == (Status.ACCEPTED, Status.DECLINED)


def test_hi_events_attendees_are_read_from_their_workbook(tmp_path: Path) -> None:
    path = tmp_path / "attendees.xlsx"
    header = (
        *("ID", "First Name", "Last Name", "Email", "Status", "Check Ins", "Product ID"),
        *("Product Name", "Event ID", "Public ID", "Short ID", "Created Date", "Notes"),
    )
    ada = (
        *("5", "Ada", "Lovelace", "ada@x.org", "ACTIVE", "", "9", "Investor pass"),
        *("2", "A-7GH2K", "a_9", "2026-11-01", "VIP"),
    )
    path.write_bytes(xlsx([header, ada]))

    reading = read_registrations(path)
    (person,) = reading.rows

    assert reading.preset == "hi.events"
    assert person.keys == ("hi.events:A-7GH2K", "hi.events:5")
    assert person.ticket_secret == person.keys[0].removeprefix("hi.events:")
    assert (person.kind, person.status, person.note) == (Kind.INVESTOR, Status.ACCEPTED, "VIP")


EVENTBRITE_OLD = (
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
    "Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,"
    "Eventbrite Payment Processing,Attendee Status,Home City,Home Country,Job Title,Company\n"
)
EVENTBRITE_NEW = (
    "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Phone number,"
    "Purchaser city,Purchaser state,Purchaser country,Event name,Event ID,Event start date,"
    "Event timezone,Ticket quantity,Ticket tier,Ticket type,Currency,Ticket price,"
    "Buyer first name,Buyer last name,Buyer email,Barcode number\n"
)


def test_an_old_eventbrite_report_is_read(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        EVENTBRITE_OLD + "101,11/29/24 22:28,Ada,Lovelace,ada@x.org,1,,Company ticket,777,,Free,"
        "EUR,0,0,0,0,Attending,Lund,Sweden,CEO,Engine Works\n",
    )
    (person,) = reading.rows

    assert reading.preset == "eventbrite"
    assert (person.keys, person.order_code) == (("eventbrite:777",), "101")
    assert (person.status, person.kind) == (Status.ACCEPTED, Kind.COMPANY)
    assert (person.city, person.country, person.function) == ("Lund", "SE", "CEO")


def test_a_new_eventbrite_report_is_read_without_its_buyer(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        EVENTBRITE_NEW + "55,2026-11-01,Ada,Lovelace,ada@x.org,+45 12,Oslo,,Norway,Days,9,"
        "2026-12-01,CET,1,,General,EUR,0,Bo,Buyer,bo@x.org,5500012001\n",
    )
    (person,) = reading.rows

    assert reading.preset == "eventbrite"
    assert (person.full_name, person.email) == ("Ada Lovelace", "ada@x.org")
    assert (person.city, person.country) == ("", "")
    assert (person.ticket_secret, person.keys) == ("5500012001", ("eventbrite-barcode:5500012001",))


def test_the_only_row_of_an_eventbrite_order_is_known_by_the_order(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        EVENTBRITE_NEW
        + "55,,Ada,Lovelace,ada@x.org,,,,,,,,,,,,,,,,,\n"
        + "56,,Ben,Okri,ben@x.org,,,,,,,,,,,,,,,,,\n56,,Cleo,Vance,c@x.org,,,,,,,,,,,,,,,,,\n",
    )

    assert [person.keys for person in reading.rows] == [("eventbrite-order:55",), (), ()]


def test_alf_io_attendees_are_read_with_its_tab_taken_off(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "\ufeffID,Category,Event,Status,OriginalPrice,PaidPrice,ReservationID,Full Name,"
        "First Name,Last Name,E-Mail,Locked,Country Code,Phone,Organization\n"
        "u-1,University,days,ACQUIRED,0,0,R9,Ada Lovelace,Ada,Lovelace,ada@x.org,No,GB,"
        '"\t+4541568532",Oxford\nu-2,Region,days,PENDING,0,0,R8,Ben Okri,Ben,Okri,b@x.org,No,,,\n',
    )
    ada, ben = reading.rows

    assert reading.preset == "alf.io"
    assert (ada.keys, ada.phone, ada.country) == (("alf.io:u-1",), "+4541568532", "GB")
    assert (ada.kind, ada.order_code, ada.organisation) == (Kind.UNIVERSITY, "R9", "Oxford")
    assert (ada.status, ben.status) == (Status.ACCEPTED, Status.RECEIVED)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_can_be_asked_for_by_name(name: str, tmp_path: Path) -> None:
    text = "Attendee name,First Name,Email\nAda Lovelace,Ada,ada@x.org\n"

    reading = read(tmp_path, text, ReadingOrder(preset=name))

    assert reading.preset == name


def test_a_preset_can_be_turned_off(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Order code,Attendee name,E-mail,Checked in\nA1,Ada Lovelace,a@x.org,\n",
        ReadingOrder(preset="guessed"),
    )

    assert reading.preset == "guessed"
    assert fields(reading)["Attendee name"] == "full_name"
