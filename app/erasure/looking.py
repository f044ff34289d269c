"""Looks through all that is stored for words that should be nowhere any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import String, Text, cast, func, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.types import JSON

from app.delegates.folding import fold
from db.base import Base
from db.search import indexed


def places_with(session: Session, texts: Sequence[str]) -> Mapping[str, int]:
    """Count the values that hold one of these texts, by table and column."""
    if not texts:
        return {}
    found: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, String | Text | JSON):
                said = cast(column, String)
                holds = or_(*(said.contains(text, autoescape=True) for text in texts))
                number = session.scalar(select(func.count()).select_from(table).where(holds))
                if number:
                    found[f"{table.name}.{column.name}"] = number
    folded = [fold(text) for text in texts if fold(text)]
    lines = [" ".join(words.split()) for words in indexed(session).values()]
    number = sum(any(text in line for text in folded) for line in lines)
    return found | ({"search": number} if number else {})
