from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.delegates.describing import AllSaid, Describing, OrganisationWords, UnknownCountry, Way
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations, SameOrganisation
from app.delegates.person import Person
from app.delegates.roles import NoSuchRole, Roles, RoleStands
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import redo, undo


@dataclass(frozen=True, slots=True)
class Baltic:
    event: OpenEvent
    ada: Person

    @property
    def organisations(self) -> Organisations:
        return Organisations(self.event.journal)

    @property
    def describing(self) -> Describing:
        return Describing(self.event.journal)

    @property
    def roles(self) -> Roles:
        return Roles(self.event.journal)

    def stands_for(self) -> list[tuple[str, str]]:
        return [(each.organisation.name, each.function) for each in self.roles.of(self.ada.id)]


@pytest.fixture
def baltic(open_event: OpenEvent) -> Baltic:
    roster = Roster(open_event.journal, open_event.letters)
    order = PersonOrder(given_name="Ada", organisation="Oresund Water", function="Director")
    return Baltic(open_event, roster.register(order))


def test_an_organisation_is_in_several_networks_and_countries_and_says_what_it_can(
    baltic: Baltic,
) -> None:
    words = OrganisationWords(
        ("CLEAN", "Sustainable Business Hub"), ("Sweden", "dk"), ("testing; demonstration",), ()
    )

    facts = baltic.describing.describe("oresund  water", words)

    assert facts.networks == ("CLEAN", "Sustainable Business Hub")
    assert facts.countries == ("SE", "DK")
    assert facts.strengths == ("demonstration", "testing")
    assert facts.services == ()


def test_more_is_said_and_some_is_said_no_longer(baltic: Baltic) -> None:
    describe = baltic.describing.describe
    describe("Oresund Water", OrganisationWords(("CLEAN",), ("SE",), ("testing",)))

    more = describe("Oresund Water", OrganisationWords(("ICT",), ("PL",)), Way.MORE)
    fewer = describe("Oresund Water", OrganisationWords(("clean",), ("SE",)), Way.NO_LONGER)

    assert (more.networks, more.countries) == (("CLEAN", "ICT"), ("SE", "PL"))
    assert (fewer.networks, fewer.countries, fewer.strengths) == (("ICT",), ("PL",), ("testing",))


def test_what_is_said_already_unknown_or_of_itself_is_refused(baltic: Baltic) -> None:
    describe = baltic.describing.describe
    describe("Oresund Water", OrganisationWords(strengths=("testing",)))

    with pytest.raises(AllSaid):
        describe("Oresund Water", OrganisationWords(strengths=("Testing",)), Way.MORE)
    with pytest.raises(UnknownCountry):
        describe("Oresund Water", OrganisationWords(("New",), countries=("Atlantis",)))
    with pytest.raises(SameOrganisation):
        describe("Oresund Water", OrganisationWords(networks=("Oresund Water",)))
    assert [each.name for each in baltic.organisations.all()] == ["Oresund Water"]


def test_undo_takes_back_all_that_was_said_at_once(baltic: Baltic) -> None:
    before = baltic.describing.facts("Oresund Water")
    words = OrganisationWords(("CLEAN",), ("SE", "DK"), ("testing",), ("pilots",))
    after = baltic.describing.describe("Oresund Water", words)

    undo(baltic.event.journal)
    assert baltic.describing.facts("Oresund Water") == before
    assert [each.name for each in baltic.organisations.all()] == ["Oresund Water"]
    redo(baltic.event.journal)
    assert baltic.describing.facts("Oresund Water") == after


def test_two_spellings_keep_what_was_said_of_either_and_part_again(baltic: Baltic) -> None:
    roster = Roster(baltic.event.journal, baltic.event.letters)
    ben = roster.register(PersonOrder(given_name="Ben", organisation="Øresund Water"))
    describe = baltic.describing.describe
    describe("Oresund Water", OrganisationWords(("CLEAN", "ICT"), ("SE",), ("testing",)))
    describe("Øresund Water", OrganisationWords(("CLEAN", "Hub"), ("DK",), ("pilots",)))

    kept = baltic.organisations.merge("Oresund Water", "Øresund Water")

    assert kept.networks == ("CLEAN", "Hub", "ICT")
    assert set(kept.countries) == {"SE", "DK"}
    assert kept.strengths == ("pilots", "testing")
    assert kept.delegates == 2
    assert [each.id for each in baltic.organisations.people(kept.id)] == [baltic.ada.id, ben.id]
    fewer = describe("Oresund Water", OrganisationWords(("Hub", "CLEAN")), Way.NO_LONGER)
    assert fewer.networks == ("ICT",)
    undo(baltic.event.journal)
    undo(baltic.event.journal)
    parted = baltic.describing.facts("Øresund Water")
    assert (parted.networks, parted.strengths) == (("CLEAN", "Hub"), ("pilots",))


def test_a_network_that_was_merged_into_another_is_that_one(baltic: Baltic) -> None:
    describe = baltic.describing.describe
    describe("Oresund Water", OrganisationWords(("CLEAN",)))
    Roster(baltic.event.journal, "A").register(
        PersonOrder(given_name="Cy", organisation="CLEAN Cluster")
    )

    network = baltic.organisations.merge("CLEAN Cluster", "CLEAN")

    assert network.members == ("Oresund Water",)
    assert baltic.describing.facts("Oresund Water").networks == ("CLEAN Cluster",)


def test_a_delegate_stands_for_several_each_with_a_function(baltic: Baltic) -> None:
    baltic.roles.take(baltic.ada.id, "CLEAN", "Board member")
    baltic.roles.take(baltic.ada.id, "Hub")

    assert baltic.stands_for()[0] == ("Oresund Water", "Director")
    assert set(baltic.stands_for()[1:]) == {("CLEAN", "Board member"), ("Hub", "")}
    assert baltic.describing.facts("CLEAN").delegates == 1
    baltic.roles.take(baltic.ada.id, "clean", "Chair")
    assert ("CLEAN", "Chair") in baltic.stands_for()
    undo(baltic.event.journal)
    assert ("CLEAN", "Board member") in baltic.stands_for()
    baltic.roles.drop(baltic.ada.id, "Hub")
    assert len(baltic.stands_for()) == 2
    undo(baltic.event.journal)
    assert len(baltic.stands_for()) == 3


def test_a_part_is_taken_once_and_ends_only_if_there_is_one(baltic: Baltic) -> None:
    with pytest.raises(RoleStands):
        baltic.roles.take(baltic.ada.id, "Oresund Water", "Chair")
    baltic.roles.take(baltic.ada.id, "CLEAN", "Chair")
    with pytest.raises(RoleStands):
        baltic.roles.take(baltic.ada.id, "CLEAN")
    with pytest.raises(NoSuchRole):
        baltic.roles.drop(baltic.ada.id, "Oresund Water")


def test_two_entries_of_one_person_merge_into_one_who_stands_for_all(baltic: Baltic) -> None:
    roster = Roster(baltic.event.journal, baltic.event.letters)
    other = roster.register(
        PersonOrder(given_name="Ada", organisation="CLEAN", function="Chair"), known_apart=True
    )
    baltic.roles.take(other.id, "Hub", "Adviser")

    roster.merge(baltic.ada.id, other.id)

    assert set(baltic.stands_for()) == {
        ("Oresund Water", "Director"),
        ("CLEAN", "Chair"),
        ("Hub", "Adviser"),
    }
    undo(baltic.event.journal)
    assert baltic.stands_for() == [("Oresund Water", "Director")]


def test_whoever_had_no_organisation_has_the_other_entrys_as_the_own_one_only(
    baltic: Baltic,
) -> None:
    roster = Roster(baltic.event.journal, baltic.event.letters)
    free = roster.register(PersonOrder(given_name="Ada"), known_apart=True)

    roster.merge(free.id, baltic.ada.id)
    roster.edit(free.id, PersonOrder(organisation="CLEAN"))

    held = baltic.roles.of(free.id)
    assert [(each.organisation.name, each.is_main) for each in held] == [("CLEAN", True)]


def test_a_form_takes_a_function_away_and_undo_brings_it_back(baltic: Baltic) -> None:
    roster = Roster(baltic.event.journal, baltic.event.letters)
    baltic.roles.take(baltic.ada.id, "CLEAN", "Chair")

    roster.edit(baltic.ada.id, PersonOrder(further=(("Clean", ""),)))

    assert baltic.stands_for()[1:] == [("CLEAN", "")]
    undo(baltic.event.journal)
    assert baltic.stands_for()[1:] == [("CLEAN", "Chair")]


def test_a_form_lets_the_own_organisation_and_a_further_one_change_places(baltic: Baltic) -> None:
    roster = Roster(baltic.event.journal, baltic.event.letters)
    baltic.roles.take(baltic.ada.id, "CLEAN", "Chair")

    further = (("Oresund Water", "Adviser"),)
    roster.edit(baltic.ada.id, PersonOrder(organisation="clean", function="", further=further))

    assert baltic.stands_for() == [("CLEAN", ""), ("Oresund Water", "Adviser")]
    undo(baltic.event.journal)
    assert baltic.stands_for() == [("Oresund Water", "Director"), ("CLEAN", "Chair")]


def test_a_strength_that_two_merged_entries_spell_otherwise_is_one(baltic: Baltic) -> None:
    Roster(baltic.event.journal, "A").register(PersonOrder(given_name="Ben", organisation="Ores"))
    describe = baltic.describing.describe
    describe("Oresund Water", OrganisationWords(strengths=("Testing",)))
    describe("Ores", OrganisationWords(strengths=("testing",)))

    kept = baltic.organisations.merge("Oresund Water", "Ores")

    assert len(kept.strengths) == 1
    assert describe("Ores", OrganisationWords(strengths=())).strengths == ()
