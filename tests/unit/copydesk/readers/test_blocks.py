"""The visible lines of a page, with the place of every character."""

from __future__ import annotations

import pytest

from copydesk.readers.blocks import visible_lines
from copydesk.readers.markup import tokens
from copydesk.records import RawLine
from copydesk.spans import Span


def lines(source: str) -> tuple[RawLine, ...]:
    return tuple(shown.line for shown in visible_lines(source, tokens(source)))


def texts(source: str) -> list[str]:
    return [line.text for line in lines(source)]


def test_a_line_without_markup_is_its_slice() -> None:
    assert lines("<p> Talks resume </p>") == (RawLine(Span(4, 16), "Talks resume"),)


def test_markup_within_a_line_is_skipped_by_the_offsets() -> None:
    assert lines("<p>a<b>b</b>c") == (RawLine(Span(3, 13), "abc", (3, 7, 12)),)


def test_white_space_is_collapsed_to_its_first_character() -> None:
    assert lines("<p>a \n <i> b") == (RawLine(Span(3, 12), "a b", (3, 4, 11)),)


def test_a_character_reference_stands_where_it_begins_and_the_span_holds_all_of_it() -> None:
    assert lines("<p>&ldquo;a&rdquo;</p>") == (RawLine(Span(3, 18), "“a”", (3, 10, 11)),)


def test_a_reference_without_semicolon_leaves_the_rest_in_place() -> None:
    assert lines("<p>&copy2009") == (RawLine(Span(3, 12), "©2009", (3, 8, 9, 10, 11)),)


def test_an_ampersand_of_its_own_is_text() -> None:
    assert texts("<p>AT&T & Co &unknown;") == ["AT&T & Co &unknown;"]


def test_a_no_break_space_is_white_space() -> None:
    assert texts("<p>&nbsp;a&nbsp;&nbsp;b&nbspc&nbsp;</p><p>&nbsp;</p>") == ["a b c"]


def test_a_reference_to_nothing_shows_nothing() -> None:
    assert lines("<p>&#1;</p>") == ()


@pytest.mark.parametrize("between", ["<br>", "</p><p>", "</li><li>", "<td>", "<hr/>"])
def test_blocks_and_breaks_end_a_line(between: str) -> None:
    assert texts(f"<div>one{between}two</div>") == ["one", "two"]


@pytest.mark.parametrize("between", ["<b>", "</a><a-b>", "<wbr>", "<!-- c -->", "<my-tag>"])
def test_inline_elements_end_no_line(between: str) -> None:
    assert texts(f"<div>one{between}two</div>") == ["onetwo"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p {}</style>",
        "<noscript>y</noscript>",
        "<template><p>z</template>",
        "<svg><title>icon</title></svg>",
        '<img alt="a picture">',
        "<meta name=description content=d>",
    ],
)
def test_what_is_not_shown_is_no_line(hidden: str) -> None:
    assert texts(f"<head><title>T</title>{hidden}</head><body>{hidden}<p>a</p>") == ["T", "a"]


def test_line_breaks_count_in_preformatted_text_only() -> None:
    assert texts("<p>a\nb</p><pre>c\nd</pre><p>e\nf</p>") == ["a b", "c", "d", "e f"]


def test_deep_nesting_is_no_problem() -> None:
    assert texts("<div>" * 50_000 + "a") == ["a"]


@pytest.mark.parametrize(
    "hiding",
    ['style="color: red; display: none"', "hidden", 'style="visibility:hidden"', "style='display:none'"],
)
def test_text_that_the_page_hides_is_no_line(hiding: str) -> None:
    assert texts(f"<p>a<div {hiding}>b<p>c</div><p>d") == ["a", "d"]


@pytest.mark.parametrize(
    "telling",
    ['class="hidden"', 'data-x="is hidden now"', 'hidden="until-found"', 'style="display:block"'],
)
def test_text_that_only_seems_hidden_is_a_line(telling: str) -> None:
    assert texts(f"<p>a<div {telling}>b</div>") == ["a", "b"]


def test_links_side_by_side_are_set_apart() -> None:
    source = '<p><a href="x">World</a><a href="y">Sport</a>'
    assert texts(source) == ["World Sport"]
    assert lines(source)[0].offsets[5] == source.index('<a href="y"')


def test_a_link_beside_a_word_is_not_set_apart() -> None:
    assert texts("<p>pre<a>fix</a>es") == ["prefixes"]


def test_shares_count_characters() -> None:
    (shown,) = visible_lines(source := "<p>abc<a>d<b>ef</b></a>gh", tokens(source))
    assert (shown.link_share, shown.emphasis_share, shown.element.name) == (3 / 8, 2 / 8, "p")
