"""Imports of lists that say several things of organisations, and of what people seek in sectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from app.applications.receiving import receiving
from app.delegates.deeds import DelegateImported
from app.delegates.describing import Describing
from app.delegates.doubts import field_text
from app.delegates.group_deeds import OrganisationAdded
from app.delegates.importing.belongings import Belongings
from app.delegates.importing.course import Course
from app.delegates.importing.known import Known
from app.delegates.orders import PersonOrder
from app.delegates.reading.registrations import ReadingOrder, read_registrations
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.deeds import Deed
from tests.app.delegates.lists import ImportList, named, write_list
from tests.app.delegates.test_import_organisations import ADA, BEN, detail


def numbers() -> Iterator[str]:
    return (f"A-{number}" for number in count(1))


def test_a_network_that_has_people_further_down_is_as_their_rows_say(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    own = {"Name": "Fi Bo", "Company": "food net", "Country": "NO", "Type": "Cluster"}
    import_list(ADA | {"Cluster": "Food Net"}, BEN | {"Also for": "Food Net"}, own)

    facts = Describing(open_event.journal).facts("Food Net")

    assert (facts.kind, facts.country, facts.delegates) == ("cluster", "NO", 2)


def test_a_row_that_is_worked_out_anew_keeps_its_organisation(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    file = write_list(tmp_path / "one.csv", [ADA])
    with open_event.journal.reading() as session:
        how = receiving(session, open_event.journal.now)
        course = Course(read_registrations(file, ReadingOrder()), Known(session), how)

        def worked_out() -> Sequence[Deed]:
            belongings = Belongings(session, course.introduced)
            return course.deeds(session, belongings, course.matched, numbers())

        # Another desk wrote in between, so the first ones were not stored.
        worked_out()
        organisation, ada = worked_out()

    assert isinstance(organisation, OrganisationAdded)
    assert isinstance(ada, DelegateImported)
    assert ada.values["organisation_id"] == str(organisation.id)


def test_what_names_no_sector_is_said_and_not_lost_without_a_word(import_list: ImportList) -> None:
    done = import_list(ADA | {"Offers by sector": "labs\nFood: kitchens\nFood: canteens"})

    assert [(each.column, each.code, each.text) for each in done.remarks] == [
        ("Offers by sector", "no_sector", "labs")
    ]


def test_a_question_that_says_how_to_answer_names_no_sector(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    import_list(
        ADA | {"Looking for - max. 300 characters": "pumps", "Offer – please describe": "labs"}
    )

    more = detail(open_event.journal, "Ada Ek").more
    assert (more.seeks, more.offers, more.by_sector) == ("pumps", "labs", ())


def test_what_a_desk_says_of_another_sector_reads_as_people_write(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    journal = open_event.journal
    import_list(ADA | {"Looking for – Cleantech": "membranes"})
    order = PersonOrder(by_sector={"Food": {"offers": "kitchens"}})
    Roster(journal, open_event.letters).edit(named(journal, "Ada Ek").id, order)

    done = import_list(ADA | {"Looking for – Cleantech": "pumps"})

    (doubt,) = done.doubtful
    assert doubt.other == "Cleantech (seeks pumps); Food (offers kitchens)"
    assert field_text(doubt.why) == "what is sought and offered by sector"


def test_what_is_said_of_an_organisation_that_nobody_names_is_told(import_list: ImportList) -> None:
    done = import_list(ADA | {"Company": "", "Clusters": "CLEAN; CTL"}, BEN)

    assert [(each.line, each.column, each.code, each.text) for each in done.remarks] == [
        (2, "Clusters", "no_organisation", "CLEAN; CTL")
    ]


def test_a_sector_that_two_columns_spell_otherwise_is_one(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    import_list(ADA | {"Sectors": "Clean Tech; Food", "Looking for – clean tech": "membranes"})

    assert detail(open_event.journal, "Ada Ek").row.sectors == ("Clean Tech", "Food")
