"""Refusals: what a desk is told when something can't be done."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class DeskError(Exception):
    """Base of every refusal.

    A subclass is a dataclass (``eq=False``) that carries the facts as typed fields and no
    sentence: ``app`` does not know the desk's language.
    """

    @property
    def code(self) -> str:
        """The refusal's word for programs: the class's name in snake case. Never renamed."""
        return _WORD.sub("_", type(self).__name__).lower()

    def facts(self) -> dict[str, Any]:
        """Give the fields by name, in the order they are declared."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}  # type: ignore[arg-type] # each subclass is one

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts().items())
        return f"{self.code}({facts})"
