"""Refusals: what a desk is told when something can't be done."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, ClassVar

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class DeskError(Exception):
    """Base of every refusal.

    A subclass is a dataclass (``eq=False``) that carries the facts as typed fields and no
    sentence: ``app`` does not know the desk's language. Its ``code`` is the class's name in
    snake case unless it says otherwise; codes are never renamed, other programs read them.
    """

    code: ClassVar[str] = "refused"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "code" not in cls.__dict__:
            cls.code = _WORD.sub("_", cls.__name__).lower()

    def facts(self) -> dict[str, Any]:
        """Give the fields by name, in the order they are declared."""
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts().items())
        return f"{self.code}({facts})"
