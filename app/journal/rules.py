"""Rules of an event: one row that is the same on every desk, each rule changed by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.base import Merged

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class RuleRow(Generic[R]):
    """Where rules stand.

    ``rules`` is a dataclass with a default for each, ``model`` has columns of the same names, and
    ``changed`` makes the deed from the row's id, new values and those before.
    """

    id: UUID
    model: type[Merged]
    rules: type[R]
    changed: Callable[[UUID, dict[str, Any], dict[str, Any]], Deed]

    def read(self, session: Session) -> R:
        """Give the rules; as they are set up, until somebody changes them."""
        row = session.get(self.model, self.id)
        if row is None:
            return self.rules()
        # Nobody adds this row as a whole, so what nobody changed has its default in it too.
        return self.rules(**{each.name: getattr(row, each.name) for each in fields(self.rules)})

    def change(self, journal: Journal, wanted: Mapping[str, Any]) -> R:
        """Change some by their names; what is so already is passed over."""
        with journal.writing(Unit(uuid4())) as pen:
            now = self.read(pen.session)
            new = {name: value for name, value in wanted.items() if value != getattr(now, name)}
            if new:
                before = {name: getattr(now, name) for name in new}
                pen.write(self.changed(self.id, new, before))
                pen.session.expire_all()
            return self.read(pen.session)
