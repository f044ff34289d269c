"""What was done, as people say it: one sentence for each kind of deed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from app.journal.log import Line
from ui.delegates.words import field_words, status_words, value_words
from ui.printing.words import stock_words

Facts = Mapping[str, Any]
_GROUPS = frozenset({"organisation_id", "delegation_id"})
_MOST_FIELDS = 4


def in_words(line: Line) -> str:
    """Say what was done; whatever took it back begins with ``Taken back``."""
    facts = json.loads(line.facts) | (json.loads(line.personal) if line.personal else {})
    said = SENTENCES[line.kind](facts)
    if line.undoes is None or line.kind in _SAYS_SO:
        return said
    return f"Taken back: {said[0].lower()}{said[1:]}"


def _imported(facts: Facts) -> str:
    if facts["new"]:
        return "Came with an import"
    return _fields("An import brought", facts.get("values", {}))


def _import_taken_back(facts: Facts) -> str:
    if facts["new"]:
        return "The import that brought them was taken back"
    return "What an import said was taken back"


def _changed(facts: Facts) -> str:
    values, before = facts.get("values", {}), facts.get("before", {})
    if len(values) != 1:
        return _fields("Corrected", values)
    ((name, value),) = values.items()
    if name in _GROUPS:
        return f"Corrected {field_words(name)}"
    new, old = value_words(name, value), value_words(name, before.get(name))
    if not new:
        return f"Removed {field_words(name)}" + (f" “{old}”" if old else "")
    return f"Corrected {field_words(name)}: “{new}”" + (f", before “{old}”" if old else "")


def _fields(verb: str, values: Facts) -> str:
    names = [field_words(name) for name in values]
    if not names:
        return (
            f"{verb} facts that have been erased" if verb == "Corrected" else f"{verb} nothing new"
        )
    more = f" and {len(names) - _MOST_FIELDS} more" if len(names) > _MOST_FIELDS else ""
    return f"{verb} {', '.join(names[:_MOST_FIELDS])}{more}"


def _status(facts: Facts) -> str:
    reason = f": {facts['reason']}" if facts.get("reason") else ""
    return f"Application set to “{status_words(facts['status'])}”{reason}"


_BY = {"badge": "by badge", "ticket": "by ticket", "name": "by name"}
_REFUSALS = {
    "already_in": "was here already",
    "declined": "application declined",
    "erased": "erased",
    "not_accepted": "not accepted yet",
    "old_schedule": "an old schedule, and no badge",
    "place_taken": "somebody else has the place",
    "replaced": "an old badge",
    "schedule": "a schedule, and no badge",
    "ticket_replaced": "an old ticket",
    "waiting_list": "on the waiting list",
    "withdrawn": "registration cancelled",
    "wrong_day": "not expected that day",
}


def _passed(verb: str) -> Callable[[Facts], str]:
    return lambda facts: f"{verb} {_BY.get(facts['by'], '')}".strip()


def _refused(facts: Facts) -> str:
    why = _REFUSALS.get(facts["reason"], facts["reason"].replace("_", " "))
    return f"Not let in: {why}"


def _replaced(facts: Facts) -> str:
    reason = f": {facts['reason']}" if facts.get("reason") else ""
    return f"New badge code, the {_nth(facts['issue'])}{reason}"


def _nth(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{ends.get(number % 10, 'th') if number // 10 % 10 != 1 else 'th'}"


def _membership(facts: Facts) -> str:
    return "Joined a network" if facts["belongs"] else "Left a network"


def _closed(facts: Facts) -> str:
    what = "Table closed" if facts["table_id"] else f"Zone “{facts['zone']}” closed"
    return what + (f": {facts['reason']}" if facts.get("reason") else "")


def _owner(facts: Facts) -> str:
    return "Table given to an owner" if facts["owns"] else "Table taken from an owner"


def _far(facts: Facts) -> str:
    distance = "too far for one changeover" if facts["far"] else "near enough for one changeover"
    return f"“{facts['one']}” and “{facts['other']}” are {distance}"


_FILES = {
    "delegates": "List of delegates saved",
    "export": "Spreadsheet saved",
    "follow_ups": "List of follow-ups saved",
    "hand_back": "Check-ins handed back",
    "report": "Closing report saved",
}


def _file_written(facts: Facts) -> str:
    *_, name = re.split(r"[/\\]", facts["file"])
    return f"{_FILES.get(facts['what'], 'File saved')}: “{name}”"


def _plain(text: str) -> Callable[[Facts], str]:
    return lambda _facts: text


_MEETINGS_SAID = {
    "": "What was said of the meeting is left to the clock",
    "held": "Meeting held",
    "late": "Meeting waits",
    "no_show": "No-show",
    "running": "Meeting runs",
}
_SIDES = {
    "both": "neither side came",
    "guest": "the guest did not come",
    "host": "the host did not come",
}


def _seated(facts: Facts) -> str:
    sits = "sits at its table" if facts["seated_at"] else "does not sit at its table"
    return f"The {'host' if facts['is_host'] else 'guest'} {sits}"


def _said_of_meeting(facts: Facts) -> str:
    side = f": {_SIDES[facts['missing']]}" if facts["missing"] else ""
    return _MEETINGS_SAID[facts["said"]] + side


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "AnswersChosen": _plain("Answers asked for after meetings chosen"),
    "BadgeIssued": _plain("First badge code made"),
    "BadgeKeyMade": _plain("Key for badge codes made"),
    "BadgePrinted": lambda facts: f"Badge printed on {stock_words(str(facts['stock']))}",
    "ScheduleIssued": lambda facts: f"Schedule has a new version, {facts['version']}",
    "SchedulePrinted": _plain("Schedule printed"),
    "BadgeReplaced": _replaced,
    "BlockChanged": _plain("Block of meetings changed"),
    "BlockPlanned": _plain("Block of meetings planned"),
    "BlockPutBack": _plain("Block of meetings put back"),
    "BlockTakenOut": _plain("Block of meetings taken out"),
    "CallTakenBack": _plain("Call to the table taken back"),
    "CameBack": _passed("Came back, let in"),
    "CheckInRestored": _plain("Check-in stands again"),
    "CheckInTakenBack": _plain("Check-in taken back"),
    "CheckedIn": _passed("Checked in"),
    "CheckedOut": _plain("Left for a while"),
    "DayClosed": _plain("Day closed"),
    "DayPlanned": _plain("Day planned"),
    "DayPutBack": _plain("Day put back"),
    "DayReopened": _plain("Day reopened"),
    "DayTakenOut": _plain("Day taken out"),
    "DelegateAdded": _plain("Registered at the desk"),
    "DelegateChanged": _changed,
    "DelegateImportTakenBack": _import_taken_back,
    "DelegateImported": _imported,
    "DelegateRemoved": _plain("Taken off the list"),
    "DelegateRestored": _plain("Put back on the list"),
    "DelegatesMerged": _plain("Another entry turned out to be the same person, and was merged"),
    "DelegatesParted": _plain("The merged entries are two people again"),
    "DelegationAdded": _plain("Delegation came up"),
    "DelegationRemoved": _plain("Delegation taken away"),
    "DelegationRestored": _plain("Delegation came back"),
    "DeskJoined": _plain("Desk joined"),
    "DoubtRaised": _plain("An import left something to decide"),
    "DoubtReopened": _plain("Something to decide is open again"),
    "DoubtRestored": _plain("Something to decide came back"),
    "DoubtSettled": _plain("A doubt was decided"),
    "DoubtTakenBack": _plain("Something to decide went away"),
    "EverybodyErased": lambda facts: f"Everybody erased, {facts['persons']:,} people",
    "EventFactsChanged": _plain("Event’s facts changed"),
    "EventMade": _plain("Event made"),
    "FileWritten": _file_written,
    "FloorRulesChanged": _plain("Rules of the floor changed"),
    "LatenessAnnounced": _plain("Said when they come"),
    "LatenessPutBack": _plain("Did say when they come"),
    "LatenessTakenBack": _plain("Did not say when they come"),
    "MappingSaved": _plain("Way to read a list kept"),
    "MeetingAdded": _plain("Meeting arranged"),
    "MeetingCalled": _plain("Called to the table"),
    "MeetingCancelled": _plain("Meeting cancelled"),
    "MeetingLocked": _plain("Meeting locked: plans leave it where it is"),
    "MeetingMoved": _plain("Meeting moved"),
    "MeetingPutBack": _plain("Meeting put back"),
    "MeetingRestored": _plain("Meeting takes place after all"),
    "MeetingSaid": _said_of_meeting,
    "MeetingTakenOut": _plain("Meeting taken out"),
    "MeetingUnlocked": _plain("Meeting unlocked: plans may move it"),
    "MembershipSet": _membership,
    "OrganisationAdded": _plain("Organisation came up"),
    "OrganisationChanged": lambda facts: _fields("Corrected", facts["values"]),
    "OrganisationRemoved": _plain("Organisation taken away"),
    "OrganisationRestored": _plain("Organisation came back"),
    "OrganisationsMerged": _plain("Two spellings of one organisation were merged"),
    "OrganisationsParted": _plain("The merged organisations are two again"),
    "OutcomeChanged": _plain("Outcome corrected"),
    "OutcomeNoted": _plain("Note or follow-up of an outcome corrected"),
    "OutcomePutBack": _plain("Outcome put back"),
    "OutcomeRecorded": _plain("Outcome recorded"),
    "OutcomeTakenOut": _plain("Outcome taken out"),
    "PersonErased": _plain("Erased: nothing is known of them any more"),
    "PersonTold": _plain("Told of what has changed"),
    "PlaceGivenBack": _plain("Comes after all; the place was given back"),
    "PlaceTaken": _plain("Somebody else comes instead"),
    "PlanAccepted": _plain("Plan accepted"),
    "PlanRestored": _plain("Plan counts again"),
    "PlanRulesChanged": _plain("Rules of planning changed"),
    "PlanTakenBack": _plain("Plan taken back"),
    "RequestAdded": _plain("Request came in"),
    "RequestChanged": _plain("Request corrected"),
    "RequestNoted": _plain("Note of a request changed"),
    "RequestPutBack": _plain("Request put back"),
    "RequestReinstated": _plain("Request counts again"),
    "RequestTakenOut": _plain("Request taken out"),
    "RequestWithdrawn": _plain("Request withdrawn"),
    "ResourceAdded": _plain("Something scarce noted"),
    "ResourceChanged": _plain("Something scarce corrected"),
    "ResourcePutBack": _plain("Something scarce put back"),
    "ResourceTakenOut": _plain("Something scarce taken out"),
    "ScanRefused": _refused,
    "SideSeated": _seated,
    "SlotMoved": _plain("Slot moved"),
    "SlotPlanned": _plain("Slot planned"),
    "SlotPutBack": _plain("Slot put back"),
    "SlotTakenOut": _plain("Slot taken out"),
    "StatusSet": _status,
    "TableChanged": _plain("Table changed"),
    "TableClosed": _closed,
    "TableClosedAgain": _plain("Closed again"),
    "TableOwnerSet": _owner,
    "TablePutBack": _plain("Table put back"),
    "TableReopened": _plain("Reopened"),
    "TableSet": _plain("Table set"),
    "TableTakenOut": _plain("Table taken out"),
    "TellingPutBack": _plain("Was told of what has changed"),
    "TellingTakenBack": _plain("Was not told of what has changed"),
    "TextsErased": _plain("What was written about people erased"),
    "TracesRemoved": _plain("File written anew, without traces of who was erased"),
    "UnavailableAdded": _plain("Elsewhere for a while"),
    "UnavailablePutBack": _plain("Elsewhere, as was said at first"),
    "UnavailableTakenOut": _plain("There after all"),
    "WorkBegun": _plain("Large work begun"),
    "WorkFinished": _plain("Large work finished"),
    "WorkTakenBack": _plain("Large work that was broken off was taken back"),
    "ZonesFarSet": _far,
}
_SAYS_SO = frozenset(
    {
        "CheckInRestored",
        "CheckInTakenBack",
        "DelegateImportTakenBack",
        "DelegateRemoved",
        "DelegateRestored",
        "DelegatesParted",
        "PlanTakenBack",
        "PlaceGivenBack",
    }
)
