"""HTML source is cut into tags and text, however broken it is."""

from __future__ import annotations

import pytest

from copydesk.readers.markup import TokenKind, attributes, tokens, unescaped


def cut(source: str) -> list[tuple[str, str]]:
    return [(token.kind.name.lower(), source[token.start : token.end]) for token in tokens(source)]


def test_tags_and_text_alternate() -> None:
    assert cut("<P class=x>Hi<br/>") == [("open", "<P class=x>"), ("text", "Hi"), ("open", "<br/>")]


def test_names_are_in_lower_case() -> None:
    assert [(token.kind, token.name) for token in tokens("<H1></H1>")] == [
        (TokenKind.OPEN, "h1"),
        (TokenKind.CLOSE, "h1"),
    ]


@pytest.mark.parametrize("hidden", ["<!-- <p>no</p> -->", "<!DOCTYPE html>", "<?xml version='1'?>", "<!-->"])
def test_comments_and_declarations_are_left_out(hidden: str) -> None:
    assert cut(f"a{hidden}b") == [("text", "a"), ("text", "b")]


def test_the_content_of_a_script_is_hidden_whatever_it_looks_like() -> None:
    assert cut("<script>if (a<b) '<p>'</script>x") == [
        ("open", "<script>"),
        ("hidden", "if (a<b) '<p>'"),
        ("close", "</script>"),
        ("text", "x"),
    ]


def test_an_open_script_hides_the_rest() -> None:
    assert cut("<script>a<p>b") == [("open", "<script>"), ("hidden", "a<p>b")]


def test_an_open_drawing_hides_nothing() -> None:
    assert cut("<svg><p>b") == [("open", "<svg>"), ("open", "<p>"), ("text", "b")]


def test_a_greater_than_sign_in_a_quoted_value_ends_no_tag() -> None:
    assert cut('<a title="a > b">c') == [("open", '<a title="a > b">'), ("text", "c")]


def test_a_quotation_mark_outside_a_value_opens_nothing() -> None:
    assert cut('<a b="x"">y</a>') == [("open", '<a b="x"">'), ("text", "y"), ("close", "</a>")]


def test_a_lone_less_than_sign_is_text() -> None:
    assert cut("1 < 2") == [("text", "1 < 2")]


def test_an_unclosed_quotation_mark_does_not_swallow_the_page() -> None:
    assert cut('<a b="x>y') == [("open", '<a b="x>'), ("text", "y")]


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<svg>", '<a b="', "</", "<!-- -->", "<a b=c>"])
def test_broken_markup_takes_linear_time(piece: str) -> None:
    # In quadratic time this would take hours.
    assert all(token.start < token.end for token in tokens(piece * 200_000))


def test_the_first_of_two_attributes_counts() -> None:
    source = "<meta NAME='a' name=b content=\"x &gt; y\" async>"
    assert attributes(source, next(tokens(source))) == {"name": "a", "content": "x > y", "async": ""}


def test_a_reference_to_an_endless_number_is_dropped() -> None:
    assert unescaped("a&#" + "9" * 5000 + ";&amp;") == "a;&"
