"""What opens a door, and what is said of a person, stays out of the log's lasting half."""

from __future__ import annotations

from sqlalchemy import select

from app.checkin.deeds import BadgeReplaced
from app.delegates.deeds import StatusSet
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.reading.registrations import read_registrations
from app.desks import OpenEvent
from app.journal.log import history
from app.journal.wire import personal_fields
from db.models import LogRow
from tests.app.delegates.lists import CHECK_IN_LIST


def test_no_ticket_s_secret_stands_in_the_lasting_half_of_the_log(
    imports: Imports, open_event: OpenEvent
) -> None:
    imports.run(CHECK_IN_LIST, ImportOrder())
    secrets = [row.ticket_secret for row in read_registrations(CHECK_IN_LIST).rows]

    with open_event.journal.reading() as session:
        facts = "\n".join(session.scalars(select(LogRow.facts)))

    assert [secret for secret in secrets if secret in facts] == []


def test_a_history_shows_who_was_imported_and_no_ticket(
    imports: Imports, open_event: OpenEvent
) -> None:
    imports.run(CHECK_IN_LIST, ImportOrder())
    row = read_registrations(CHECK_IN_LIST).rows[0]

    lines = history(open_event.journal, last=1_000)

    shown = "\n".join(line.facts + line.personal for line in lines)
    assert row.full_name.split()[0] in shown
    assert row.ticket_secret not in shown


def test_the_reason_of_a_decision_can_be_erased() -> None:
    assert set(personal_fields(StatusSet)) == {"reason", "reason_before"}


def test_the_reason_of_a_new_badge_can_be_erased() -> None:
    assert personal_fields(BadgeReplaced) == ("reason",)
