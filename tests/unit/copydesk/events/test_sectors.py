"""Parts of society."""

from __future__ import annotations

import pytest

from copydesk.events.sectors import sector_of
from schemas.vocabulary import Sector


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("Deputy Prime Minister", Sector.GOV),
        ("Opposition Leader", Sector.OPP),
        ("rebel army", Sector.REB),
        ("Supreme Court", Sector.JUD),
        ("police", Sector.COP),
        ("students", Sector.EDU),
        ("armyworm", None),
        ("", None),
    ],
)
def test_sector_is_told_by_whole_words(words: str, sector: Sector | None) -> None:
    assert sector_of(words) is sector
