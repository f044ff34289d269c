"""The sentences of every part of the desk that has its own, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.application_sentences import APPLICATION_SENTENCES
from app.cli.floor_sentences import FLOOR_SENTENCES
from app.cli.group_sentences import GROUP_SENTENCES
from app.cli.icebreaking_sentences import ICEBREAKING_SENTENCES
from app.cli.meeting_sentences import MEETING_SENTENCES
from app.cli.outcome_sentences import OUTCOME_SENTENCES
from app.cli.printer_sentences import PRINTER_SENTENCES
from app.cli.sheet_sentences import SHEET_SENTENCES
from app.cli.speech_sentences import SPEECH_SENTENCES
from app.cli.stock_sentences import STOCK_SENTENCES
from app.cli.template_sentences import TEMPLATE_SENTENCES
from app.cli.visit_sentences import VISIT_SENTENCES
from app.errors import DeskError
from app.licences import NoSuchPart

SENTENCES_OF_PARTS: Mapping[type[DeskError], Callable[[Any], str]] = {
    **APPLICATION_SENTENCES,
    **FLOOR_SENTENCES,
    **GROUP_SENTENCES,
    **ICEBREAKING_SENTENCES,
    **MEETING_SENTENCES,
    **OUTCOME_SENTENCES,
    **PRINTER_SENTENCES,
    **SHEET_SENTENCES,
    **SPEECH_SENTENCES,
    **STOCK_SENTENCES,
    **TEMPLATE_SENTENCES,
    **VISIT_SENTENCES,
    NoSuchPart: lambda e: (
        f"Nothing that comes with the program is called “{e.name}”. "
        "The command licences without a name lists it all."
    ),
}
