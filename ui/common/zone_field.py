"""A field for a time zone: it offers those that fit, and takes the only one that does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from ui.common.completing import MOST, Completing


def offer_zones(field: QLineEdit, zones: Sequence[str]) -> None:
    """Let a city or a part of it be enough, in any letters."""

    def complete() -> None:
        typed = field.text()
        fitting = zones_with(typed, zones)
        if typed not in zones and len(fitting) == 1:
            field.setText(fitting[0])

    offers = Completing(field)
    offers.suggest_by(lambda typed: zones_with(typed, zones)[:MOST])
    field.editingFinished.connect(complete)


def zones_with(typed: str, zones: Sequence[str]) -> list[str]:
    """Give the zones with a text in their names, those whose city begins with it first."""
    sought = _plain(typed)
    if not sought:
        return []
    whole = [zone for zone in zones if _plain(zone) == sought]
    fitting = whole or [zone for zone in zones if sought in _plain(zone)]
    return sorted(fitting, key=lambda zone: not _city(zone).startswith(sought))


def _city(zone: str) -> str:
    return _plain(zone.rpartition("/")[2])


def _plain(text: str) -> str:
    return text.strip().replace("_", " ").casefold()
