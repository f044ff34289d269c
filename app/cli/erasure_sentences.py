"""One sentence for each refusal of closing a day and of erasing people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.delegates.person import WasErased
from app.errors import DeskError

ERASURE_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    WasErased: lambda r: (
        f"{r.badge_number} was erased: nothing is known of them any more. Register anew who comes "
        "again."
    ),
}
