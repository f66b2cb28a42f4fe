"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("COPYDESK_GOLD", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real articles; the test is skipped where they are not."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the seed articles are not in {folder}; set COPYDESK_GOLD to the folder that has seeds/")
    return folder
