"""The bill of materials: what is in the program, for programs that look for known weaknesses.

CycloneDX 1.6 as JSON. The same program gives the same bill, so it says no time of its making.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from app.licences.book import Chapter
from app.version import VERSION

_PINNED: Final = re.compile(r"^([\w.-]+)==([^\s;]+)")
_HOSTED: Final = re.compile(r"https://github\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)/?$")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Component = dict[str, Any]


def bill(components: Sequence[Component], needs: Mapping[str, Sequence[str]]) -> str:
    """Give the bill as JSON.

    Args:
        components: From ``component``, each with a reference of its own.
        needs: By reference, the references of what it cannot be without.
    """
    ours: Component = {
        "type": "application",
        "bom-ref": f"matchdesk@{VERSION}",
        "name": "matchdesk",
        "version": VERSION,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    direct = {ours["bom-ref"]: [each["bom-ref"] for each in components]}
    known = set(direct[ours["bom-ref"]])
    content = {
        "metadata": {"component": ours},
        "components": list(components),
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(known & set(on))}
            for ref, on in {**direct, **needs}.items()
            if ref in {*known, *direct}
        ],
    }
    number = uuid5(NAMESPACE_URL, json.dumps(content, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    return json.dumps(
        {**head, "serialNumber": f"urn:uuid:{number}", **content}, indent=2, ensure_ascii=False
    )


def purl_of(chapter: Chapter) -> str:
    """Give what other programs may know a thing by that comes with no package."""
    hosted = _HOSTED.match(chapter.source)
    if hosted:
        place = f"github/{hosted['owner']}/{hosted['name']}".lower()
        return purl(place, chapter.version)
    return purl(f"generic/{quote(chapter.name, safe=':')}", chapter.version)


def purl(place: str, version: str) -> str:
    """Give the address of a package, whose version may have any letters."""
    return f"pkg:{place}@{quote(version, safe=':')}" if version else f"pkg:{place}"


def component(chapter: Chapter, ref: str, purl: str, hashes: Iterable[str] = ()) -> Component:
    """Give what a bill says of one thing.

    Args:
        chapter: What its licence is, and where it comes from.
        ref: Its own name in the bill.
        purl: What other programs know it by.
        hashes: SHA-256 of the files it may have been installed from.
    """
    made: Component = {"type": "library", "bom-ref": ref, "name": chapter.name}
    if chapter.version:
        made["version"] = chapter.version
    made["licenses"] = [licence_of(chapter.licence)]
    made["purl"] = purl
    links: list[Component] = [
        {"type": "website", "url": link}
        for link in chapter.source.split(", ")
        if link.startswith("https://")
    ]
    listed = [{"alg": "SHA-256", "content": each} for each in hashes]
    if listed:
        url = f"https://pypi.org/project/{chapter.name}/{chapter.version}/"
        links.append({"type": "distribution", "url": url, "hashes": listed})
    if links:
        made["externalReferences"] = links
    return made


def locked_hashes(lock: Path) -> Mapping[tuple[str, str], Sequence[str]]:
    """Give the hashes of a lock file by name and version of the package."""
    hashes: dict[tuple[str, str], list[str]] = {}
    current: list[str] = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        pinned = _PINNED.match(line)
        if pinned:
            current = hashes.setdefault((pinned[1], pinned[2]), [])
        current += _HASH.findall(line)
    return hashes


def licence_of(said: str) -> Component:
    """Give how a bill says a licence: as programs know it, or else the words as they are."""
    try:
        known = canonicalize_license_expression(said)
    except InvalidLicenseExpression:
        return {"license": {"name": said}}
    plain = " " not in known and not known.startswith("LicenseRef-")
    return {"license": {"id": known}} if plain else {"expression": known}
