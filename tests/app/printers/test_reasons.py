from __future__ import annotations

import pytest

from app.printers.port import Trouble
from app.printers.reasons import troubles_of


@pytest.mark.parametrize(
    ("reasons", "troubles"),
    [
        (["none"], ()),
        (["media-empty-error"], (Trouble.PAPER_OUT,)),
        (["media-empty"], (Trouble.PAPER_OUT,)),
        (["paused", "media-needed-error"], (Trouble.PAPER_OUT, Trouble.PAUSED)),
        (["media-low-warning", "toner-low-report", "connecting-to-device"], ()),
        (["offline-report"], (Trouble.OFFLINE,)),
        (["com.example-ribbon-torn-error"], (Trouble.OTHER,)),
        (["com.example-asleep-report", "com.example-warm-warning"], ()),
        (["cover-open-error", "media-jam-error"], (Trouble.JAM, Trouble.COVER_OPEN)),
        (["cups-missing-filter-warning"], (Trouble.DRIVER_MISSING,)),
    ],
)
def test_reasons_amount_to_troubles_the_most_pressing_first(
    reasons: list[str], troubles: tuple[Trouble, ...]
) -> None:
    assert troubles_of(reasons) == troubles
