"""Commands that move meetings on the running day, and arrange or cancel them."""

from __future__ import annotations

import argparse

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.floor_answers import floor_of, instant_of, meeting_of, shown, today
from app.cli.station import station
from app.floor.moving import Pairing


def add_moves(commands: AllCommands) -> None:
    """Add the commands of this module."""
    for name, run in (
        ("lock", lock),
        ("unlock", unlock),
        ("cancel", cancel),
        ("restore", restore),
    ):
        commands.add(name, run).add_argument("meeting", help="number or id")
    moved = commands.add("move", move)
    moved.add_argument("meeting", help="number or id")
    _add_place(moved)
    moved.add_argument("--anyway", action="store_true", help="also what starts very soon")
    met = commands.add("meet", meet)
    met.add_argument("guest", help="badge number, e-mail or id; several are parted by commas")
    met.add_argument("host", help="the other side")
    _add_place(met)
    swapped = commands.add("swap", swap)
    swapped.add_argument("meeting", help="number or id")
    swapped.add_argument("other", help="the meeting it changes places with")
    swapped.add_argument("--anyway", action="store_true", help="also what starts very soon")


def _add_place(command: argparse.ArgumentParser) -> None:
    command.add_argument("--slot", required=True, help="when it starts: 11:05")
    command.add_argument("--table", required=True, help="the label of the table")


def lock(args: argparse.Namespace) -> Answer:
    """Let a meeting stay where it is, whatever is planned anew."""
    return _locked(args, locked=True)


def unlock(args: argparse.Namespace) -> Answer:
    """Let a meeting be moved by plans and proposals again."""
    return _locked(args, locked=False)


def _locked(args: argparse.Namespace, *, locked: bool) -> Answer:
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        floor.acts.lock(meeting.id, locked=locked)
        return shown(here, floor, meeting.id)


def cancel(args: argparse.Namespace) -> Answer:
    """Let a meeting not take place."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        floor.acts.cancel(meeting.id)
        return shown(here, floor, meeting.id)


def restore(args: argparse.Namespace) -> Answer:
    """Let a meeting that was cancelled take place after all."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        told = floor.moving.restore(today(here), meeting.id)
        return shown(here, floor, meeting.id, told=told.people)


def move(args: argparse.Namespace) -> Answer:
    """Move a meeting to another slot or table of the day."""
    with station(args) as here:
        floor, meeting = meeting_of(here, args.meeting)
        day = today(here)
        spot = floor.spot(day, instant_of(here, args.slot), args.table)
        told = floor.moving.move(day, meeting.id, spot, anyway=args.anyway)
        return shown(here, floor, meeting.id, told=told.people)


def meet(args: argparse.Namespace) -> Answer:
    """Arrange a meeting for today."""
    with station(args) as here:
        floor, day = floor_of(here), today(here)
        guests, hosts = (
            tuple(here.delegate(each) for each in side.split(",") if each.strip())
            for side in (args.guest, args.host)
        )
        spot = floor.spot(day, instant_of(here, args.slot), args.table)
        before = floor.reader.read(day).meeting.keys()
        told = floor.moving.meet(day, Pairing(hosts, guests), spot)
        new = floor.reader.read(day).meeting.keys() - before
        return shown(here, floor, *new, told=told.people)


def swap(args: argparse.Namespace) -> Answer:
    """Let two meetings change places."""
    with station(args) as here:
        floor, one = meeting_of(here, args.meeting)
        other = floor.meeting(today(here), args.other)
        told = floor.moving.swap(today(here), one.id, other.id, anyway=args.anyway)
        return shown(here, floor, one.id, other.id, told=told.people)
