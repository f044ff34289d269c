"""Places in an order for which a newer list names somebody else, by another ticket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from app.delegates.importing.keys import is_counted
from app.delegates.importing.known import Known, Matched
from app.delegates.registration import Registration
from app.delegates.telling_apart import Alike


def renamed_places(matched: Sequence[Matched], known: Known) -> Iterator[Alike]:
    """Yield who is new in an order with whom the list no longer has there.

    A list that knows tickets alone makes both the ticket and the name new when a place is
    passed on. It says so only if one came and one left, of one product: more could be anybody.
    """
    came: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for each in matched:
        if each.new and _is_known_by_ticket(each.registration):
            came[each.registration.order_code, each.registration.badge_type].append(each.delegate)
    if not came:
        return
    left: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    listed = {each.delegate for each in matched}
    for place, delegate in known.places():
        if place in came and delegate not in listed:
            left[place].append(delegate)
    for place, gone in left.items():
        if len(gone) == len(came[place]) == 1:
            yield Alike(came[place][0], gone[0], "order")


def _is_known_by_ticket(said: Registration) -> bool:
    """Tell whether an order's ticket is all that the source has to name somebody by."""
    if not (said.order_code and said.ticket_secret and said.keys) or is_counted(said.keys[0]):
        return False
    return all(key.endswith(f":{said.ticket_secret}") for key in said.keys)
