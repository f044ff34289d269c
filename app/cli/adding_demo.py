"""The arguments of the command that plays a day."""

from __future__ import annotations

from pathlib import Path

from app.cli.adding import AllCommands
from app.cli.demo import demo
from app.event.sample import SAMPLE, sample_names


def add_demo(commands: AllCommands) -> None:
    """Add the command that plays a day."""
    play = commands.add("demo", demo, event=False)
    play.add_argument("--out", type=Path, help="a folder for the event and its papers")
    play.add_argument(
        "--sample", choices=sample_names(), default=SAMPLE, help="the event that is played"
    )
    play.add_argument("--list", action="store_true", help="say what there is to play")
