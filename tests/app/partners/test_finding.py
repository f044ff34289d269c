from __future__ import annotations

import pytest

from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.roster import Roster
from app.delegates.seeking import Seeking, Side
from app.desks import OpenEvent
from app.journal.undo import undo
from app.meetings.requests import RequestStands
from app.partners.finding import NoSuchPartner, Partners


class Fair:
    """An event whose people said what they seek and offer."""

    def __init__(self, event: OpenEvent) -> None:
        self.event = event
        self.roster = Roster(event.journal, event.letters)
        self.partners = Partners(event.journal, event.letters)
        self.seeking = Seeking(event.journal)

    def add(self, name: str, seeks: str = "", offers: str = "", **more: str) -> Person:
        said = {"organisation": f"{name} AB", **more}
        order = PersonOrder(given_name=name, seeks=seeks, offers=offers, **said)  # type: ignore[arg-type] # of texts
        return self.roster.register(order)

    def of(self, person: Person) -> list[str]:
        return [each.person.name for each in self.partners.of(person.id)]

    def found(self, text: str, side: Side | None = None, sector: str = "") -> list[str]:
        return [each.person.name for each in self.seeking.find(text, side, sector).delegates]


@pytest.fixture
def fair(open_event: OpenEvent) -> Fair:
    return Fair(open_event)


def test_who_offers_what_somebody_seeks_is_suggested_and_asked_for_once(fair: Fair) -> None:
    ada = fair.add("Ada", seeks="membrane tests")
    ben = fair.add("Ben", offers="We do membrane testing")
    fair.add("Cy", offers="membrane testing", organisation="Ada AB")

    (partner,) = fair.partners.of(ada.id)
    assert (partner.person.id, partner.why.they_offer) == (ben.id, ("membrane testing",))

    asked = fair.partners.ask(ada.id, ben.id)
    assert [each.id for each in asked.hosts] == [ben.id]
    assert fair.of(ada) == fair.of(ben) == []
    with pytest.raises(RequestStands):
        fair.partners.ask(ada.id, ben.id)
    undo(fair.event.journal)
    assert fair.of(ada) == ["Ben"]


def test_what_is_said_anew_counts_at_once(fair: Fair) -> None:
    ada, ben = fair.add("Ada", seeks="lasers"), fair.add("Ben", offers="biogas")
    assert fair.of(ada) == []

    fair.roster.edit(ben.id, PersonOrder(by_sector={"Photonics": {"offers": "a laser lab"}}))

    assert fair.of(ada) == ["Ben"]


def test_a_place_with_nobody_at_it_is_refused(fair: Fair) -> None:
    ada = fair.add("Ada", seeks="lasers")

    with pytest.raises(NoSuchPartner):
        fair.partners.ask_nth(ada.id, 1)
    fair.add("Ben", offers="lasers")
    fair.add("Cy", offers="lasers")
    with pytest.raises(NoSuchPartner) as refusal:
        fair.partners.ask_nth(ada.id, 0)
    assert refusal.value.most == 2
    assert fair.partners.ask_nth(ada.id, 1).number


def test_profiles_are_searched_folded_half_written_and_misspelt(fair: Fair) -> None:
    fair.add("Ada", seeks="Wärmepumpen für Łódź")
    fair.add("Ben", offers="heat pumps; Warmepumpe")
    fair.add("Cy", offers="biogas")

    assert set(fair.found("warmepump")) == {"Ada", "Ben"}
    assert fair.found("lodz") == ["Ada"]
    assert fair.found("waermepumpen") == ["Ada"]
    assert fair.found("warmepump", Side.OFFERS) == ["Ben"]
    found = fair.seeking.find("biogsa")
    assert ([each.person.name for each in found.delegates], found.corrected) == (["Cy"], True)
    assert fair.found("photonics") == []


def test_a_side_says_it_in_any_spelling_and_says_all_of_it_together_with_the_sectors(
    fair: Fair,
) -> None:
    ada = fair.add("Ada", seeks="Wärmepumpen")
    fair.add("Ben", seeks="Speicher", offers="Wärmepumpen")
    fair.roster.edit(ada.id, PersonOrder(sectors=("Energie",)))

    assert fair.found("waermepumpen", Side.SEEKS) == ["Ada"]
    assert fair.found("energie wärmepumpen", Side.SEEKS) == ["Ada"]
    assert fair.found("speicher wärmepumpen", Side.SEEKS) == []
    (ben,) = fair.seeking.find("speicher wärmepumpen").delegates
    assert (ben.person.given_name, ben.sides) == ("Ben", ())


def test_a_sector_narrows_what_is_found_and_finds_by_itself(fair: Fair) -> None:
    ada = fair.add("Ada", offers="pilots")
    fair.add("Ben", offers="pilots")
    fair.roster.edit(ada.id, PersonOrder(sectors=("Cleantech",)))

    assert fair.found("pilots", sector="cleantech") == ["Ada"]
    assert fair.found("cleantech") == ["Ada"]


def test_what_is_changed_or_gone_is_found_no_longer(fair: Fair) -> None:
    ada = fair.add("Ada", seeks="biogas")
    fair.roster.edit(ada.id, PersonOrder(seeks="lasers"))

    assert (fair.found("biogas"), fair.found("lasers")) == ([], ["Ada"])
    assert fair.seeking.ids("laser")[0] == {ada.id}
    undo(fair.event.journal)
    assert (fair.found("biogas"), fair.found("lasers")) == (["Ada"], [])


def test_a_name_is_no_part_of_a_profile_and_a_profile_no_name(fair: Fair) -> None:
    fair.add("Biogasson", seeks="pilots")

    assert fair.found("biogas") == []
