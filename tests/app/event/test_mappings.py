from __future__ import annotations

from app.desks import OpenEvent
from app.event.mappings import Mappings
from tests.building import MORNING, MovableClock


def test_mappings_are_told_the_last_one_first(open_event: OpenEvent, clock: MovableClock) -> None:
    mappings = Mappings(open_event.journal)
    mappings.save("first", {"Wer": "full_name"})
    clock.passes(minutes=5)
    mappings.save("second", {"Firma": "organisation"})

    kept = mappings.all()

    assert [(each.name, dict(each.columns)) for each in kept] == [
        ("second", {"Firma": "organisation"}),
        ("first", {"Wer": "full_name"}),
    ]
    assert kept[1].at == MORNING
