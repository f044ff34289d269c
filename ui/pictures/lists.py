"""Lists of people, as an office gets them: one with mistakes in it, and a long one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from app.delegates.person import Person

_HEADERS = ("Vorname", "Nachname", "Organisation", "Land", "E-Mail", "Typ", "Spalte 9")
_COUNTRIES = {
    "LT": "Litauen",
    "DK": "Dänemark",
    "FI": "Finnland",
    "EE": "Estland",
    "FR": "Frankreich",
    "GR": "Griechenland",
    "SE": "Schweden",
    "LV": "Lettland",
    "ES": "Spanien",
    "PT": "Portugal",
    "CZ": "Tschechien",
    "PL": "Polen",
    "DE": "Deutschland",
    "IT": "Italien",
    "NO": "Norwegen",
    "IS": "Island",
}
_FAMILIES = ("Rasmane", "Lindqvarn", "Holmsund", "Vaitkune", "Torvaldi", "Kuusiniemi", "Ostrowicz")
_GIVEN = ("Elza", "Nils", "Agnė", "Timo")
_MOST_KNOWN = 183
_MANY = 4_000


def write_march_list(file: Path, known: Iterable[Person]) -> Path:
    """Write who registered until 15 March: most are known, some are new, some rows are wrong."""
    rows = [_row_of(each) for each in list(known)[:_MOST_KNOWN]]
    new = [
        (given, family, f"{family} Werke", "Dänemark", f"{given}.{family}@example.org".lower())
        for family, given in product(_FAMILIES, _GIVEN)
    ]
    rows += [(*each, "Firma", "x" if at % 2 else "") for at, each in enumerate(new)]
    rows.sort(key=lambda row: (row[4][::-1], row[0]))
    for at in (5, 68, 101):
        rows[at] = (*rows[at][:3], "Tschech. Rep.", *rows[at][4:])
    mail = rows[6][4]
    rows[6] = (*rows[6][:4], mail.replace("@", "(at)"), *rows[6][5:])
    rows[10] = ("", "", *rows[10][2:])
    # Reading spreadsheets and writing them is slow to import.
    from xlsxwriter import Workbook  # noqa: PLC0415

    with Workbook(str(file)) as book:
        sheet = book.add_worksheet("Teilnehmer")
        for at, row in enumerate((_HEADERS, *rows)):
            sheet.write_row(at, 0, row)
    return file


def write_long_list(file: Path) -> Path:
    """Write a list that takes a while to import."""
    lines = ["First name,Last name,Organisation,E-mail"]
    for at in range(_MANY):
        given, family = _GIVEN[at % len(_GIVEN)], _FAMILIES[at % len(_FAMILIES)]
        lines.append(f"{given},{family} {at},{family} Works {at % 90},{family}{at}@example.org")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _row_of(person: Person) -> Sequence[str]:
    kind = "Cluster" if "luster" in person.organisation else "Firma"
    return (
        person.given_name,
        person.family_name,
        person.organisation,
        _COUNTRIES.get(person.country, person.country),
        person.email,
        kind,
        "x" if len(person.family_name) % 2 else "",
    )
