"""What an installed program is started with to be a helper of itself, as its first word."""

from __future__ import annotations

from typing import Final

WORK_ASIDE: Final = "--work-aside"
"""Long work on an event: ``app.aside.main``."""

READ_WORKBOOK: Final = "--read-workbook"
"""A workbook that may be dangerous: ``app.delegates.reading.child.main``."""
