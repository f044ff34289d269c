"""What packages say is inside them: some bring bills of materials of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.installer.bill import Component, licence_of, purl
from app.licences.parts import known_parts


def inside(name: str, ref: str) -> list[Component]:
    """Give what a package of this environment says it was built from, in order of names.

    Args:
        name: The package.
        ref: Its reference in our bill, under which those of its parts stand.
    """
    found: dict[tuple[str, str], Component] = {}
    carrier = known_parts().carriers.get(name)
    absent = carrier.absent if carrier else ()
    for said in _bills(name):
        for each in said.get("components", ()):
            title, version = str(each["name"]), str(each.get("version") or "")
            # Modules of the package itself, and the package as its own part, are no materials.
            ours = str(each.get("purl", "")).startswith(f"pkg:pypi/{name}@")
            if not ours and title not in absent:
                found.setdefault((title, version), _part(each, f"{ref}#{title}@{version}"))
    return [part for _key, part in sorted(found.items())]


def _bills(name: str) -> Iterator[dict[str, Any]]:
    for file in distribution(name).files or ():
        if "sboms" in file.parts and file.suffix == ".json":
            content: dict[str, Any] = json.loads(
                Path(str(file.locate())).read_text(encoding="utf-8")
            )
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
