"""Sentences by reason code, with places for the facts."""

from __future__ import annotations

from collections.abc import Mapping

SCANS: Mapping[str, str] = {
    "not_ours": "Not one of our badges. Nobody was checked in.",
    "incomplete": "Only a part of the code arrived. Scan again.",
    "damaged": "The code arrived damaged. Scan again, or look the person up by name.",
    "newer_version": "A newer version of Matchdesk made this badge. Update this desk.",
    "other_event": "Not this event. Nobody was checked in.",
    "forged_or_damaged": (
        "The code does not hold together: damaged, or not printed by us. Look the person up by "
        "name. Nobody was checked in."
    ),
    "wrong_kind": "This is no delegate's badge. Nobody was checked in.",
    "replaced": (
        "This badge was replaced at {since}, {desk}: {who}. Ask for the new badge. "
        "Nobody was checked in."
    ),
    "ticket_replaced": (
        "This ticket of {who} was replaced by a newer one. Ask for the newer ticket, or look the "
        "person up by name. Nobody was checked in."
    ),
    "unknown": "We know of no such badge. Look the person up by name. Nobody was checked in.",
    "erased": (
        "Whoever had this badge was erased: nothing is known of them any more. Look the person up "
        "by name, or register them. Nobody was checked in."
    ),
    "removed": "This delegate was taken off the list. Look the person up by name.",
    "place_taken": "{who} does not come: {substitute} has the place. Nobody was checked in.",
    "not_accepted": "{who} is not accepted yet. Accept, then scan again. Nobody was checked in.",
    "waiting_list": "{who} is on the waiting list. Nobody was checked in.",
    "declined": "The application of {who} was declined. Nobody was checked in.",
    "withdrawn": "Registration cancelled: {who}. Nobody was checked in.",
    "wrong_day": "{who} is expected on {days}, not today. Nobody was checked in.",
    "schedule": (
        "This schedule of {who} still holds. Scan the badge to check in. Nobody was checked in."
    ),
    "old_schedule": (
        "This schedule of {who} is out of date. Print the new one. Nobody was checked in."
    ),
    "already_in": "Already checked in at {since}, {desk}: {who}. This scan changed nothing.",
}

FILES: Mapping[str, str] = {
    "missing": "There is no file {file}.",
    "not_a_file": "{file} is no file.",
    "no_permission": "{file} may not be read by this account.",
    "empty": "{file} is empty.",
    "no_rows": "{file} has a header and nobody below it.",
    "too_large": "{file} is larger than {limit} bytes. Export fewer columns, or in parts.",
    "too_many_rows": "{file} has more than {limit} rows. Export it in parts.",
    "too_many_columns": "{file} has more than {limit} columns. Export fewer.",
    "cell_too_long": "Line {line} of {file} has a cell of more than {limit} characters.",
    "unsupported": "{file} is no table. Export it as CSV or XLSX.",
    "binary": "{file} holds bytes that no text has. Export it as CSV or XLSX again.",
    "damaged_text": "{file} is in no encoding that is known here. Save it as UTF-8.",
    "truncated": "{file} ends in the middle of a cell. Export it again.",
    "damaged": "{file} is damaged and can't be opened. Export it again.",
    "encrypted": "{file} is protected by a password. Save it without one.",
    "macros": "{file} holds macros, which are never opened here. Save it as XLSX.",
    "entities": "{file} holds XML that no spreadsheet writes. Export it again.",
    "nested_archive": "{file} holds an archive, which no spreadsheet does. Export it again.",
    "too_many_members": "{file} is no plain workbook: it packs more than {limit} files.",
    "unpacks_too_large": "{file} unpacks to more than {limit} bytes. Export fewer columns.",
    "packed_too_tightly": "{file} unpacks to far more than it should. Export it again.",
    "too_heavy": "{file} takes too much time or memory to read. Save it as CSV.",
}

PROBLEMS: Mapping[str, str] = {
    "damaged_email": "This is no e-mail address. Correct it in the file, or at the desk.",
    "damaged_phone": "The spreadsheet damaged this number. Type it in again.",
    "long_short_name": "A short name has 14 letters at most. Shorten it, or leave it out.",
    "unknown_country": "No country is called this. Write its name in English or its code.",
    "no_organisation": "This tells of an organisation that the row does not name. Name it.",
    "no_sector": "This names no sector. Write it as “Sector: text”, a line for each.",
    "unclear_time": (
        "This is no time that can be understood in one way only. Write it as 2018-10-26 14:00."
    ),
    "unknown_status": "This says nothing of the application. It counts as received.",
    "shared_email": "Somebody else in the file has this e-mail too. Look whether both come.",
    "too_many_cells": "The row has more cells than the header. Look for a stray separator.",
    "no_name": "The row has no name. Add one, then import the file again.",
}

LOGO: Mapping[str, str] = {
    "unreadable": "{file} can't be read. Choose another file.",
    "file_too_large": "{file} is larger than 20 MB. Save the logo smaller.",
    "no_picture": (
        "{file} is no PNG or JPEG, or damaged. Save the logo as a PNG; drawings (SVG, PDF) as well."
    ),
    "too_many_dots": "{file} has more than 25 million dots. Save the logo smaller.",
    "too_few_dots": (
        "{file} has fewer than 100 dots along its longer side: paper would show squares. "
        "Save the logo larger."
    ),
    "too_pale": (
        "Nothing of {file} would be seen on white paper. Choose the logo that is made for a light "
        "ground."
    ),
}

EVENT: Mapping[str, str] = {
    "no_name": "The event needs a name.",
    "no_day": "The event needs at least one day.",
    "timezone": "“{value}” is no time zone. Write it as Europe/Vilnius.",
    "block_text": "“{value}” is no block. Write it as 10:15-12:40, or 2027-03-16/10:15-12:40.",
    "block_order": "The block {value} ends before it starts.",
    "block_day": "The block {value} is on no day of the event.",
    "block_overlap": "Two blocks overlap at {value}.",
    "slot_minutes": "A slot lasts 1 to 480 minutes, not {value}.",
    "gap_minutes": "A changeover lasts 0 to 480 minutes, not {value}.",
    "no_slot": "The block {value} is too short for a slot.",
    "tables": "An event has 0 to 2,000 tables, not {value}.",
    "table_label": "A table needs a label. Table {value} keeps its own.",
    "closure_times": "A closure of {value} ends before it starts. Nothing was closed.",
    "zone_name": "A zone needs a name. {value} keeps its own.",
    "same_zone": "{value} is one zone. Name two to say that they are far from each other.",
}

SCARCE_ROOM = "Only {free:,.0f} MB are free on the disk. Make room before the day begins."

STORAGE: Mapping[str, str] = {
    "NotAnEventFile missing": "There is no event in {file}. Make one with new.",
    "NotAnEventFile exists": "{file} exists already. Choose another name. Nothing was changed.",
    "NotAnEventFile foreign": "{file} is no event of Matchdesk. Nothing was changed.",
    "NotAnEventFile not_local": (
        "{file} is on a network drive, where it can't be kept safe. Copy it to this computer."
    ),
    "UnsafePlace network": (
        "{file} is on a network drive ({by}), where two desks would damage it. Close it on every "
        "desk, copy it to a folder of this computer, and open that copy. Nothing was changed."
    ),
    "UnsafePlace removable": (
        "{file} is on a {by} that somebody may pull out in the middle of a check-in. Copy it to a "
        "folder of this computer, and open that copy. Nothing was changed."
    ),
    "UnsafePlace synchronised": (
        "The folder of {file} is synchronised by {by}, which would damage an event at work. Close "
        "it, copy it to another folder of this computer, and open that copy. Nothing was changed."
    ),
    "NewerEventFile": "A newer version of Matchdesk wrote {file}. Update this desk.",
    "EventFileDamaged": (
        "{file} is damaged: {problems}. Keep it as it is, and work on from the last backup."
    ),
    "DiskNearlyFull": "The disk is nearly full: an event needs {needed_bytes} bytes. Make room.",
    "StorageFailed full": "The disk is full. Nothing of this was saved. Make room, then again.",
    "StorageFailed busy": "Another program holds {file}. Nothing of this was saved. Try again.",
    "StorageFailed read_only": "{file} can't be written by this account. Nothing was saved.",
    "StorageFailed io": "The disk failed with {file}: {detail}. Nothing of this was saved.",
    "other": "{file} can't be used: {detail}. Nothing of this was saved.",
}
