"""Which part of society an office or a noun phrase stands for."""

from __future__ import annotations

import re
from functools import cache

from copydesk.lexicons import lexicon
from schemas.vocabulary import Sector


def sector_of(words: str) -> Sector | None:
    """The sector that an office or a noun phrase stands for, None where no word tells.

    >>> sector_of("Deputy Prime Minister"), sector_of("rebel troops"), sector_of("sister")
    (<Sector.GOV: 'GOV'>, <Sector.REB: 'REB'>, None)
    """
    lowered = words.lower()
    for sector, pattern in _patterns():
        if pattern.search(lowered):
            return sector
    return None


@cache
def _patterns() -> tuple[tuple[Sector, re.Pattern[str]], ...]:
    return tuple(
        (
            Sector(sector),
            re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in entry['words'])})s?(?!\w)"),
        )
        for sector, entry in lexicon("sectors").items()
    )
