"""How pages of upright A4 are laid out alike, in millimetres."""

from __future__ import annotations

from app.printing.layout import Style, Tone
from app.printing.stock import Size

PAGE = Size(210, 297)
LEFT, RIGHT = 20.0, 193.0
"""Text stands between these; room to punch holes is at the left."""

LABEL = Style((3.3,), tone=Tone.FAINT)
"""What stands above columns and at the foot."""
