"""One form for headers, which people spell in many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.delegates.folding import fold

_CAMEL: Final = re.compile(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])")
# Teilnehmer*in, Teilnehmer/innen, inscrit·e·s, participant(e)s: forms for every gender.
_GENDERS: Final = re.compile(
    r"(?<=\w)(?:[*:_/·•’](?:innen|in)\b|[·•](?:es|e|s)\b|\((?:innen|in|es|e|s|n|r)\))",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"\be (?=mail|post)")


def fold_header(header: str) -> str:
    """Give a header's words in small plain letters, one space between, one form for all genders.

    >>> fold_header("Name Teilnehmer*in"), fold_header("companyName"), fold_header("Correo-E")
    ('name teilnehmer', 'company name', 'correo e')
    """
    return _MAIL.sub("e", fold(_CAMEL.sub(" ", _GENDERS.sub("", header))))


def labels(headers: Sequence[str]) -> tuple[str, ...]:
    """Name each column once: a header's second column is ``Company.1``, its third ``Company.2``."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for header in headers:
        count = seen.get(header, 0)
        seen[header] = count + 1
        names.append(f"{header}.{count}" if count and header else header)
    return tuple(names)
