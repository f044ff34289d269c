from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import HOME


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this desk keeps what it remembers beside its events."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME, str(folder))
    return folder
