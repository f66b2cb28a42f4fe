"""Authors marked in the page."""

from __future__ import annotations

import pytest

from copydesk.readers.author_elements import marked_authors
from copydesk.readers.markup import tokens


def authors(source: str) -> tuple[str, ...]:
    return marked_authors(source, list(tokens(source)))


@pytest.mark.parametrize(
    "source",
    [
        '<a rel="author" href="/roe">Jane Roe</a>',
        '<div itemprop="author"><span itemprop="name">Jane Roe</span></div>',
        '<p class="byline">By <b>Jane Roe</b></p>',
        '<span class="post-author-name">Posted by Jane Roe</span>',
    ],
)
def test_marked_people_are_authors(source: str) -> None:
    assert authors(f"<p>Talks</p>{source}<p>They met.</p>") == ("Jane Roe",)


def test_all_names_of_a_byline_are_found() -> None:
    assert authors('<p class="byline">By Jane Roe, John Doe and Ann de Lee') == (
        "Jane Roe", "John Doe", "Ann de Lee",
    )  # fmt: skip


def test_the_first_byline_counts() -> None:
    assert authors('<p class="byline">Jane Roe</p><p class="byline">John Doe</p>') == ("Jane Roe",)


@pytest.mark.parametrize(
    "source",
    [
        '<p class="byline">Staff Writer</p>',
        '<a rel="author">admin</a>',
        '<p class="byline">About The Author</p>',
        '<div class="author">Jane Roe writes about the sea and has won prizes for it.</div>',
        '<div class="author-archive-list">Jane Roe</div>',
        "<p>Jane Roe</p>",
        '<p class="byline">News Desk</p>',
        '<a rel="author">',
    ],
)
def test_others_are_no_authors(source: str) -> None:
    assert authors(source) == ()
