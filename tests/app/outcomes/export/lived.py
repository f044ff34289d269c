"""A day that was lived through: of everything that an export tells there is some."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from app.checkin.badges import active_badges
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.roster import Roster
from app.floor.states import Missing, Word
from app.journal.journal import Unit
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from app.printing.deeds import BadgePrinted, ScheduleIssued, SchedulePrinted
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.sessions import Sessions
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import EventBuilder

PEOPLE = {
    "Ada": ("Engines", "GB", "Nordic", ["Wood", "Steel"]),
    "Bo": ("Sails", "DK", "Nordic", ["Water"]),
    "Cy": ("Timber", "LT", "", ["Wood"]),
    "Di": ("Timber", "", "Baltic", []),
    "Eli": ("Harz, Sensorik; GmbH", "DE", "Four Motors", ["Steel"]),
    "Flo": ("", "IT", "Four Motors", []),
}
LEAD = Outcome(frozenset({OutcomeKind.LEAD}), interest=3)
WHOLE = Outcome(
    frozenset({OutcomeKind.JOINT_PROPOSAL, OutcomeKind.LEAD}),
    Answer.POSSIBLE,
    "Horizon Europe",
    5,
    date(2027, 3, 30),
    "Ada and Bo, both",
    "Draft the call text;\nsend it, with C:\\prices",
)


def live_through(day: RunningDay, event: EventBuilder) -> dict[str, UUID]:
    """Let the morning pass and give its meetings by what became of them.

    Three were held, of which two have an answer, one of them from each side and unlike; of the
    third nobody told. Two were lost, one is cancelled, and one is to come.
    """
    for name, (organisation, country, delegation, sectors) in PEOPLE.items():
        columns: dict[str, Any] = {"country": country, "sectors": sectors}
        columns |= {"organisation": organisation} if organisation else {}
        columns |= {"delegation": delegation} if delegation else {}
        day.floor.knows(name, event.delegate(name, "Of", **columns))
    event.delegate("Gus", "Late", status="received", organisation="Sails", country="DK")
    Organisations(day.journal).join("Sails", "Baltic Network")
    day.is_now("09:00")
    wanted = day.asks("Ada", "Bo")
    meetings = {
        "unlike": day.meets("Ada", "Bo", "10:15", "1", request_id=str(wanted)),
        "lost": day.meets("Cy", "Di", "10:15", "2"),
        "moved": day.meets("Eli", "Flo", "10:15", "3"),
        "cancelled": day.meets("Ada", "Cy", "10:40", "1"),
        "untold": day.meets("Bo", "Eli", "10:40", "4"),
        "gone": day.meets("Di", "Flo", "11:05", "5"),
        "ahead": day.meets("Ada", "Eli", "12:20", "1"),
    }
    day.comes("Ada", "Bo", "Cy", "Eli", "Flo")
    day.moves(meetings["moved"], "11:30", "3")
    _prints(day, event)
    hal = Roster(day.journal, "A").register(PersonOrder(given_name="Hal", family_name="Walk")).id
    day.floor.knows("Hal", hal)
    day.comes("Hal")
    day.is_now("11:50")
    day.leaves("Hal")
    day.acts.say(meetings["lost"], Word.NO_SHOW, Missing.HOST)
    day.acts.cancel(meetings["cancelled"])
    recording = Recording(day.journal)
    recording.record(meetings["moved"], WHOLE)
    recording.record(meetings["unlike"], LEAD, Side.HOST)
    undated = replace(LEAD, interest=4, follow_up_by="Bo")
    recording.record(meetings["unlike"], undated, Side.GUEST)
    _goes_around(day, event)
    return meetings


def _goes_around(day: RunningDay, event: EventBuilder) -> None:
    """Let there be a talk to which one comes of two who booked, and a visit that one waits for."""
    ada, bo = day.floor.who("Ada"), day.floor.who("Bo")
    sessions, bookings = Sessions(day.journal, "A"), Bookings(day.journal)
    order = SessionOrder(
        "Green talk, and more", SessionKind.TALK, "Wood", places=9, speakers=["Jo Guest"]
    )
    order = replace(order, moderators=[day.floor.who("Cy")])
    talk = sessions.add(order, Place(at("11:00"), at("13:00"), "Blue; room"))
    for who in (ada, bo):
        bookings.book(talk, who)
    bookings.scan(talk, event.badge_of(ada))
    visits, signing_up = Visits(day.journal), SigningUp(day.journal)
    tour = VisitOrder("Wind park", at("14:00"), at("16:00"), 1, "Wood", "Main door")
    visits.add(tour)
    for who in (ada, bo):
        signing_up.choose(who, ["Wind park"])
    signing_up.give(ada, "Wind park")
    signing_up.board(ada, "Wind park")


def _prints(day: RunningDay, event: EventBuilder) -> None:
    ada = day.floor.who("Ada")
    with event.event.journal.reading() as session:
        badge = active_badges(session, [ada])[ada].id
    schedule = new_id()
    with event.event.journal.writing(Unit(uuid4())) as pen:
        issued = ScheduleIssued(schedule, "0a" * 6, "0b0c", ada, 1, None, "hash", (), None)
        pen.write_all(
            [BadgePrinted(badge, ada, "a6", "hash", 7), issued, SchedulePrinted(schedule, ada)]
        )
