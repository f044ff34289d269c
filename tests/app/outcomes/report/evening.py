"""A day whose meetings were held, lost and told of, for reports to say."""

from __future__ import annotations

from datetime import date

from app.floor.states import Missing, Word
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from tests.app.floor.running import RunningDay
from tests.building import EventBuilder

PROPOSAL = Outcome(
    frozenset({OutcomeKind.JOINT_PROPOSAL}),
    programme="Horizon Europe",
    interest=5,
    follow_up_on=date(2027, 4, 2),
    follow_up_by="Ada Of",
    note="Draft of the call by Easter",
)
LEAD = Outcome(frozenset({OutcomeKind.LEAD}), interest=3, follow_up_on=date(2027, 3, 24))


def told(day: RunningDay, event: EventBuilder) -> RunningDay:
    """Let people come, meet and tell what came of it; it is one o'clock then."""
    for name, of, country, kind in (
        ("Ada", "Engines", "GB", "cluster"),
        ("Bo", "Øresund Sails", "DK", "cluster"),
        ("Cy", "Timber", "LT", "cluster"),
        ("Di", "Nordwind", "DE", "company"),
        ("Eli", "Łódź Optics", "PL", "cluster"),
        ("Flo", "Cierzo", "ES", "cluster"),
    ):
        said = {"organisation": of, "country": country, "kind": kind, "sectors": ["Wood"]}
        who = event.delegate(name, "Of", badge=False, delegation="Nordic", **said)
        day.floor.knows(name, who)
    day.is_now("09:00")
    day.comes("Ada", "Bo", "Cy", "Di", "Eli")
    first = day.meets("Ada", "Bo", "10:15", "1")
    second = day.meets("Cy", "Di", "10:15", "2")
    day.meets("Ada", "Eli", "10:40", "1")
    lost = day.meets("Flo", "Bo", "11:05", "3")
    day.asks("Flo", "Cy")
    day.withdraws("Flo")
    day.is_now("13:00")
    day.acts.say(lost, Word.NO_SHOW, Missing.GUEST)
    recording = Recording(day.journal)
    recording.record(first, PROPOSAL)
    recording.record(second, LEAD)
    return day
