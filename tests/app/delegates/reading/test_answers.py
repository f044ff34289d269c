"""Other systems' words for a status and a kind are understood."""

from __future__ import annotations

import pytest

from app.delegates.reading.answers import is_no, is_yes, kind_of, status_of
from app.delegates.registration import Kind, Status

STATUSES = {
    Status.ACCEPTED: "paid|Bezahlt|payé|Yes|complete|Completed|confirmed|Attending|ACQUIRED"
    "|CHECKED_IN|TO_CHECK_IN|Ja|oui|x|1|TRUE|pagado|pagato|angenommen|ACTIVE",
    Status.RECEIVED: "pending|ausstehend|unpaid|No|PENDING|AWAITING_PAYMENT|en attente|TO_BE_PAID"
    "|in attesa|pendiente|FALSE|0",
    Status.WITHDRAWN: "cancelled|Canceled|storniert|refunded|expired|withdrawn|annulé|CANCELLED"
    "|Not Attending|abgelaufen|cancelado|annullato",
    Status.WAITING: "waiting list|Warteliste|waitlisted|liste d'attente|lista de espera|WAITING",
    Status.DECLINED: "declined|rejected|abgelehnt|refusé|rechazado|rifiutato",
}


@pytest.mark.parametrize(
    ("word", "status"),
    [(word, status) for status, words in STATUSES.items() for word in words.split("|")],
)
def test_a_word_for_a_status_is_understood(word: str, status: Status) -> None:
    assert status_of(word) is status


def test_no_word_means_two_statuses() -> None:
    assert status_of("perhaps, if the boss agrees") is None


KINDS = (
    ("Cluster organisation", Kind.CLUSTER),
    ("Company", Kind.COMPANY),
    ("SME", Kind.COMPANY),
    ("Public authority", Kind.AUTHORITY),
    ("Region", Kind.AUTHORITY),
    ("University / research", Kind.UNIVERSITY),
    ("Public university", Kind.UNIVERSITY),
    ("Bank", Kind.INVESTOR),
    ("Business angel", Kind.INVESTOR),
    ("Business support organisation", Kind.SUPPORT),
    ("Chamber of commerce", Kind.SUPPORT),
    ("Regional development agency", Kind.SUPPORT),
    ("Unternehmen", Kind.COMPANY),
    ("Hochschule", Kind.UNIVERSITY),
    ("Behörde", Kind.AUTHORITY),
    ("Sonstige", Kind.OTHER),
    ("General admission", None),
    ("", None),
)


@pytest.mark.parametrize(("product", "kind"), KINDS)
def test_a_product_tells_the_kind_of_organisation(product: str, kind: Kind | None) -> None:
    assert kind_of(product) is kind


def test_yes_and_no_are_plain_words_only() -> None:
    assert is_yes("✓")
    assert is_no("Nein")
    assert not is_yes("yes, but only on Tuesday")
    assert not is_no("")
