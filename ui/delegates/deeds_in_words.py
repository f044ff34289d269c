"""What was done, as people say it: one sentence for each kind of deed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from app.journal.log import Line
from ui.common.numbers import nth
from ui.delegates.plain_deeds import PLAIN
from ui.delegates.words import country_words, field_words, status_words, value_words
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
    return f"New badge code, the {nth(facts['issue'])}{reason}"


def _membership(facts: Facts) -> str:
    return "Joined a network" if facts["belongs"] else "Left a network"


_TRAITS = {"country": "country", "strength": "strength", "service": "service"}


def _trait(facts: Facts) -> str:
    verb = "Has" if facts["holds"] else "Has no longer"
    value = country_words(facts["value"]) if facts["sort"] == "country" else facts["value"]
    return f"{verb} a {_TRAITS.get(facts['sort'], facts['sort'])}: “{value}”"


def _role(facts: Facts) -> str:
    if not facts["holds"]:
        return "Does not stand for a further organisation any more"
    return "Stands for one more organisation" + (
        f", as {facts['function']}" if facts.get("function") else ""
    )


def _closed(facts: Facts) -> str:
    what = "Table closed" if facts["table_id"] else f"Zone “{facts['zone']}” closed"
    return what + (f": {facts['reason']}" if facts.get("reason") else "")


def _owner(facts: Facts) -> str:
    return "Table given to an owner" if facts["owns"] else "Table taken from an owner"


def _booking(facts: Facts) -> str:
    states = {
        "booked": "Booked for a session",
        "waiting": "Waits for a place in a session",
        "excused": "Excused from a session",
    }
    return states.get(facts["state"], "No longer booked for a session, nor excused from it")


def _attendance(facts: Facts) -> str:
    return "Came to a session" if facts["came"] else "Did not come to a session after all"


def _far(facts: Facts) -> str:
    distance = "too far for one changeover" if facts["far"] else "near enough for one changeover"
    return f"“{facts['one']}” and “{facts['other']}” are {distance}"


_FILES = {
    "delegates": "List of delegates saved",
    "export": "Spreadsheet saved",
    "follow_ups": "List of follow-ups saved",
    "hand_back": "Check-ins handed back",
    "mails": "Mail texts saved",
    "report": "Closing report saved",
}


def _file_written(facts: Facts) -> str:
    *_, name = re.split(r"[/\\]", facts["file"])
    return f"{_FILES.get(facts['what'], 'File saved')}: “{name}”"


_LETTERS = {
    "accepted": "of acceptance",
    "declined": "of refusal",
    "waiting": "on the waiting list",
}


def _letter(facts: Facts) -> str:
    what = "Mail" if facts["by"] == "mail" else "Letter"
    return f"{what} {_LETTERS.get(facts['status'], facts['status'])}"


def _moved_up(facts: Facts) -> str:
    reason = f": {facts['reason']}" if facts.get("reason") else ""
    return f"Moved up on the waiting list{reason}"


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
    **{kind: _plain(text) for kind, text in PLAIN.items()},
    "AttendanceSet": _attendance,
    "BadgePrinted": lambda facts: f"Badge printed on {stock_words(str(facts['stock']))}",
    "ScheduleIssued": lambda facts: f"Schedule has a new version, {facts['version']}",
    "BookingSet": _booking,
    "BadgeReplaced": _replaced,
    "CameBack": _passed("Came back, let in"),
    "CheckedIn": _passed("Checked in"),
    "DelegateChanged": _changed,
    "DelegateImportTakenBack": _import_taken_back,
    "DelegateImported": _imported,
    "EverybodyErased": lambda facts: f"Everybody erased, {facts['persons']:,} people",
    "FileWritten": _file_written,
    "LetterTextSet": lambda facts: (
        f"Text of letters {_LETTERS[facts['status']]} {'changed' if facts['text'] else 'reset'}"
    ),
    "LetterWritten": _letter,
    "MeetingSaid": _said_of_meeting,
    "MembershipSet": _membership,
    "MovedUp": _moved_up,
    "OrganisationChanged": lambda facts: _fields("Corrected", facts["values"]),
    "RoleSet": _role,
    "ScanRefused": _refused,
    "SideSeated": _seated,
    "StatusSet": _status,
    "TableClosed": _closed,
    "TableOwnerSet": _owner,
    "TraitSet": _trait,
    "VisitBoarded": lambda facts: (
        f"{'Set' if facts['boarded_at'] else 'Did not set'} out on a visit"
    ),
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
