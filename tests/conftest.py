"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from flows.settings import prepare_prefect

if TYPE_CHECKING:
    from collections.abc import Iterator

# The same examples in every run, so that a red test is a matter of the code; to search for new ones:
# pytest tests/property --hypothesis-profile=search
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

SHARED = Path(os.environ.get("COPYDESK_GOLD", Path(__file__).parents[2] / "shared"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the golden rows anew")
    parser.addoption(
        "--raise-floors", action="store_true", help="raise the quality floors to today's figures"
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden rows are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real articles; the test is skipped where they are not."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the seed articles are not in {folder}; set COPYDESK_GOLD to the folder that has seeds/")
    return folder


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server that lasts as long as the tests."""
    prepare_prefect(tmp_path_factory.mktemp("prefect"))
    from flows.server import api_server

    with api_server() as url:
        os.environ["PREFECT_API_URL"] = url
        yield url
        del os.environ["PREFECT_API_URL"]
