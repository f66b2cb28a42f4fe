"""The codebook's page says what the codebook says."""

from __future__ import annotations

from pathlib import Path

from schemas.codebook import TYPE_CODES
from schemas.codebook_page import codebook
from schemas.dictionary import CODEBOOK

ROOT = Path(__file__).parents[2]


def test_the_codebook_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / CODEBOOK).read_text("utf-8") == codebook()


def test_the_codebook_page_has_a_section_for_every_type() -> None:
    titles = [line.removeprefix("## ") for line in codebook().splitlines() if line.startswith("## ")]
    assert titles == ["Overview", *TYPE_CODES]
