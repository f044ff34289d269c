"""Steps of a release: what is missing is said, and sums are right."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.installer.release import SUMS, main, missing, write_sums
from app.version import VERSION


def project(folder: Path, version: str = VERSION, heading: str = "2026-11-30") -> Path:
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(
        f"# Changelog\n\n## [{VERSION}] - {heading}\n\n## [0.0.1] - 2026-01-02\n", encoding="utf-8"
    )
    return folder


def test_a_version_that_is_told_everywhere_lacks_nothing(tmp_path: Path) -> None:
    assert list(missing(project(tmp_path))) == []


def test_two_versions_are_told_apart(tmp_path: Path) -> None:
    (said,) = missing(project(tmp_path, version="9.9.9"))

    assert "9.9.9" in said


@pytest.mark.parametrize("heading", ["unreleased", "30.11.2026"])
def test_a_changelog_without_a_day_is_not_ready(tmp_path: Path, heading: str) -> None:
    (said,) = missing(project(tmp_path, heading=heading))

    assert f"“{heading}”" in said


def test_a_changelog_of_another_version_is_not_ready(tmp_path: Path) -> None:
    (project(tmp_path) / "CHANGELOG.md").write_text("## [0.0.1] - 2026-01-02\n", encoding="utf-8")

    (said,) = missing(tmp_path)

    assert f"does not begin with {VERSION}" in said


def test_sums_are_those_that_other_programs_make(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"one")
    (tmp_path / "b.cdx.json").write_bytes(b"two")
    (tmp_path / "notes.txt").write_bytes(b"no package")

    assert main(["sums", str(tmp_path)]) == 0

    lines = (tmp_path / SUMS).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["a.deb", "b.cdx.json"]
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=tmp_path, check=True)


@pytest.mark.parametrize("folder", ["", "missing"])
def test_where_no_package_is_no_sums_are_written(tmp_path: Path, folder: str) -> None:
    assert main(["sums", str(tmp_path / folder)]) == 1
    assert not (tmp_path / SUMS).exists()


def test_sums_do_not_count_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"one")

    assert write_sums(tmp_path) == write_sums(tmp_path) == tmp_path / SUMS
    assert (tmp_path / SUMS).read_text(encoding="utf-8").count("\n") == 1
