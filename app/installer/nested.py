"""What packages say is inside them: some bring bills of materials of their own."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.installer.bill import Component, licence_of, purl
from app.licences.packages import files_of


def inside(name: str, ref: str, absent: Collection[str]) -> list[Component]:
    """Give what a package of this environment says it was built from, in order of names.

    Args:
        name: The package.
        absent: Names of what is not aboard, though it may say so.
        ref: Its reference in our bill, under which those of its parts stand.
    """
    found: dict[tuple[str, str], Component] = {}
    for said in _bills(name):
        for each in said.get("components", ()):
            title, version = str(each["name"]), str(each.get("version") or "")
            # Modules of the package itself, and the package as its own part, are no materials.
            ours = str(each.get("purl", "")).startswith(f"pkg:pypi/{name}@")
            if not ours and title not in absent:
                found.setdefault((title, version), _part(each, f"{ref}#{title}@{version}"))
    return [part for _key, part in sorted(found.items())]


def _bills(name: str) -> Iterator[dict[str, Any]]:
    found = distribution(name)
    for path in files_of(found):
        if "/sboms/" in path and path.endswith(".json"):
            place = Path(str(found.locate_file(path)))
            content: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
            yield content


def _part(said: dict[str, Any], ref: str) -> Component:
    part: Component = {"type": "library", "bom-ref": ref, "name": said["name"]}
    part |= {key: said[key] for key in ("version", "purl") if said.get(key)}
    part.setdefault(
        "purl", purl(f"generic/{quote(said['name'], safe='')}", part.get("version", ""))
    )
    licences = [_words(each) for each in said.get("licenses", ())]
    if licences:
        whole = " AND ".join(f"({each})" for each in licences) if licences[1:] else licences[0]
        part["licenses"] = [licence_of(whole)]
    return part


def _words(said: dict[str, Any]) -> str:
    told = said.get("license", {})
    return str(said.get("expression") or told.get("id") or told.get("name"))
