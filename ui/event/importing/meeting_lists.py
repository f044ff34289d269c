"""What the steps of an import say of lists of requests, and of meetings arranged elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.meetings.importing.imports import ListImported
from app.meetings.importing.troubles import list_troubles
from ui.common.times import day_words
from ui.event.importing.list_kind import Asked, Counted, ListKind, ListWords, Of
from ui.event.importing.list_words import (
    TroubleWords,
    asked,
    by_rows,
    counted,
    counts_words,
    new_and_known,
    news,
    rejected_words,
)
from ui.event.importing.meeting_fields import FIELDS, SEVERAL
from ui.event.words import rows_words

_WHAT = {
    "no_guest": "who asks",
    "no_host": "who is asked",
    "said_twice": "said twice",
    "with_themselves": "both sides",
    "not_coming": "not coming",
    "clash_of_people": "clash",
    "clash_at_table": "clash",
    "too_many_cells": "cells",
}
_TROUBLES = {
    "no_guest": "The row names nobody who asks. Say who does.",
    "no_host": "The row names nobody who is asked. Say who is.",
    "unknown_delegate": "Nobody is registered as “{text}”. Say who is meant, or register them.",
    "several_delegates": "Several people may be meant by {text}. Say who is.",
    "with_themselves": "{text} would be on both sides. Correct the file.",
    "not_coming": "{text} is not accepted, or does not come. Accept them first.",
    "said_twice": "{text} says otherwise of the same people. Leave one of them out of the file.",
    "unknown_slot": "No slot starts at “{text}”. Write it as 2027-03-16 10:40.",
    "unknown_table": "There is no table “{text}”. Write its label.",
    "unknown_forbidden": "“{text}” names no slots. Write them as 10:40; 11:05.",
    "unknown_length": "A meeting takes 1 to 8 slots, not “{text}”.",
    "unknown_needs": "Nothing scarce is called “{text}”.",
    "unknown_after": "No request has the number “{text}”.",
    "unreadable_mutual": "“{text}” is no yes or no. It counts as not said.",
    "unreadable_priority": "“{text}” is no priority from 1 to 3. It counts as not said.",
    "unreadable_kind": "“{text}” is not C2C, B2C or B2B. It follows from the organisations.",
    "unreadable_locked": "“{text}” is no yes or no. The meeting is not locked.",
    "slot_forbidden": "It is fixed to {text}, and may not be in that slot. Choose another.",
    "fixed_not_free": "{text} is not there in the slot it is fixed to.",
    "fixed_otherwise": "The other side fixed another slot: {text}.",
    "fixed_with_others": "Fixed to two requests at once. {text}.",
    "fixed_at_table": "The table is fixed to another request then: {text}.",
    "no_slot": "The row says no slot. Write it as 2027-03-16 10:40.",
    "no_table": "The row says no table. Write its label.",
    "runs_over": "The block ends before the meeting does. Choose an earlier slot.",
    "clash_of_people": "In another meeting then. {text}.",
    "clash_at_table": "Another meeting is at this table then: {text}.",
    "table_closed": "Table {text} is closed then. Choose another.",
    "not_free": "{text} is not there then. Choose another slot.",
    "not_theirs": "Table {text} belongs to others. Choose another.",
    "too_many": "{text} would have more meetings than the rules allow.",
    "too_far": "Too far to walk in time. {text}. Choose a nearer table.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
    "desk_value": "{text}. What a desk said stands.",
}
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})")
_TABLE = re.compile(r"(\d{2}:\d{2}), ([^,]+)$")
_WITH_TABLES = frozenset({"clash_of_people", "clash_at_table", "too_far"})
_SAID = TroubleWords(_WHAT, _TROUBLES)


def _lacking(fields: Collection[str]) -> str:
    for side, who in (("guest", "who asks"), ("host", "who is asked")):
        if not any(field.startswith(side) for field in fields):
            return f"No column says {who} yet. Match one to go on."
    return ""


def _text(trouble: Trouble) -> str:
    text = _INSTANT.sub(lambda at: f"{day_words(date.fromisoformat(at[1]))}, {at[2]}", trouble.text)
    if trouble.code in _WITH_TABLES:
        text = _TABLE.sub(r"\1, table \2", text)
    return _SAID.sentence(trouble.code, by_rows(text).rstrip("."))


def _asked(trouble: Trouble) -> Asked:
    if trouble.code in {"no_guest", "no_host"} and trouble.column:
        return Asked.PERSON
    return asked(trouble)


def _mutual(imported: Imported) -> int:
    return imported.mutual if isinstance(imported, ListImported) else 0


def _with_mutual(imported: Imported) -> Sequence[int]:
    new, *known = new_and_known(imported)
    return (new, _mutual(imported), *known)


def _summed(words: ListWords, imported: Imported) -> Sequence[str]:
    both: tuple[str, ...] = ()
    if _mutual(imported):
        meetings = rows_words(_mutual(imported), "meeting is", "meetings are")
        both = (f"{meetings} wanted by both sides.",)
    return (counts_words(words, imported), *both, *rejected_words(imported))


def _kind(of: Of, words: ListWords, fields: Collection[str]) -> ListKind:
    is_asked = of is Of.REQUESTS
    otherwise = "with other words than before" if is_asked else "moved or relocked"
    new, *known = counted(f"new {words.many}", otherwise)
    mutual = Counted("users", "accent", "Mutual", "both sides want them")
    return ListKind(
        of=of,
        words=words,
        fields={field: FIELDS[field] for field in fields},
        named=FIELDS,
        several=SEVERAL,
        yes_no=frozenset({"mutual", "locked"}),
        kept_as=f"Last {words.many}",
        lacking=_lacking,
        counted=(new, mutual, *known) if is_asked else (new, *known),
        counts=_with_mutual if is_asked else new_and_known,
        troubles=list_troubles,
        title=_SAID.title,
        text=_text,
        asked=_asked,
        summed=partial(_summed, words),
        news=partial(news, words),
    )


REQUESTS = _kind(
    Of.REQUESTS,
    ListWords(
        title="Import requests",
        where="Requests",
        ask="Drop a list of requests here, or choose one.",
        formats=(
            "CSV, XLSX, XLS or ODS: in each row who asks and who is asked, by badge number, "
            "e-mail or name; besides priority, kind, slots."
        ),
        hint="Red rows stay out, amber ones are taken.",
        one="request",
        many="requests",
        show="Show requests",
        icon="list",
    ),
    [field for field in FIELDS if field not in {"number", "locked"}],
)
MEETINGS = _kind(
    Of.MEETINGS,
    ListWords(
        title="Import meetings",
        where="Meetings",
        ask="Drop a list of meetings here, or choose one.",
        formats=(
            "CSV, XLSX, XLS or ODS: in each row both sides, the slot and the table. What clashes "
            "is told before anything is made."
        ),
        hint="Red rows stay out, amber ones are taken.",
        one="meeting",
        many="meetings",
        show="Show requests",
        icon="list",
    ),
    [
        field
        for field in FIELDS
        if field not in {"number", "mutual", "priority", "forbidden", "needs", "after", "note"}
    ],
)
