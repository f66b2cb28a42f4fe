"""The markup around a line."""

from __future__ import annotations

from copydesk.line_markup import BlockKind, Hint, LineMarkup, Region
from copydesk.readers.blocks import visible_lines
from copydesk.readers.evidence import with_markup
from copydesk.readers.markup import tokens

SENTENCE = "The ministers of both countries met in Geneva on Friday morning."


def markups(source: str) -> list[LineMarkup | None]:
    return [line.markup for line in with_markup(visible_lines(source, tokens(source)))]


def shares(source: str) -> list[tuple[float, float]]:
    return [(markup.container_share, markup.peer_share) for markup in markups(source) if markup is not None]


def test_a_line_has_the_markup_around_it() -> None:
    assert markups('<article><div class="related"><h3><a>Talks</a> end</h3>') == [
        LineMarkup(
            block=BlockKind.HEADING,
            heading_level=3,
            regions=Region.ARTICLE,
            hints=Hint.RELATED,
            near_hints=Hint.RELATED,
            depth=3,
            link_share=5 / 8,
        )
    ]


def test_paragraphs_share_the_container_and_are_peers() -> None:
    assert shares(f"<div><p>{SENTENCE}<p>{SENTENCE}</div><ul><li>x") == [(1.0, 1.0), (1.0, 1.0), (0.0, 0.0)]


def test_paragraphs_in_boxes_of_their_own_are_still_peers() -> None:
    boxed = f'<div class="box"><p>{SENTENCE}</div>'
    assert shares(boxed + boxed) == [(0.5, 1.0), (0.5, 1.0)]


def test_links_are_no_running_text() -> None:
    assert shares(f"<div><a>{SENTENCE}</a></div><p>{SENTENCE}") == [(0.0, 0.0), (1.0, 1.0)]


def test_a_page_without_lines_has_no_evidence() -> None:
    assert markups("<div></div>") == []
