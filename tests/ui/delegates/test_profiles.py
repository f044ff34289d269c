"""Stories of whom a delegate stands for, what they seek, and whom they may want to meet."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.delegates.describing import Describing, OrganisationWords
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from app.meetings.requests import Requests
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.delegates.search_in import NAMES, PROFILES

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard"
)


@pytest.fixture
def ada(event: EventBuilder, open_event: OpenEvent) -> UUID:
    """Ada, who seeks what Ben offers, and stands for two."""
    ada = event.delegate(
        "Ada", "King", organisation="Analytical", function="CEO", seeks="membrane tests"
    )
    event.delegate("Ben", "Nowak", organisation="Pomorze Wind", offers="We do membrane testing")
    event.delegate("Cleo", "Ek", organisation="Analytical", sectors=["Cleantech"])
    order = PersonOrder(
        by_sector={"Cleantech": {"offers": "pilots"}}, further=(("Baltic Forum", "Chair"),)
    )
    Roster(open_event.journal, open_event.letters).edit(ada, order)
    words = OrganisationWords(("CLEAN", "ICT Hub"), ("SE", "DK"), ("testing",))
    Describing(open_event.journal).describe("Analytical", words)
    return ada


def test_the_pane_shows_each_organisation_with_what_it_is_in(
    office: OfficeRobot, ada: UUID
) -> None:
    office.arrives()
    office.opens("Ada King")

    for text in ("Clusters and networks: CLEAN, ICT Hub", "Countries: Sweden, Denmark", "Chair"):
        office.reads(text)
    office.reads("Offers: pilots")


def test_an_organisation_is_opened_corrected_and_left(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.page.pane.overview.organisation_wanted.emit(
        Describing(open_event.journal).facts("Analytical").id
    )
    office.reads("Its people")
    office.presses("Edit organisation")
    office.fills("Clusters and networks", "CLEAN\nICT Hub\nBaltic Net")
    office.presses("Save")

    office.qtbot.waitUntil(
        lambda: "Baltic Net" in Describing(open_event.journal).facts("Analytical").networks
    )
    office.reads("Baltic Net, CLEAN, ICT Hub")
    undo(open_event.journal)
    office.hears_that_something_was_written("Membership")
    office.reads("CLEAN, ICT Hub")
    office.presses("Back")
    office.reads("Likely partners")


def test_one_key_asks_for_a_likely_partner_and_undo_offers_them_again(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.reads("They offer “membrane testing”, which is sought here.")

    office.presses_keys("Alt+1")

    office.is_told("Ada King asks to meet Ben Nowak.")
    (asked,) = Requests(open_event.journal, open_event.letters).of(ada)
    assert [each.name for each in (*asked.guests, *asked.hosts)] == ["Ada King", "Ben Nowak"]
    office.reads("Nobody fits yet.")
    undo(open_event.journal)
    office.hears_that_something_was_written("Request")
    office.reads("They offer “membrane testing”, which is sought here.")


def test_the_search_looks_in_what_people_seek_and_offer(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.page.head.search_in.choose(PROFILES)

    office.types("membran test")
    office.sees_names("Ada King", "Ben Nowak")
    office.types("menbrane")
    office.reads("Nobody writes “menbrane”. These write nearly so.")
    office.types("zeppelins")
    office.reads("Nobody seeks or offers “zeppelins” here. Try fewer or other words.")
    office.page.head.search_in.choose(NAMES)
    office.types("cleo")
    office.sees_names("Cleo Ek")


def test_a_sector_narrows_the_table(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()

    assert office.offered("sector") == {"Cleantech": 2, "No sector": 1}
    office.filters("sector", "Cleantech")

    office.sees_names("Cleo Ek", "Ada King")


def test_what_is_sought_in_a_sector_and_a_further_organisation_are_corrected(
    office: OfficeRobot, ada: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    office.fills("Seeks in Cleantech", "heat pumps")
    office.fills("Also stands for, one a line: Name [function]", "Hub [Adviser]")
    office.presses("Save")
    office.reads("Seeks: heat pumps")
    office.reads("Adviser")
    office.reads_not("Baltic Forum")
    undo(open_event.journal)
    office.hears_that_something_was_written("Delegate", "Role")
    office.reads("Baltic Forum")
    office.reads_not("Seeks: heat pumps")
