"""Runs of the real flow in temporary folders, with one Prefect server for all of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from flows.publication import RunSummary
from flows.settings import Settings
from tests.flow.articles import BRUSSELS, MOSCOW

if TYPE_CHECKING:
    from pathlib import Path

Publish = Callable[..., RunSummary]


def _run(folder: Path, **settings: object) -> RunSummary:
    from flows.publish import publish_dataset

    values = {"raw": folder / "raw", "out": folder / "out", "workers": 2, **settings}
    return publish_dataset(Settings.model_validate(values))


@pytest.fixture
def publish(server_url: str, tmp_path: Path) -> Publish:
    """Run the flow over `tmp_path/raw` into `tmp_path/out`; keyword arguments are settings."""

    def run(**settings: object) -> RunSummary:
        return _run(tmp_path, **settings)

    return run


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty raw folder."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def _two_published(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text(MOSCOW)
    (folder / "raw" / "b.txt").write_text(BRUSSELS)
    _run(folder)
    return folder


@pytest.fixture
def published_raw(_two_published: Path, tmp_path: Path) -> Path:
    """A raw folder with a.txt and b.txt, whose articles are published in `tmp_path/out`."""
    shutil.copytree(_two_published, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "raw"
