"""What undo and redo say when they are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.floor.named import Named, named, shift, times
from app.journal.journal import Journal
from app.journal.undo import TakenBack, redo, undo
from app.journal.units import Did

NAMES: Mapping[str, str] = {
    "AnswersChosen": "The choice of answers",
    "AttendanceSet": "The check-in to a session",
    "BadgeReplaced": "The new badge code",
    "BlockChanged": "The change of a block",
    "BlockPlanned": "The new block",
    "BlockTakenOut": "The removal of a block",
    "BookingSet": "The word on a booking",
    "CallTakenBack": "The end of a call",
    "CameBack": "The coming back",
    "CheckInTakenBack": "The undoing of a check-in",
    "CheckedIn": "The check-in",
    "CheckedOut": "The leaving",
    "DayClosed": "The closing of the day",
    "DayPlanned": "The new day",
    "DayReopened": "The reopening of the day",
    "DayTakenOut": "The removal of a day",
    "DelegateAdded": "The registration on site",
    "DelegateChanged": "The correction",
    "DelegateImported": "The import",
    "DelegatesMerged": "The merge",
    "DoubtSettled": "The answer to what was to decide",
    "EventFactsChanged": "The change of the event's facts",
    "EventMade": "The new event",
    "EverybodyErased": "The erasure",
    "FloorRulesChanged": "The change of the rules of the floor",
    "LatenessAnnounced": "The announced arrival",
    "LetterTextSet": "The text of a letter",
    "MeetingAdded": "The new meeting",
    "MeetingCalled": "The call",
    "MeetingCancelled": "The cancelled meeting",
    "MeetingLocked": "The lock of a meeting",
    "MeetingMoved": "The move",
    "MeetingRestored": "The restored meeting",
    "MeetingSaid": "What was said of a meeting",
    "MeetingUnlocked": "The unlocking of a meeting",
    "MembershipSet": "The word on a network",
    "OrganisationChanged": "The correction of an organisation",
    "OrganisationsMerged": "The merge of two organisations",
    "MovedUp": "The moving up on the waiting list",
    "OutcomeChanged": "The correction of an outcome",
    "OutcomeNoted": "The correction of an outcome",
    "OutcomeRecorded": "The outcome",
    "OutcomeTakenOut": "The removal of an outcome",
    "PersonErased": "The erasure",
    "PersonTold": "The mark “Told”",
    "PlaceGivenBack": "The restored registration",
    "PlaceTaken": "The substitution",
    "PlacesLimited": "The limit of places",
    "PlanAccepted": "The accepted plan",
    "PlanRulesChanged": "The change of the rules of planning",
    "RequestAdded": "The new request",
    "RequestChanged": "The correction of a request",
    "RequestNoted": "The correction of a request",
    "RequestReinstated": "The reinstated request",
    "RequestWithdrawn": "The withdrawn request",
    "ResourceAdded": "The note of something scarce",
    "ResourceChanged": "The correction of something scarce",
    "ResourceTakenOut": "The removal of something scarce",
    "SessionAdded": "The new session",
    "SessionCancelled": "The cancelled session",
    "SessionChanged": "The correction of a session",
    "SessionMoved": "The move of a session",
    "SessionPeopleNamed": "The correction of a session",
    "SessionRestored": "The restored session",
    "RoundSeated": "The change of seats in rounds",
    "RoundsChanged": "The new rounds",
    "RoundsSet": "The rounds",
    "RoundsTakenOut": "The removal of rounds",
    "RoleSet": "The word on whom a delegate stands for",
    "SideSeated": "The word on who sits at the table",
    "SpeakerChanged": "The change of the running order",
    "SpeakerPutBack": "The new speaker",
    "SpeakerSet": "The new speaker",
    "SpeakerTakenOut": "The removal of a speaker",
    "SpeechesChanged": "The change of the speeches",
    "SpeechesSet": "The speeches",
    "SpeechesTakenOut": "The removal of the speeches",
    "StatusSet": "The decision on the application",
    "TableChanged": "The change of a table",
    "TableClosed": "The closure of a table",
    "TableOwnerSet": "The choice of who owns a table",
    "TableReopened": "The reopening of a table",
    "TableSet": "The new table",
    "TermsSet": "The deadlines",
    "TableTakenOut": "The removal of a table",
    "TraitSet": "The word on an organisation",
    "UnavailableAdded": "The time away",
    "UnavailableTakenOut": "The time away that was taken out",
    "VisitAdded": "The new visit",
    "VisitBoarded": "The word on who set out",
    "VisitChanged": "The change of a visit",
    "VisitPlaceGiven": "The place on a visit",
    "VisitPlaceTakenBack": "The end of a place on a visit",
    "VisitTakenOut": "The cancelled visit",
    "VisitsChosen": "The choice of visits",
    "ZonesFarSet": "The word on which zones are far apart",
}
"""By the first kind of a unit that has a name here."""

ALONG = frozenset(
    {
        "DelegationAdded",
        "DoubtRaised",
        "OrganisationAdded",
        "SlotMoved",
        "SlotPlanned",
        "SlotTakenOut",
        "TextsErased",
    }
)
"""What comes along with other deeds, and does not say what was done."""

UNDOES = frozenset(
    {
        "BlockPutBack",
        "CheckInRestored",
        "DayPutBack",
        "DelegateImportTakenBack",
        "DelegateRemoved",
        "DelegateRestored",
        "DelegatesParted",
        "DelegationRemoved",
        "DelegationRestored",
        "DoubtReopened",
        "DoubtRestored",
        "DoubtTakenBack",
        "LatenessPutBack",
        "LatenessTakenBack",
        "MeetingPutBack",
        "MeetingTakenOut",
        "OrganisationRemoved",
        "OrganisationRestored",
        "OrganisationsParted",
        "OutcomePutBack",
        "PlanRestored",
        "PlanTakenBack",
        "RequestPutBack",
        "RequestTakenOut",
        "ResourcePutBack",
        "SessionPutBack",
        "SessionTakenOut",
        "RoundsPutBack",
        "SlotPutBack",
        "SpeechesPutBack",
        "TableClosedAgain",
        "TablePutBack",
        "TellingPutBack",
        "TellingTakenBack",
        "UnavailablePutBack",
        "VisitPutBack",
    }
)
"""What undo and redo alone write, so that no unit has it at first."""


_OF_TIMES = frozenset({"BlockChanged", "BlockPlanned"})


def undone(journal: Journal) -> str:
    """Take back what this desk did last, and say so. Not for the GUI thread."""
    taken = undo(journal)
    return _of_times(journal, taken) or _said(journal, taken, "is taken back")


def redone(journal: Journal) -> str:
    """Do again what was taken back last, and say so. Not for the GUI thread."""
    taken = redo(journal)
    return _of_times(journal, taken) or _said(journal, taken, "stands again")


def _of_times(journal: Journal, taken: TakenBack) -> str:
    """Say when what was put off or cut short takes place now; blank if it was something else."""
    did = _main(taken.did)
    if did.kind not in _OF_TIMES or did.subject is None:
        return ""
    moved = shift(journal, taken.unit)
    if moved is not None:
        return f"What was to start at {moved.starts} starts at {moved.started} again."
    lasts = times(journal, did.subject) if did.kind == "BlockChanged" else ""
    return f"The block is {lasts} again." if lasts else ""


def _said(journal: Journal, taken: TakenBack, what: str) -> str:
    did = _main(taken.did)
    name = NAMES.get(did.kind, "The last thing this desk did")
    if did.kind == "DelegateImported":
        return f"{name} of {did.deeds:,} entries {what}."
    return f"{_whole_name(name, named(journal, taken.unit, did), did.deeds - 1)} {what}."


def _whole_name(name: str, thing: Named, others: int) -> str:
    """Say whom it was about: a person, a meeting by its sides, or the place."""
    place = f"table {thing.table}" if thing.table else f"zone {thing.zone}" if thing.zone else ""
    who = thing.person or " and ".join(", ".join(each) for each in thing.sides if each)
    if place:
        whole = name.replace("a table", place) if "a table" in name else f"The new {place}"
    elif who:
        whole = f"{name} of {who}"
    else:
        return name
    if not others:
        return whole
    other = "other meeting" if thing.sides else "other"
    return f"{whole} and {others:,} {other}{'' if others == 1 else 's'}"


def _main(did: Sequence[Did]) -> Did:
    """Give what names a unit: the first that has a name.

    A meeting that makes room for a new one only comes along with it, and that it was held comes
    along with what came of it.
    """
    named = [each for each in did if each.kind in NAMES] or did
    # What a list says of organisations comes along with those whom it is a list of.
    first = next((each for each in named if each.kind == "DelegateImported"), named[0])
    added = next((each for each in did if each.kind == "MeetingAdded"), None)
    if first.kind == "MeetingSaid":
        return next((each for each in did if each.kind == "OutcomeRecorded"), first)
    makes_room = first.kind == "MeetingMoved" and first.deeds == 1
    return added if makes_room and added is not None and added.deeds == 1 else first
