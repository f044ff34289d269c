"""All commands, in the order in which they are listed. A new one has its line here."""

from __future__ import annotations

from collections.abc import Callable

from app.cli.adding import AllCommands
from app.cli.adding_office import add_demo, add_event, add_office
from app.cli.adding_people import add_desk, add_roster
from app.cli.commands_applications import add_applications
from app.cli.commands_changes import add_changes
from app.cli.commands_closing import add_closing
from app.cli.commands_doors import add_doors
from app.cli.commands_erasure import add_erasure
from app.cli.commands_export import add_export
from app.cli.commands_floor import add_floor
from app.cli.commands_groups import add_groups
from app.cli.commands_icebreaking import add_icebreaking
from app.cli.commands_letters import add_letters
from app.cli.commands_licences import add_licences
from app.cli.commands_meetings import add_meetings
from app.cli.commands_moves import add_moves
from app.cli.commands_outcomes import add_outcomes
from app.cli.commands_partners import add_partners
from app.cli.commands_places import add_places
from app.cli.commands_plan import add_plan
from app.cli.commands_printers import add_printers
from app.cli.commands_printing import USUAL_STOCKS
from app.cli.commands_programme import add_programme
from app.cli.commands_rehearsal import add_rehearsal
from app.cli.commands_report import add_report
from app.cli.commands_rules import add_rules
from app.cli.commands_setup import add_setup
from app.cli.commands_speeches import add_speeches
from app.cli.commands_stocks import add_stocks
from app.cli.commands_telling import add_telling
from app.cli.commands_templates import add_templates
from app.cli.commands_upcoming import add_upcoming
from app.cli.commands_visits import add_visits

ADDERS: tuple[Callable[[AllCommands], None], ...] = (
    add_event,
    add_setup,
    add_places,
    add_plan,
    add_office,
    add_desk,
    add_roster,
    add_groups,
    add_partners,
    add_applications,
    add_letters,
    add_meetings,
    add_upcoming,
    add_rules,
    add_floor,
    add_outcomes,
    add_erasure,
    add_closing,
    add_export,
    add_report,
    add_moves,
    add_changes,
    add_telling,
    add_stocks,
    add_templates,
    add_rehearsal,
    add_icebreaking,
    add_programme,
    add_doors,
    add_visits,
    add_speeches,
    lambda commands: add_printers(commands, USUAL_STOCKS),
    add_licences,
    add_demo,
)
