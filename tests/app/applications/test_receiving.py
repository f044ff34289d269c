"""What imports say of applications."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.applications.places import Places
from app.applications.reading import Applications, Listed
from app.applications.terms import Deadlines
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.reading.moments import moment_of
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.delegates.lists import ImportList, write_list
from tests.building import MORNING

DEADLINE = datetime(2027, 3, 1, 12, tzinfo=UTC)
"""14:00 in Vilnius."""
ADA = {"First name": "Ada", "Last name": "Byron", "E-mail": "ada@example.org"}
BEN = {"First name": "Ben", "Last name": "Nevis", "E-mail": "ben@example.org"}
IN_TIME, LATE = {"Registration date": "01.03.2027 14:00"}, {"Registration date": "2027-03-01 14:01"}


@pytest.fixture
def import_list(open_event: OpenEvent, tmp_path: Path) -> ImportList:
    imports = Imports(open_event.journal, open_event.letters)

    def run(*rows: Mapping[str, str]) -> Imported:
        return imports.run(write_list(tmp_path / "list.csv", rows), ImportOrder())

    return run


@pytest.fixture
def by_name(open_event: OpenEvent) -> ByName:
    return ByName(open_event)


class ByName:
    """Gives applications by the first name."""

    def __init__(self, event: OpenEvent) -> None:
        self._applications = Applications(event.journal)

    def __getitem__(self, name: str) -> Listed:
        return next(each for each in self._applications.listed() if each.person.given_name == name)


def test_a_list_tells_when_each_application_was_received(
    import_list: ImportList, by_name: ByName
) -> None:
    import_list(ADA | IN_TIME, BEN)

    assert by_name["Ada"].received == DEADLINE
    assert by_name["Ben"].received == MORNING


def test_without_places_and_deadline_everybody_on_a_list_is_to_come(
    import_list: ImportList, by_name: ByName
) -> None:
    import_list(ADA)

    assert by_name["Ada"].status is Status.ACCEPTED


def test_where_the_event_decides_a_row_without_a_status_is_an_application(
    import_list: ImportList, by_name: ByName, places: Places
) -> None:
    places.limit(70)

    import_list(ADA, BEN | {"Status": "paid"})

    assert by_name["Ada"].status is Status.RECEIVED
    assert by_name["Ben"].status is Status.ACCEPTED


@pytest.mark.parametrize("late", [Status.WAITING, Status.DECLINED])
@pytest.mark.parametrize("status", ["paid", "pending", ""])
def test_a_late_application_is_never_accepted_by_a_list(
    import_list: ImportList, by_name: ByName, deadlines: Deadlines, late: Status, status: str
) -> None:
    deadlines.set(apply_until=DEADLINE, late=late)

    imported = import_list(ADA | IN_TIME | {"Status": "paid"}, BEN | LATE | {"Status": status})

    assert imported.late == 1
    assert (by_name["Ada"].status, by_name["Ada"].late) == (Status.ACCEPTED, False)
    assert (by_name["Ben"].status, by_name["Ben"].late) == (late, True)


def test_what_came_nobody_knows_when_after_the_deadline_is_late_too(
    import_list: ImportList, by_name: ByName, deadlines: Deadlines
) -> None:
    deadlines.set(apply_until=DEADLINE)

    import_list(ADA | {"Status": "paid"})

    assert by_name["Ada"].status is Status.WAITING


def test_the_same_list_again_takes_back_no_decision_and_accepts_nobody(
    import_list: ImportList, by_name: ByName, deadlines: Deadlines, roster: Roster
) -> None:
    deadlines.set(apply_until=DEADLINE)
    rows = (ADA | LATE | {"Status": "pending"}, BEN | LATE | {"Status": "pending"})
    import_list(*rows)
    roster.set_status(by_name["Ada"].person.id, Status.ACCEPTED, "speaks")

    again = import_list(*(row | {"Status": "paid"} for row in rows))

    assert again.late == 0
    assert by_name["Ada"].status is Status.ACCEPTED
    assert by_name["Ben"].status is Status.WAITING


def test_a_late_application_may_still_be_withdrawn_by_a_list(
    import_list: ImportList, by_name: ByName, deadlines: Deadlines
) -> None:
    deadlines.set(apply_until=DEADLINE)
    import_list(ADA | LATE)

    import_list(ADA | LATE | {"Status": "cancelled"})

    assert by_name["Ada"].status is Status.WITHDRAWN


def test_who_applied_twice_applied_first_when_the_earlier_application_came(
    import_list: ImportList, by_name: ByName, roster: Roster
) -> None:
    import_list(ADA | LATE, BEN | IN_TIME)

    roster.merge(by_name["Ada"].person.id, by_name["Ben"].person.id)

    assert by_name["Ada"].received == DEADLINE


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2018-10-26", "2018-10-26T00:00:00"),
        ("2018-10-26 14:00:05", "2018-10-26T14:00:05"),
        ("2018-10-26T14:00:05.123Z", "2018-10-26T14:00:05+00:00"),
        ("2018-10-26 14:00:05 UTC", "2018-10-26T14:00:05"),
        ("26.10.2018, 14:00", "2018-10-26T14:00:00"),
        ("26/10/18 2:05 PM", "2018-10-26T14:05:00"),
        ("10/26/2018 12:05 AM", "2018-10-26T00:05:00"),
        ("05/05/2018", "2018-05-05T00:00:00"),
        ("04/05/2018", None),
        ("26.10.2018 soon", None),
        ("31.02.2018", None),
        ("2018", None),
        ("43399", None),
    ],
)
def test_days_are_read_where_they_can_mean_one_day_only(text: str, moment: str | None) -> None:
    assert moment_of(text) == moment


def test_where_an_export_writes_the_month_first_it_is_read_so() -> None:
    assert moment_of("04/05/18 22:28", month_first=True) == "2018-04-05T22:28:00"
    assert moment_of("26/05/18", month_first=True) == "2018-05-26T00:00:00"
