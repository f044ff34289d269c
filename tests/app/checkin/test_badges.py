from __future__ import annotations

from uuid import uuid4

import pytest

from app.checkin.badges import Badges, ReasonMissing, active_badges
from app.delegates.person import UnknownDelegate
from app.desks import OpenEvent
from app.journal.deeds import CannotUndo
from app.journal.undo import undo
from tests.building import EventBuilder


@pytest.fixture
def badges(open_event: OpenEvent) -> Badges:
    return Badges(open_event.journal)


def test_a_new_code_is_the_next_issue(event: EventBuilder, badges: Badges) -> None:
    ada = event.delegate("Ada")

    first = badges.replace(ada, "lost")
    second = badges.replace(ada, "lost again")

    assert (first.badge.issue, second.badge.issue) == (2, 3)
    assert event.badge_of(ada) == second.badge.code


def test_a_delegate_without_a_code_gets_the_first_issue(
    event: EventBuilder, badges: Badges
) -> None:
    ada = event.delegate("Ada", badge=False)

    assert badges.replace(ada, "came without").badge.issue == 1


def test_nobody_gets_a_new_code_without_a_reason(event: EventBuilder, badges: Badges) -> None:
    ada = event.delegate("Ada")
    old = event.badge_of(ada)

    with pytest.raises(ReasonMissing):
        badges.replace(ada, "  ")

    assert event.badge_of(ada) == old


def test_nobody_unknown_gets_a_code(badges: Badges) -> None:
    with pytest.raises(UnknownDelegate):
        badges.replace(uuid4(), "lost")


def test_a_replaced_code_stays_replaced(event: EventBuilder, badges: Badges) -> None:
    ada = event.delegate("Ada")
    new = badges.replace(ada, "lost").badge

    with pytest.raises(CannotUndo):
        undo(badges.journal)

    assert event.badge_of(ada) == new.code


def test_who_has_no_code_is_left_out(event: EventBuilder) -> None:
    ada = event.delegate("Ada")
    ben = event.delegate("Ben", badge=False)

    with event.event.journal.reading() as session:
        found = active_badges(session, [ada, ben])

    assert set(found) == {ada}
