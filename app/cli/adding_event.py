"""The arguments of the commands on the event and on its file."""

from __future__ import annotations

from uuid import UUID

from app.cli import commands_event
from app.cli.adding import AllCommands, day


def add_event(commands: AllCommands) -> None:
    """Add the commands on the event and on its file."""
    new = commands.add("new", commands_event.new)
    new.add_argument("--name", required=True)
    new.add_argument("--timezone", required=True, help="such as Europe/Vilnius")
    new.add_argument("--day", required=True, action="append", type=day, help="2027-03-16; repeat")
    new.add_argument("--block", action="append", default=[], help="[DAY/]HH:MM-HH:MM; repeat")
    new.add_argument("--slot", type=int, default=20, help="minutes of a meeting")
    new.add_argument("--gap", type=int, default=5, help="minutes between two")
    new.add_argument("--tables", type=int, default=0)
    new.add_argument("--venue", default="")
    new.add_argument("--city", default="")
    history = commands.add("history", commands_event.show_history)
    history.add_argument("--delegate", help="only what concerns this delegate")
    history.add_argument("--last", type=int, default=50)
    commands.add("verify", commands_event.check)
    undo = commands.add("undo", commands_event.take_last_back)
    undo.add_argument("--deed", type=UUID, help="take back this deed or batch instead of the last")
    commands.add("redo", commands_event.do_again)
    backup = commands.add("backup", commands_event.copy)
    backup.add_argument("file", help="where the copy shall stand")
