"""What a page says about itself."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from copydesk.readers.blocks import visible_lines
from copydesk.readers.json_ld import article_description
from copydesk.readers.markup import tokens
from copydesk.readers.page_metadata import page_metadata
from copydesk.records import Metadata
from schemas.vocabulary import PublishedFrom

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ministers meet in Geneva",
    "datePublished": "2009-03-06T15:04:00Z",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://harbour.example/geneva"},
}
FULL = Metadata(
    url="https://harbour.example/geneva",
    title="Ministers meet in Geneva",
    byline=("Jane Roe", "John Doe"),
    publisher="Harbour Post",
    published_at=datetime(2009, 3, 6, 15, 4, tzinfo=UTC),
    published_on=date(2009, 3, 6),
    published_from=PublishedFrom.METADATA,
)


def metadata(source: str) -> Metadata:
    markup = list(tokens(source))
    lines = tuple(shown.line for shown in visible_lines(source, markup))
    return page_metadata(source, markup, lines, article_description(source, markup))


def json_ld(parsed: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(parsed)}</script>'


@pytest.mark.parametrize("parsed", [ARTICLE, [{"@type": "WebSite"}, ARTICLE], {"@graph": [7, ARTICLE]}])
def test_json_ld_gives_everything(parsed: object) -> None:
    assert metadata(json_ld(parsed)) == FULL


def test_meta_tags_give_everything() -> None:
    assert (
        metadata(
            '<link rel="canonical" href="https://harbour.example/geneva">'
            '<meta property="og:title" content="Ministers meet in Geneva">'
            '<meta name="author" content="Jane Roe and John Doe">'
            '<meta property="og:site_name" content="Harbour Post">'
            '<meta property="article:published_time" content="2009-03-06T15:04:00Z">'
        )
        == FULL
    )


@pytest.mark.parametrize(
    "code", ["{", "", "[" * 100_000, '{"@type": 7}', '{"@type": "Person", "headline": "x"}', '"NewsArticle"']
)
def test_broken_or_other_json_ld_gives_nothing(code: str) -> None:
    assert metadata(f'<script type="application/ld+json">{code}</script>') == Metadata()


def test_the_next_place_is_asked_where_a_value_is_unusable() -> None:
    source = '<meta name="date" content="06/03/2009"><meta name="pubdate" content="2009-03-06">'
    assert metadata(source).published_on == date(2009, 3, 6)


def test_the_only_heading_of_the_page_counts_more_than_its_tags() -> None:
    source = '<meta property="og:title" content="Geneva talks"><h1>Ministers <i>meet</i> in Geneva</h1>'
    assert metadata(source).title == "Ministers meet in Geneva"


@pytest.mark.parametrize(
    "headings",
    ["<h1>Harbour Post</h1>", "<h1>Ministers meet again</h1><h1>Other news of today</h1>", "<h1>a b c"],
)
def test_a_heading_that_may_be_another_is_not_the_title(headings: str) -> None:
    assert metadata(f'<meta property="og:title" content="Geneva talks">{headings}').title == "Geneva talks"


@pytest.mark.parametrize("suffix", [" - Harbour Post", " | The Harbour Post", " » harbourpost.com"])
def test_the_publisher_is_no_part_of_the_title(suffix: str) -> None:
    tags = f'<meta property="og:title" content="Talks - and after{suffix}">'
    assert (
        metadata(f'{tags}<meta property="og:site_name" content="Harbour Post">').title == "Talks - and after"
    )


def test_a_page_without_tags_says_nothing() -> None:
    assert metadata("<title>Talks</title><p>By Jane Roe, 6 March 2009</p>") == Metadata()


def test_people_marked_in_the_page_are_the_byline_where_no_tag_names_them() -> None:
    assert metadata('<p class="byline">By <b>Jane Roe</b></p>').byline == ("Jane Roe",)


def test_tags_count_more_than_people_marked_in_the_page() -> None:
    source = '<meta name="author" content="Ann Lee"><a rel="author">Jane Roe</a>'
    assert metadata(source).byline == ("Ann Lee",)
