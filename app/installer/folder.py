"""The one folder that holds the installed program, made by PyInstaller."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from app.installer.marks import ABOARD, BILL, LICENCES, MADE, PROJECT

_SPEC: Final = PROJECT / "build_installer.spec"
_ELF: Final = b"\x7fELF"
_STRICT: Final = {"PYINSTALLER_STRICT_BUNDLE_CODESIGN_ERROR": "1"}
"""An application that could not be signed starts on no Mac, and so is none."""


class BuildFailed(Exception):
    """A tool of others failed; the text is the end of what it said."""


def make_folder(out: Path) -> Path:
    """Make the program's folder anew below another one, and give it.

    Raises:
        BuildFailed: PyInstaller could not.
    """
    work = out / "work"
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(out), "--workpath", str(work), str(_SPEC)),
    )
    shutil.rmtree(work)
    folder = out / "matchdesk"
    # Where whoever opens the folder sees them. Inside, the program reads them for Help.
    for name in (LICENCES, BILL):
        if os.name == "posix":
            (folder / name).symlink_to(Path("_internal", ABOARD, name))
        else:
            shutil.copy(MADE / name, folder / name)
    if platform.system() == "Linux" and shutil.which("strip"):
        _strip(folder)
    return folder


def made_folder(out: Path) -> Path:
    """Give the program's folder that an earlier build made below another one.

    Raises:
        BuildFailed: There is none.
    """
    folder = out / "matchdesk"
    if not (folder / LICENCES).exists():
        message = f"{folder} is no program that was built. Build it first: desk.py build"
        raise BuildFailed(message)
    return folder


def size(folder: Path) -> int:
    """Give the bytes of all files below a folder; what is a link counts nothing."""
    return sum(each.lstat().st_size for each in folder.rglob("*") if each.is_file())


def run(*command: str, cwd: Path | None = None) -> None:
    """Run a tool to its end.

    Raises:
        BuildFailed: It ended otherwise than well.
    """
    done = subprocess.run(  # noqa: S603 - tools of the build, named in this package
        command,
        cwd=cwd or PROJECT,
        env={**os.environ, **_STRICT},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr)[-4_000:]
        message = f"{command[0]} ended with {done.returncode}.\n{said}"
        raise BuildFailed(message)


def _strip(folder: Path) -> None:
    """Take off what only debuggers read, but where the loader could not read the rest any more."""
    for file in (folder / "_internal").rglob("*"):
        if file.is_symlink() or not file.is_file() or not _is_library(file):
            continue
        whole = file.with_name(f"{file.name}.whole")
        shutil.copy2(file, whole)
        if _ends_well("strip", "--strip-unneeded", str(file)) and _ends_well("ldd", str(file)):
            whole.unlink()
        else:
            whole.replace(file)


def _is_library(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(_ELF)) == _ELF


def _ends_well(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
