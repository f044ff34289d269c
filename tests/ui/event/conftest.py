from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.aside import Aside
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.desks import OpenEvent
from app.meetings.importing.imports import MeetingImports, What
from app.meetings.planning import Planning
from app.outcomes.importing.imports import OutcomeImports
from app.programme.importing.imports import ProgrammeImports
from app.progress import unheard
from app.visits.importing.imports import VisitImports, VisitList
from tests.app.delegates.lists import ImportList, write_list
from tests.building import DESK_1
from tests.ui.event.robot import EventRobot
from ui.common.page import Tools
from ui.event.importing.list_kind import Of
from ui.event.making_services import event_services
from ui.event.page import EventPage
from ui.event.services import EventServices, ImportCalls


@pytest.fixture
def services(open_event: OpenEvent) -> EventServices:
    """What the window has, but imports and plans in this process, which is quicker."""
    journal, letters = open_event.journal, open_event.letters
    made = event_services(open_event, Aside(journal, DESK_1))
    imports: Mapping[Of, ImportCalls] = {
        Of.DELEGATES: Imports(journal, letters),
        Of.REQUESTS: MeetingImports(journal, letters, What.REQUESTS),
        Of.MEETINGS: MeetingImports(journal, letters, What.MEETINGS),
        Of.OUTCOMES: OutcomeImports(journal),
        Of.PROGRAMME: ProgrammeImports(journal, letters),
        Of.VISITS: VisitImports(journal, VisitList.VISITS),
        Of.SIGN_UPS: VisitImports(journal, VisitList.SIGN_UPS),
    }
    return replace(
        made,
        plans=replace(made.plans, planning=Planning(journal, letters)),
        lists={of: replace(made.lists[of], imports=each) for of, each in imports.items()},
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
        return services.lists[Of.DELEGATES].imports.run(file, ImportOrder(), unheard)

    return run
