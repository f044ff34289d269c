"""Stories of one delegate in the pane: looked at, let in, corrected, decided on."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit

from app.checkin.badges import Badges
from app.checkin.scanning import Scanning
from app.delegates.deeds import DoubtRaised
from app.delegates.doubts import Doubts
from app.delegates.organisations import Organisations
from app.delegates.roster import everybody
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.journal.undo import undo
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.delegates.doubt_cards import DoubtCard
from ui.delegates.words import breakable


@pytest.fixture
def ada(event: EventBuilder) -> UUID:
    return event.delegate(
        "Ada", "King", organisation="Analytical", email="ada@example.org", country="GB"
    )


@pytest.fixture
def ben(event: EventBuilder) -> UUID:
    return event.delegate("Ben", "Nowak", organisation="Pomorze Wind")


def raise_doubt(
    event: OpenEvent, kind: str, who: UUID, other: UUID | None = None, **facts: str
) -> UUID:
    doubt = uuid4()
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write(DoubtRaised(doubt, kind, who, other, dict(facts)))
    return doubt


def test_somebody_is_let_in_and_out_by_hand(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.reads("Not here yet")

    office.presses("Check in")
    office.is_told("Ada King is checked in.")
    office.sees_cell("Ada King", "State", "Here, 10:30")
    office.presses("Check out")

    office.sees_cell("Ada King", "State", "Left, 10:30")
    office.reads("Left for a while since 10:30")


def test_whoever_may_not_come_in_stays_out_and_the_pane_says_why(
    office: OfficeRobot, event: EventBuilder
) -> None:
    event.delegate("Ada", "King", status="waiting")
    office.arrives()
    office.opens("Ada King")

    office.presses("Check in")

    office.reads("is on the waiting list. Nobody was checked in.")
    assert office.news == []


def test_the_pane_tells_badges_check_ins_and_history(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    Scanning(open_event.journal).check_in(ada)
    Badges(open_event.journal).replace(ada, "left it at home")
    office.arrives()

    office.opens("Ada King")

    office.reads("Tue 16 March, 10:30")
    office.reads("Checked in · Desk 1")
    office.reads("New badge code, the 2nd: left it at home · Desk 1, Rasa")
    office.reads("Replaced 10:30: left it at home")
    office.reads("Registered at the desk · Desk 1, Rasa")


def test_a_badge_is_asked_of_the_window(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")

    with office.qtbot.waitSignal(office.page.print_wanted) as wanted:
        office.presses("Print badge")

    assert wanted.args == [(ada,)]


def test_an_organisation_is_given_a_short_name_from_the_pane(
    office: OfficeRobot, ada: UUID, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Cy", "Alone")
    organisations = Organisations(open_event.journal)
    office.arrives()
    office.opens("Ada King")
    office.presses("Short name…")
    office.fills("Short name", "Analytical Engines")
    office.presses("Save")
    office.reads("14 letters have room.")

    office.fills("Short name", "Engines")
    office.presses("Save")

    office.is_told("Analytical is “Engines” where there is little room.")
    office.reads("Engines")
    assert [each.short_name for each in organisations.all()] == ["Engines"]
    undo(open_event.journal)
    assert [each.short_name for each in organisations.all()] == [""]
    office.opens("Cy Alone")
    assert not office.offers("Short name…")


def test_an_entry_is_corrected_and_the_table_says_it_at_once(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    assert office.value_of("Country") == "United Kingdom"

    office.fills("Family name", "Lovelace")
    office.fills("Country", "Sverige")
    office.presses("Save")

    office.is_told("the entry is corrected")
    office.sees_names("Ada Lovelace")
    office.has_no_form()
    office.reads("Corrected family name, country")
    (person,) = everybody(open_event.journal)
    assert (person.country, person.email) == ("SE", "ada@example.org")


def test_control_s_saves(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    office.fills("Given name", "Augusta")

    office.presses_keys("Ctrl+S")

    office.sees_names("Augusta King")


@pytest.mark.parametrize(
    ("label", "text", "problem"),
    [
        ("E-mail", "nowhere", "An e-mail has an @ in the middle."),
        ("Country", "Atlantis", "“Atlantis” is no country we know."),
    ],
)
def test_what_cannot_be_so_is_not_saved(
    office: OfficeRobot, ada: UUID, label: str, text: str, problem: str
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")

    office.fills(label, text)
    office.presses("Save")

    office.reads(problem)
    assert office.value_of(label) == text
    assert office.news == []


def test_saving_nothing_new_says_so_and_keeps_the_form(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")

    office.presses("Save")

    office.reads("the entry says this already")
    assert office.value_of("Given name") == "Ada"


def test_unsaved_changes_are_asked_about_before_anybody_else_comes(
    office: OfficeRobot, ada: UUID, ben: UUID
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    office.fills("Given name", "Augusta")

    office.clicks("Ben Nowak")
    office.reads("The changes to Ada King are not saved.")
    assert office.filled_in_the_pane() == ["Save"]
    office.presses("Go on editing")
    assert office.value_of("Given name") == "Augusta"
    assert office.filled_in_the_pane() == ["Save"]
    assert office.chosen() == ["Ada King"]
    office.clicks("Ben Nowak")
    office.presses("Save")

    office.sees_open("Ben Nowak")
    office.sees_names("Augusta King", "Ben Nowak")


def test_unsaved_changes_may_be_given_up(office: OfficeRobot, ada: UUID, ben: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    office.fills("Given name", "Augusta")
    office.clicks("Ben Nowak")

    office.presses("Discard")

    office.sees_open("Ben Nowak")
    office.has_no_form()
    office.sees_names("Ada King", "Ben Nowak")


def test_a_form_survives_that_others_write(
    office: OfficeRobot, ada: UUID, event: EventBuilder
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    office.fills("Given name", "Augusta")
    event.delegate("Zoe", "Zorn")

    office.hears_that_something_was_written()

    office.sees_names("Ada King", "Zoe Zorn")
    assert office.value_of("Given name") == "Augusta"


def test_an_application_is_decided_with_a_reason(
    office: OfficeRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "King", status="waiting")
    office.arrives()
    office.opens("Ada King")
    office.presses("Application…")
    form = office._form()
    form.inputs["status"].setCurrentIndex(form.inputs["status"].findData("accepted"))  # type: ignore[union-attr]
    office.fills("Why (the history keeps it)", "a place is free")

    office.presses("Save")

    office.sees_cell("Ada King", "State", "Not here yet")
    office.reads("Application set to “Accepted”: a place is free")


def test_a_new_code_needs_a_reason(office: OfficeRobot, ada: UUID, event: EventBuilder) -> None:
    before = event.badge_of(ada)
    office.arrives()
    office.opens("Ada King")
    office.presses("New badge code…")
    office.presses("Make new code")
    office.reads("Say why, such as “lost”.")

    office.fills("Why", "lost")
    office.presses("Make new code")

    office.is_told("Ada King has a new badge code.")
    assert event.badge_of(ada) != before
    assert not office.news[-1].undoable


def test_somebody_else_comes(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Substitute…")
    office.fills("Given name", "Carl")

    office.presses("Give them the place")

    office.sees_names("Carl", "Ada King")
    office.sees_cell("Ada King", "State", "Place taken over")
    office.reads("Carl, Analytical")


@pytest.mark.parametrize(
    ("answer", "email"), [("Take it", "new@example.org"), ("Keep ours", "ada@example.org")]
)
def test_what_a_file_says_is_taken_or_not(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent, answer: str, email: str
) -> None:
    stands = "ada@example.org"
    raise_doubt(
        open_event, "desk_value", ada, field="email", value="new@example.org", stands=stands
    )
    office.arrives()
    office.opens("Ada King")
    office.reads("The file says e-mail “new@example.org”.")

    office.presses(answer)

    office.reads_not("The file says")
    assert [each.email for each in everybody(open_event.journal)] == [email]
    assert Doubts(open_event.journal).open() == ()


def test_whom_a_file_names_comes_instead(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    raise_doubt(open_event, "other_name", ada, field="full_name", value="Jo van der Berg")
    office.arrives()
    office.presses("1 to decide")
    office.presses("They come instead")
    assert (office.value_of("Given name"), office.value_of("Family name")) == ("Jo", "van der Berg")

    office.presses("Give them the place")

    office.sees_names("Ada King", "Jo van der Berg")
    office.qtbot.waitUntil(lambda: Doubts(open_event.journal).open() == ())


def test_a_name_is_corrected_as_a_file_says(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    raise_doubt(open_event, "other_name", ada, field="full_name", value="Augusta Byron")
    office.arrives()
    office.opens("Ada King")
    office.presses("Correct the name")

    office.presses("Save")

    office.sees_names("Augusta Byron")
    office.qtbot.waitUntil(lambda: Doubts(open_event.journal).open() == ())


def test_what_stands_in_the_pane_has_as_much_room_on_either_side(
    office: OfficeRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    for at in range(12):
        one, other = event.delegates((f"Ada{at}", "King"), (f"Ada{at}", "King"))
        raise_doubt(open_event, "same_person", one, other, why="name")
        if at in (0, 11):
            office.arrives()
            office.presses(f"{at + 1} to decide")
            office.reads("They have the same name.")
            office.qtbot.waitUntil(lambda: _sides(office) in ((17, 16), (16, 16)))
        office.hears_that_something_was_written("Doubt")


def _sides(office: OfficeRobot) -> tuple[int, int]:
    pane = office.page.pane
    card = pane.doubts.findChild(DoubtCard)
    assert card is not None
    left = card.mapTo(pane, QPoint(0, 0)).x()
    return left, pane.width() - left - card.width()


def test_no_field_grows_when_it_has_the_focus(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.page.activateWindow()
    office.presses("Edit")
    lines = [each for each in office._form().inputs.values() if isinstance(each, QLineEdit)]
    office.qtbot.waitUntil(lines[0].hasFocus)

    assert {each.height() for each in lines} == {lines[1].height()}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("maximilian.hohenstein@harz-sensorik.example",
         ("maximilian.", "hohenstein@", "harz-", "sensorik.", "example")),
        ("gaelle@loire.example", ("gaelle@loire.example",)),
        ("Leichtbautechnologiezentrum", ("Leichtbautechnolog", "iezentrum")),
    ],
)  # fmt: skip
def test_a_line_ends_inside_a_word_after_its_marks_if_it_has_any(
    text: str, lines: tuple[str, ...]
) -> None:
    assert tuple(breakable(text).split("\u200b")) == lines
