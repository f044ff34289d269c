"""What kinds of organisations people come from, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.delegates.registration import Kind

KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CLUSTER: "Cluster organisation",
        Kind.COMPANY: "Company",
        Kind.UNIVERSITY: "University",
        Kind.AUTHORITY: "Public authority",
        Kind.INVESTOR: "Investor",
        Kind.SUPPORT: "Support organisation",
        Kind.OTHER: "Other",
    }
)
