"""What a desk decides when a file says other things of a delegate than it does itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.delegates.deeds import DoubtSettled, StatusSet
from app.delegates.doubts import UnknownDoubt
from app.delegates.groups import Groups
from app.delegates.orders import as_json, change
from app.delegates.person import Person, person
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.models import Doubt


@dataclass(frozen=True, slots=True)
class Decisions:
    """Carries decisions on doubts out, each as one thing to take back."""

    journal: Journal

    def take_value(self, doubt: UUID) -> Person:
        """Let the delegate's entry say what the file says, and note that this is decided.

        Raises:
            UnknownDoubt: It was settled before, or is of another kind.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            row = pen.session.get(Doubt, doubt)
            if row is None or row.settled or row.kind != "desk_value" or row.subject_id is None:
                raise UnknownDoubt(str(doubt))
            deeds = _taken_over(pen.session, row.subject_id, row.facts)
            pen.write_all([*deeds, DoubtSettled(doubt)])
            return person(pen.session, row.subject_id)


def _taken_over(session: Session, delegate: UUID, facts: dict[str, Any]) -> list[Deed]:
    field, value = str(facts["field"]), facts["value"]
    if field == "status":
        found = person(session, delegate)
        return [StatusSet(delegate, value, "", found.status, found.status_reason)]
    groups = Groups(session)
    if field == "organisation_id":
        value = as_json(groups.organisation(value))
    elif field == "delegation_id":
        value = as_json(groups.delegation(value))
    deed = change(session, delegate, {field: value})
    return [*groups.take_new(), *([deed] if deed else [])]
