"""One sentence for each refusal of what came of meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.erasure_sentences import ERASURE_SENTENCES
from app.errors import DeskError
from app.outcomes.export.formats import UnknownEnding
from app.outcomes.importing.entries import NoOutcomesFound
from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST
from app.outcomes.recording import LONGEST, NothingRecorded, OutcomeNotPossible
from app.outcomes.report.wishes import NothingToReport
from app.outcomes.slips import NoSlip

_REASONS: Mapping[str, str] = {
    "interest": (
        f"Interest is {LEAST_INTEREST} to {MOST_INTEREST}, {MOST_INTEREST} being very great, "
        "not {value}."
    ),
    "none_and_more": "Nothing came of it, or something did. Leave out “none”, or all else.",
    "nothing": "Nothing was said of what came of it. Say at least one thing.",
    "too_long": "“{value}…” is longer than {most:,} characters. Shorten it.",
}
_NO_SLIP: Mapping[str, str] = {
    "not_ours": "This is no meeting slip of ours. Look the meeting up by its number.",
    "incomplete": "Only a part of the slip's code arrived. Scan it again.",
    "damaged": "The slip's code arrived damaged. Scan it again, or look for the number beside it.",
    "newer_version": "A newer version of Matchdesk made this slip. Update this desk.",
    "other_event": "This slip is of another event. Nothing was changed.",
    "forged_or_damaged": (
        "The slip's code does not hold together: damaged, or not printed by us. Look for the "
        "number beside it."
    ),
    "wrong_kind": "This is no meeting slip. Look the meeting up by its number.",
    "unknown": (
        "No meeting of this event belongs to this slip: it was taken out. Look for its people."
    ),
}

_LACKS: Mapping[str, str] = {
    "meeting": (
        "which meeting a row is of. There are: {headers}. Match one to number, or two to time and "
        "table (--map)."
    ),
    "outcome": (
        "what came of the meetings. There are: {headers}. Match some to took_place, kinds, answer "
        "or interest (--map)."
    ),
}

OUTCOME_PROBLEMS: Mapping[str, str] = {
    "no_meeting_said": "The row does not say which meeting. Write its number, or day and time.",
    "unknown_number": "No meeting has this number. Write it as M-A12, or day, time and table.",
    "unknown_code": "This is no code of a meeting slip of this event. Write the meeting's number.",
    "unknown_meeting": "No meeting is there then. Write its number.",
    "several_meetings": "It may be several meetings. Write the number of the one that is meant.",
    "other_meeting": "What the row says of it speaks of different meetings. Leave what is right.",
    "cancelled_meeting": "The meeting was cancelled. Restore it first, if it took place after all.",
    "not_begun": "The meeting has not begun yet. Import the file again when it has.",
    "unknown_side": "This is no side. Write host or guest, or nothing for both.",
    "unknown_took_place": "Write yes, or who did not come: host, guest or both.",
    "unknown_missing": "Write who did not come: host, guest or both.",
    "held_and_missing": "It was held, and somebody did not come. Leave one of them out.",
    "missed_and_told": "The meeting did not take place, and something came of it. Leave one out.",
    "none_and_more": "Nothing came of it, or something did. Leave “none”, or all else out.",
    "told_already": (
        "An outcome of this meeting is recorded. Take that out first, if it did not take place."
    ),
    "said_held": "A desk said that it was held. Take that back first, if it was not.",
    "said_missed": "A desk said that it was not held. Take that back first, if it was.",
    "nobody_named": "It did not take place, and nobody says who was missing: noted as nobody came.",
    "note_of_missed": "A meeting that did not take place has no note. It was left out.",
    "unreadable_kinds": "This is no kind of outcome. Write joint proposal, joint event, …",
    "unreadable_answer": "This is none of the short answers. It counts as not said.",
    "unreadable_interest": "Interest is 1 to 5. It counts as not said.",
    "unreadable_follow_up_on": "This is no day. Write it as 2027-03-30. It counts as not said.",
    "too_long": f"A text has at most {LONGEST:,} characters. It was left out. Shorten it.",
}

OUTCOME_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NoSlip: lambda r: _NO_SLIP[r.reason],
    NoOutcomesFound: lambda r: (
        f"No column of {r.file} says {_LACKS[r.lacks].format(headers=', '.join(r.headers))}"
    ),
    NothingRecorded: lambda r: (
        f"Nothing is recorded of meeting {r.number}, so there is nothing to take out."
    ),
    NothingToReport: lambda _r: (
        "Nobody applied and no meeting was arranged, so there is nothing to report. Import the "
        "registrations first."
    ),
    UnknownEnding: lambda r: (
        f"{r.file.name} can't be written for this. Choose a name that ends in "
        f"{' or '.join(r.endings)}. Nothing was written."
    ),
    OutcomeNotPossible: lambda r: (
        f"{_REASONS[r.reason].format(value=r.value, most=LONGEST)} Nothing was changed."
    ),
    **ERASURE_SENTENCES,
}
