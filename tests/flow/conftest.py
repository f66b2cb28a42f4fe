"""Runs of the real flow in temporary folders, with one Prefect server for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from flows.publication import RunSummary
from flows.settings import Settings, prepare_prefect

if TYPE_CHECKING:
    from pathlib import Path

Publish = Callable[..., RunSummary]


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server that lasts as long as the tests."""
    prepare_prefect(tmp_path_factory.mktemp("prefect"))
    from flows.server import api_server

    with api_server() as url:
        os.environ["PREFECT_API_URL"] = url
        yield url
        del os.environ["PREFECT_API_URL"]


@pytest.fixture
def publish(server_url: str, tmp_path: Path) -> Publish:
    """Run the flow over `tmp_path/raw` into `tmp_path/out`; keyword arguments are settings."""
    from flows.publish import publish_dataset

    def run(**settings: object) -> RunSummary:
        values = {"raw": tmp_path / "raw", "out": tmp_path / "out", "workers": 2, **settings}
        return publish_dataset(Settings.model_validate(values))

    return run


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty raw folder."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder
