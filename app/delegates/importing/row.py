"""A registration as it is compared with who is known."""

from __future__ import annotations

from dataclasses import dataclass

from app.delegates.importing.keys import keys_of
from app.delegates.registration import Registration
from app.delegates.telling_apart import name_key


@dataclass(frozen=True, slots=True)
class Row:
    """A registration, its name as names are compared, and its source's names for it."""

    said: Registration
    name: str
    own: tuple[str, ...]

    @property
    def email(self) -> str:
        """The e-mail as it is stored."""
        return self.said.email.lower()

    @property
    def of_order(self) -> tuple[str, str]:
        """The order and the name, which mean one person but for companions of one name."""
        return self.said.order_code, self.name


def row_of(registration: Registration) -> Row:
    """Make a registration ready for comparing."""
    return Row(registration, name_key(full_name(registration)), keys_of(registration))


def full_name(registration: Registration) -> str:
    """Give the name as it will stand on the badge."""
    parts = f"{registration.given_name} {registration.family_name}".strip()
    return parts or registration.full_name
