"""The article in JSON-LD."""

from __future__ import annotations

import json

import pytest

from copydesk.readers.json_ld import article_description
from copydesk.readers.markup import tokens

ARTICLE = {"@type": "NewsArticle", "headline": "Talks end"}


def described(*parsed: object) -> dict[str, object]:
    source = "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in parsed)
    return article_description(source, tokens(source))


@pytest.mark.parametrize(
    "parsed",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "Person"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
    ],
)
def test_the_article_is_found_wherever_it_stands(parsed: object) -> None:
    assert described(parsed) == ARTICLE


def test_the_first_article_counts_and_later_ones_complete_it() -> None:
    later = {"@type": "Article", "headline": "Other", "author": "Jane Roe"}
    assert described(ARTICLE, later) == {**ARTICLE, "author": "Jane Roe"}


@pytest.mark.parametrize("parsed", [{"@type": "Person"}, 7, None, [], {"@graph": 7}])
def test_other_things_are_no_article(parsed: object) -> None:
    assert described(parsed) == {}


def test_other_scripts_are_not_read() -> None:
    source = f"<script>{json.dumps(ARTICLE)}</script>"
    assert article_description(source, tokens(source)) == {}
