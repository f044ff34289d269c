"""What a command answers: one JSON object for programs, lines for people."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any
from uuid import UUID

from app.delegates.person import Person
from app.errors import DeskError


@dataclass(frozen=True, slots=True)
class Answer:
    """``facts`` become the JSON object, ``lines`` the readable text.

    ``is_half_done``: what was asked is done, but a printer failed what was to follow by itself.
    """

    facts: Mapping[str, Any]
    lines: tuple[str, ...]
    is_half_done: bool = False


def as_json(facts: Mapping[str, Any], zone: tzinfo) -> str:
    """Write facts as one JSON object. Instants are shown in ``zone``."""

    def plain(value: Any) -> Any:
        match value:
            case datetime():
                return value.astimezone(zone).isoformat(timespec="seconds")
            case date():
                return value.isoformat()
            case Person():
                return person_facts(value)
            case UUID() | Path():
                return str(value)
            case _:
                names = [field.name for field in dataclasses.fields(value)]
                return {name: getattr(value, name) for name in names}

    return json.dumps(facts, default=plain, ensure_ascii=False)


def refusal_facts(refusal: DeskError) -> dict[str, Any]:
    """Give a refusal: its code, then what it knows. What it does not know is left out."""
    facts = {name: value for name, value in refusal.facts().items() if value not in (None, (), "")}
    if facts.get("reason") == refusal.code:
        del facts["reason"]
    return {"refused": refusal.code, **facts}


def person_facts(person: Person) -> dict[str, Any]:
    """Give what other programs are told of a delegate."""
    return {
        "id": person.id,
        "badge_number": person.badge_number,
        "name": person.name,
        "organisation": person.organisation,
        "country": person.country,
    }


def described(person: Person) -> str:
    """Name a delegate so that no two are mistaken: with number, organisation and country."""
    details = ", ".join(filter(None, (person.organisation, person.country)))
    return f"{person.badge_number}  {person.name}" + (f" ({details})" if details else "")
