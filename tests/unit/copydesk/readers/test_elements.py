"""Which elements are open at a place."""

from __future__ import annotations

import pytest

from copydesk.line_markup import BlockKind, Hint, Region
from copydesk.readers.elements import MAX_DEPTH, Element, OpenElements
from copydesk.readers.markup import tokens


def innermost(source: str) -> Element:
    opened = OpenElements(source)
    for token in tokens(source):
        opened.follow(token)
    return opened.innermost


def path(source: str) -> str:
    names: list[str] = []
    element: Element | None = innermost(source)
    while element is not None and element.parent is not None:
        names.insert(0, element.name)
        element = element.parent
    return " ".join(names)


@pytest.mark.parametrize(
    ("source", "open_names"),
    [
        ("<div><p>a<p>b", "div p"),
        ("<div><p>a<div>b", "div div"),
        ("<ul><li>a<li>b", "ul li"),
        ("<ul><li>a<ul><li>b</ul>c", "ul li"),
        ("<table><tr><td>a<td>b<tr><td>c", "table tr td"),
        ("<div><img><br><input>a", "div"),
        ("<div><p><b>a</div>b", ""),
        ("<div>a</p>b", "div"),
        ("<div><table><tr><td>a</div>b", "div table tr td"),
        ("<p><a>a<a>b", "p a"),
        ("<b><div>a</b>b", "b div"),
        ("<p>a<span>b</span>c", "p"),
    ],
)
def test_missing_and_misplaced_tags_are_taken_as_browsers_do(source: str, open_names: str) -> None:
    assert path(source) == open_names


def test_elements_hand_on_what_they_are_and_are_named() -> None:
    element = innermost('<main class="story-body"><aside id="related"><ul><li><a><b>x')
    around = element.surroundings
    assert Region(around.regions) == Region.MAIN | Region.ASIDE | Region.LIST
    assert Hint(around.hints) == Hint.BODY | Hint.RELATED
    assert (around.in_link, around.in_emphasis, around.is_hidden) == (True, True, False)
    assert element.block.kind is BlockKind.LIST_ITEM


def test_names_of_the_whole_page_hint_at_nothing() -> None:
    assert innermost('<body class="comments sidebar"><p>').surroundings.hints == 0


def test_near_hints_forget_what_is_far_around() -> None:
    assert innermost('<div class="comments"><div><div><p>').near_hints == 0


def test_nesting_has_an_end() -> None:
    assert innermost("<div>" * 100_000).depth == MAX_DEPTH
