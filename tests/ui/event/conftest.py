from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.applications.admission import Admission
from app.applications.letters.own import LetterTexts
from app.delegates.doubts import Doubts
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.lookup import Lookup
from app.delegates.organisations import Organisations
from app.delegates.reading.preview import read_preview
from app.desks import OpenEvent
from app.event.closures import Closures
from app.event.editing import Editing
from app.event.logo import Logos
from app.event.mappings import Mappings
from app.event.owners import Owners
from app.event.slots import slots_of
from app.event.tables import Tables
from app.event.zones import Zones
from app.journal.undo import take_back
from app.meetings.counts import meeting_counts
from app.meetings.importing.imports import MeetingImports
from app.meetings.limits import Limits
from app.meetings.planning import Planning
from app.meetings.reading.preview import read_list_preview
from app.meetings.request_rows import request_rows, why_not_placed
from app.meetings.requests import Requests
from app.meetings.standing import StandingMeetings
from app.meetings.worth import change_rules, rules_of
from app.outcomes.answers import Answers
from app.outcomes.importing.entries import read_outcome_preview
from app.outcomes.importing.imports import OutcomeImports
from app.programme.importing.imports import ProgrammeImports
from app.programme.reading.entries import read_programme_preview
from app.programme.views import programme_counts
from app.progress import unheard
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.importing.reading import read_sign_ups_preview, read_visits_preview
from tests.app.delegates.lists import ImportList, write_list
from tests.ui.event.robot import EventRobot
from ui.common.page import Tools
from ui.common.person_field import people_like
from ui.event.list_kind import Of
from ui.event.meeting_services import MeetingServices
from ui.event.page import EventPage
from ui.event.plan_services import PlanServices
from ui.event.services import EventServices, ListServices, OutcomeServices


@pytest.fixture
def services(open_event: OpenEvent) -> EventServices:
    journal = open_event.journal
    return EventServices(
        setup=Editing(journal, StandingMeetings()),
        logos=Logos(journal),
        tables=Tables(journal, StandingMeetings()),
        owners=Owners(journal),
        closures=Closures(journal, StandingMeetings()),
        zones=Zones(journal),
        imports=Imports(journal, open_event.letters),
        mappings=Mappings(journal),
        doubts=Doubts(journal),
        organisations=Organisations(journal),
        plans=PlanServices(
            planning=Planning(journal, open_event.letters),
            counts=partial(meeting_counts, journal),
            rules=partial(rules_of, journal),
            change_rules=partial(change_rules, journal),
        ),
        meetings=MeetingServices(
            imports=MeetingImports(journal, open_event.letters),
            preview=read_list_preview,
            find=partial(people_like, Lookup(journal)),
            requests=Requests(journal, open_event.letters),
            limits=Limits(journal),
            rows=partial(request_rows, journal),
            reasons=partial(why_not_placed, journal),
            slots=partial(slots_of, journal),
        ),
        outcomes=OutcomeServices(Answers(journal), OutcomeImports(journal), read_outcome_preview),
        programme=partial(programme_counts, journal),
        lists={
            Of.PROGRAMME: ListServices(
                ProgrammeImports(journal, open_event.letters), read_programme_preview
            ),
            Of.VISITS: ListServices(VisitImports(journal, VisitList.VISITS), read_visits_preview),
            Of.SIGN_UPS: ListServices(
                VisitImports(journal, VisitList.SIGN_UPS), read_sign_ups_preview
            ),
        },
        admission=Admission(journal),
        letter_texts=LetterTexts(journal),
        preview=read_preview,
        take_back=partial(take_back, journal),
    )


@pytest.fixture
def office(services: EventServices, tools: Tools, qtbot: QtBot) -> EventRobot:
    """The Event page of "Desk 1", on an event in a real file."""
    page = EventPage(services, tools)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.importing.rows.table.rows, page)
    QAbstractItemModelTester(page.overview.tables.model, page)
    page.resize(1204, 744)
    page.show()
    page.activateWindow()
    robot = EventRobot(page, qtbot)
    robot.arrives()
    return robot


@pytest.fixture
def import_list(services: EventServices, tmp_path: Path) -> ImportList:
    """Import a list of people, each a mapping of headers to cells."""

    def run(*rows: Mapping[str, str]) -> Imported:
        file = write_list(tmp_path / "list.csv", rows)
        return services.imports.run(file, ImportOrder(), unheard)

    return run
