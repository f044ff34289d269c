"""What the Desk says of a scan: one verdict for each answer, with what can be done next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.checkin.reception import AtDesk
from app.checkin.scanning import Admitted, LeftFor, NotAdmitted
from app.delegates.person import Person
from ui.common.times import Times, day_words
from ui.desk.refusals import COMES_INSTEAD, REFUSALS, Act, Shape


@dataclass(frozen=True, slots=True)
class Verdict:
    """What fills the Desk.

    ``tone`` names the colours: ok, warn, bad, accent, or a blank for none. ``name`` is who it is
    about, in large letters. ``corner`` says when and where. ``lead`` and ``advice`` stand below
    the band: what did not happen, and what to do. The first of ``acts`` is the main one.
    ``state``: it is true as long as the person stands so; a blank is true of its moment.
    ``reason`` is that of a refusal, ``sheet`` the schedule that was scanned.
    """

    tone: str
    shape: Shape
    headline: str
    name: str = ""
    organisation: str = ""
    corner: str = ""
    lead: str = ""
    advice: str = ""
    acts: tuple[Act, ...] = ()
    person: Person | None = None
    state: str = ""
    reason: str = ""
    sheet: UUID | None = None


def of_admission(admitted: Admitted, times: Times) -> Verdict:
    """Say that somebody was let in."""
    is_first = admitted.decision == "checked_in"
    word, undo = ("Checked in", Act.UNDO) if is_first else ("Back in", Act.UNDO_RETURN)
    person = admitted.delegate
    return Verdict(
        "ok",
        Shape.TICK,
        word,
        person.name,
        person.organisation,
        _when(admitted.at, admitted.desk, times),
        acts=(Act.PRINT_BADGE, Act.PRINT_SCHEDULE, undo),
        person=person,
        state="here",
    )


def of_refusal(refusal: NotAdmitted, times: Times, desk: str) -> Verdict:
    """Say why nobody was let in; ``desk`` is where it was scanned."""
    told = REFUSALS[refusal.reason]
    person, substitute = refusal.delegate, refusal.substitute
    facts = {
        "since": times.of_day(refusal.since) if refusal.since else "",
        "desk": refusal.desk or "another desk",
        "days": " and ".join(day_words(day) for day in refusal.days) or "no day of this event",
        "name": person.name if person else "",
        "substitute": substitute.name if substitute else "Somebody else",
        "given": given_name(person) if person else "",
    }
    headline = told.headline.format(**facts)
    if refusal.reason == "place_taken" and person and person.status == "withdrawn":
        headline = REFUSALS["withdrawn"].headline
    return Verdict(
        told.tone,
        told.shape,
        headline,
        facts["name"],
        person.organisation if person else "",
        "Scanned " + _when(times.clock(), desk, times),
        told.lead,
        told.advice.format(**facts),
        told.acts,
        person,
        reason=refusal.reason,
        sheet=refusal.schedule,
    )


def of_departure(left: LeftFor, times: Times) -> Verdict:
    """Say that somebody left for a while."""
    person = left.delegate
    return Verdict(
        "",
        Shape.PERSON,
        "Left for a while",
        person.name,
        person.organisation,
        _when(left.at, left.desk, times),
        "Their next scan lets them back in.",
        acts=(Act.LET_IN,),
        person=person,
        state="left",
    )


def of_person(about: AtDesk, times: Times, lead: str = "") -> Verdict:
    """Show somebody who was looked up. Nothing has happened."""
    person = about.person
    since = _when(about.since, about.desk, times) if about.since else ""
    headline, acts = _STANDING[about.state]
    advice = ""
    if about.substitute is not None:
        name = about.substitute.person.name
        headline = f"{name} has this place"
        advice = COMES_INSTEAD.format(substitute=name, given=given_name(person))
    return Verdict(
        "",
        Shape.PERSON,
        headline,
        person.name,
        person.organisation,
        since,
        lead,
        advice,
        acts,
        person,
        state=about.state,
    )


_STANDING: Mapping[str, tuple[str, tuple[Act, ...]]] = {
    "expected": ("Not here yet", (Act.CHECK_IN, Act.PRINT_BADGE, Act.SUBSTITUTE)),
    "here": ("Here", (Act.PRINT_BADGE, Act.PRINT_SCHEDULE, Act.CHECK_OUT)),
    "left": ("Left for a while", (Act.LET_IN, Act.PRINT_BADGE, Act.PRINT_SCHEDULE)),
    "place_taken": ("Somebody else has this place", (Act.RESTORE, Act.LOOK_UP)),
    "received": ("Not accepted yet", (Act.ACCEPT, Act.SUBSTITUTE)),
    "waiting": ("On the waiting list", (Act.LOOK_UP, Act.ACCEPT)),
    "declined": ("Application declined", (Act.LOOK_UP, Act.ACCEPT)),
    "withdrawn": ("Registration cancelled", (Act.LOOK_UP, Act.RESTORE, Act.SUBSTITUTE)),
}


def given_name(person: Person) -> str:
    """Give what somebody is called in a sentence about them."""
    return person.given_name or person.name


def _when(at: datetime, desk: str, times: Times) -> str:
    shown = times.of_day(at)
    return f"{shown} · {desk}" if desk else shown
