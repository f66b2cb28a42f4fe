"""The documentation says what the code does."""

from __future__ import annotations

from pathlib import Path

import flows.__main__
from schemas.dictionary import DATA_DICTIONARY, data_dictionary

ROOT = Path(__file__).parents[2]


def test_the_data_dictionary_is_up_to_date() -> None:
    assert (ROOT / "docs" / DATA_DICTIONARY).read_text("utf-8") == data_dictionary()


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in flows.__main__.cli.commands if f"copydesk {name}" not in readme] == []
