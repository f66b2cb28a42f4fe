"""The article that a page describes in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

from copydesk.readers.markup import TokenKind, attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.readers.markup import Token

# No page describes as many things; what is nested deeper than this describes something else.
MAX_ITEMS = 2000
# Keys under which an article stands within the description of the page.
_LEADS_TO_ARTICLE = ("@graph", "mainEntity", "mainEntityOfPage")


def article_description(source: str, tokens: Iterable[Token]) -> dict[str, object]:
    """What the page's JSON-LD says of the first article in it; empty if it has none.

    Keys that only later descriptions of an article have are taken from these.
    """
    found: dict[str, object] = {}
    for code in _scripts(source, tokens):
        for item in _items(_parsed(code)):
            if _is_article(item.get("@type")):
                found = {**item, **found}
    return found


def _scripts(source: str, tokens: Iterable[Token]) -> Iterator[str]:
    is_json = False
    for token in tokens:
        if token.name != "script":
            continue
        if token.kind is TokenKind.HIDDEN and is_json:
            yield source[token.start : token.end]
        is_json = (
            token.kind is TokenKind.OPEN
            and attributes(source, token).get("type", "").lower() == "application/ld+json"
        )


def _parsed(code: str) -> object:
    try:
        return json.loads(code.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _items(parsed: object) -> Iterator[dict[str, object]]:
    """The objects of JSON-LD: alone, in a list, in a `@graph`, or as what a page is about."""
    waiting = deque([parsed])
    for _ in range(MAX_ITEMS):
        if not waiting:
            return
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in _LEADS_TO_ARTICLE if key in item)


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in kinds)
