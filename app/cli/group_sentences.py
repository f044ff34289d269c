"""One sentence for each refusal of what was asked of organisations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.counted import many
from app.delegates.describing import AllSaid, UnknownCountry
from app.delegates.organisations import (
    MembershipStands,
    SameOrganisation,
    ShortNameTooLong,
    UnknownOrganisation,
)
from app.delegates.roles import NoSuchRole, RoleStands
from app.errors import DeskError
from app.partners.finding import NoSuchPartner


def _no_partner(refusal: NoSuchPartner) -> str:
    whose = refusal.delegate.name
    if not refusal.most:
        return (
            f"Nobody fits {whose} yet. Write down what they seek and offer (edit). Nothing was "
            "noted."
        )
    return (
        f"{whose} has {many(refusal.most, 'likely partner', 'likely partners')}, and none at place "
        f"{refusal.number}. Look at them first (partners). Nothing was noted."
    )


GROUP_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    AllSaid: lambda e: f"{e.organisation}: the entry says this already. Nothing was changed.",
    NoSuchRole: lambda e: (
        f"They do not stand for “{e.organisation}” besides their own. Nothing was changed."
    ),
    NoSuchPartner: _no_partner,
    RoleStands: lambda e: f"They stand for “{e.organisation}” already. Nothing was changed.",
    UnknownCountry: lambda e: (
        f"“{e.country}” is no country we know. Write it in English, or as two letters. "
        "Nothing was changed."
    ),
    MembershipStands: lambda e: (
        f"{e.organisation} and {e.network}: this stands already. Nothing was changed."
    ),
    SameOrganisation: lambda e: f"{e.organisation} is one organisation already.",
    ShortNameTooLong: lambda e: (
        f"“{e.short_name}” is too long for a short name. Find one of {e.most} letters at most."
    ),
    UnknownOrganisation: lambda e: (
        f"No organisation is spelt “{e.organisation}” here. Look it up (organisations)."
    ),
}
