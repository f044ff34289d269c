"""What the search above the table looks in: names, or what people seek and offer."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from ui.common.buttons import Choice
from ui.common.look import Look

NAMES, PROFILES = "names", "profiles"
NOBODY = UUID(int=0)
"""Stands for whom a search found that found nobody."""
HINTS = {
    NAMES: "Search by name, organisation, e-mail or number",
    PROFILES: "Seeks or offers: words such as membrane testing",
}


class SearchIn(Choice):
    """Chooses between names and profiles."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.addItem("Names", NAMES)
        self.addItem("Seeks or offers", PROFILES)
        self.setAccessibleName("Search in")
        self.setFixedWidth(184)
        self.currentIndexChanged.connect(lambda _at: self.changed.emit())

    @property
    def profiles(self) -> bool:
        """Tell whether profiles are searched."""
        return str(self.currentData()) == PROFILES

    @property
    def hint(self) -> str:
        """What may be typed."""
        return HINTS[str(self.currentData())]

    def choose(self, where: str) -> None:
        """Search there from now on."""
        self.setCurrentIndex(self.findData(where))
