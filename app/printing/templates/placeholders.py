"""Texts of a template: fixed words with placeholders, ``"Guest of {delegation}"``.

A placeholder is one of a list and is replaced by what it stands for. Nothing is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

FIELDS = (
    "event",
    "place_and_days",
    "given_name",
    "family_name",
    "organisation",
    "country",
    "delegation",
    "badge_type",
    "badge_number",
)
"""What a placeholder may name."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# What joins two fields says nothing beside one that is blank.
_JOINING = " ,;:·–—-/|"


def named(text: str) -> tuple[str, ...]:
    """Give the fields that a text names, known or not, in their order."""
    return tuple(_PLACEHOLDER.findall(text))


def fixed(text: str) -> str:
    """Give what a text says beside its placeholders."""
    return _PLACEHOLDER.sub("", text)


def strange(text: str) -> Iterator[str]:
    """Give what looks like a placeholder and is none."""
    for name in named(text):
        if name not in FIELDS:
            yield f"{{{name}}}"
    yield from re.findall(r"[{}]", fixed(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in the places of a text. Where all of them are blank, it says nothing."""
    said = [values[name] for name in named(text)]
    if said and not any(said):
        return ""
    whole = _PLACEHOLDER.sub(lambda place: values[place[1]], text)
    return whole.strip() if all(said) else whole.strip(_JOINING)
