"""Lists of requests, as an office gets them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.delegates.person import Person

_HEADERS = ("Requester no.", "Requester name", "Requestee", "Prio", "Fixed slot", "Spalte 9")
_WANTED_BY_ALL = 20
_CROWDED = "2027-03-16 13:40"


def write_requests(file: Path, known: Iterable[Person]) -> Path:
    """Write who asks whom: some ask back, some name nobody we know, and some contradict."""
    people = [each for each in known if each.status == "accepted"]
    count = len(people)
    pairs = dict.fromkeys(
        (at, (at + step * step + 3) % count) for step in range(1, 5) for at in range(count)
    )
    # Many want to meet one of them, who has not so many slots.
    pairs |= dict.fromkeys((at, _WANTED_BY_ALL) for at in range(0, count, 4))
    rows = [
        (
            people[guest].badge_number,
            people[guest].name,
            people[host].email or people[host].badge_number,
            str(1 + (guest + host) % 3),
            _CROWDED if at in {7, 9} else "",
            "x" if guest * host % 5 == 0 else "",
        )
        for at, (guest, host) in enumerate(pairs)
        if guest != host
    ]
    rows[4] = (*rows[4][:2], "zdenka@nowhere.example", *rows[4][3:])
    rows[9] = (*rows[7][:2], *rows[9][2:])
    rows[12] = ("", "Jan Novák", *rows[12][2:])
    # Writing spreadsheets is slow to import.
    from xlsxwriter import Workbook  # noqa: PLC0415

    with Workbook(str(file)) as book:
        sheet = book.add_worksheet("Wünsche")
        for at, row in enumerate((_HEADERS, *rows)):
            sheet.write_row(at, 0, row)
    return file


def write_late_requests(file: Path, known: Iterable[Person]) -> Path:
    """Write what some ask for when all is planned already."""
    people = [each for each in known if each.status == "accepted"]
    lines = ["Guest,Host,Priority"]
    for at in range(24):
        guest, host = people[at * 3], people[at * 5 + 31]
        lines.append(f"{guest.badge_number},{host.badge_number},1")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file
