from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from app.checkin.badges import Badges
from app.checkin.scanning import Admitted, NotAdmitted, Scan, Scanning
from app.delegates.deeds import DelegateChanged
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.journal.deeds import DeedIdTaken
from app.journal.journal import Unit
from tests.app.checkin.scans import UNKNOWN, deeds, key_of, refusal, scan
from tests.building import SECOND_DAY, EventBuilder, MovableClock


def repeated(scanning: Scanning, of: Scan) -> tuple[Admitted | dict[str, object], ...]:
    """Ask twice with one deed id; give both answers."""
    answers: list[Admitted | dict[str, object]] = []
    for _ in range(2):
        try:
            answers.append(scanning.scan(of))
        except NotAdmitted as refused:
            answers.append(refused.facts())
    return tuple(answers)


def test_a_repeat_changes_nothing_and_answers_the_same(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    again = scan(event.badge_of(event.delegate("Ada")))
    first = scanning.scan(again)
    before = deeds(event.event)
    clock.passes(minutes=1)

    assert scanning.scan(again) == first
    assert deeds(event.event) == before


def test_a_repeat_of_a_check_in_by_name_answers_the_same(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada, deed = event.delegate("Ada"), uuid4()

    assert scanning.check_in(ada, deed_id=deed) == scanning.check_in(ada, deed_id=deed)


def _already_in(event: EventBuilder) -> str:
    ada = event.delegate("Ada")
    Scanning(event.event.journal).check_in(ada)
    return event.badge_of(ada)


def _replaced(event: EventBuilder) -> str:
    ada = event.delegate("Ada")
    old = event.badge_of(ada)
    Badges(event.event.journal).replace(ada, "lost")
    return old


def _place_taken(event: EventBuilder) -> str:
    ada = event.delegate("Ada")
    Roster(event.event.journal, "A").substitute(ada, PersonOrder("Ben"))
    return event.badge_of(ada)


REFUSED: dict[str, Callable[[EventBuilder], str]] = {
    "already_in": _already_in,
    "replaced": _replaced,
    "place_taken": _place_taken,
    "waiting_list": lambda event: event.badge_of(event.delegate("Ada", status="waiting")),
    "wrong_day": lambda event: event.badge_of(event.delegate("Ada", days=[SECOND_DAY.isoformat()])),
    "unknown": lambda event: UNKNOWN["unknown"](key_of(event)),
    "damaged": lambda event: UNKNOWN["damaged"](key_of(event)),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_repeat_of_a_refused_scan_answers_the_same(
    event: EventBuilder, scanning: Scanning, reason: str
) -> None:
    first, second = repeated(scanning, scan(REFUSED[reason](event)))

    assert first == second
    assert isinstance(first, dict)
    assert first["reason"] == reason


def test_a_repeat_answers_what_was_said_and_not_what_is_so_now(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    again = scan(event.badge_of(ada))
    first = refusal(scanning, again)
    clock.passes(minutes=1)
    scanning.check_out(ada)

    assert refusal(scanning, again).facts() == first.facts()


def test_a_scan_under_the_id_of_another_deed_is_refused(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada, taken = event.delegate("Ada"), uuid4()
    with scanning.journal.writing(Unit(uuid4())) as pen:
        pen.write(DelegateChanged(ada, {"note": "x"}, {"note": ""}), taken)

    with pytest.raises(DeedIdTaken) as refused:
        scanning.scan(Scan(event.badge_of(ada), taken))

    assert refused.value.kind == "DelegateChanged"
