"""The names of news outlets and agencies, from the word lists that have them."""

from __future__ import annotations

from functools import cache

from copydesk.lexicons import lexicon


@cache
def outlet_names() -> frozenset[str]:
    """Every way in which a known outlet or agency is written in running text.

    >>> "Thomson Reuters" in outlet_names(), "Metro" in outlet_names()
    (True, False)
    """
    aliases = frozenset(
        alias
        for file in ("agencies", "publishers")
        for entry in lexicon(file).values()
        for alias in entry.get("aliases", ())
    )
    return aliases | frozenset(lexicon("news_outlets")["names"]["names"])
