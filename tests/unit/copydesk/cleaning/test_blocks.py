"""Lines joined to paragraphs where the page was hard-wrapped."""

from __future__ import annotations

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.segment import split_lines
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType

WRAPPED = (
    "The ministers met in Geneva on Monday to talk about\n"
    "the future of the treaty, which ends in the spring\n"
    "of next year. Nothing was signed.\n"
    "{gap}They will meet again in June, a spokesman said, to\n"
    "talk about the details that were left open after the\n"
    "first round of the talks."
)
PARAGRAPHS = [
    "The ministers met in Geneva on Monday to talk about the future of the treaty, which ends in the spring "
    "of next year. Nothing was signed.",
    "They will meet again in June, a spokesman said, to talk about the details that were left open after the "
    "first round of the talks.",
]


def _texts(text: str) -> list[str]:
    provenance = Provenance("d", "a.txt", 0, "s", MediaType.TEXT)
    return [block.text for block in find_blocks(RawRecord(provenance, text, split_lines(text)))]


def test_hard_wrapped_paragraphs_between_blank_lines_are_joined() -> None:
    assert _texts(WRAPPED.format(gap="\n")) == PARAGRAPHS


def test_hard_wrapped_paragraphs_that_are_indented_are_joined() -> None:
    assert _texts(WRAPPED.format(gap="   ")) == PARAGRAPHS


def test_windows_line_ends_are_one_break_each() -> None:
    assert _texts(WRAPPED.format(gap="\n").replace("\n", "\r\n")) == PARAGRAPHS


def test_one_line_a_paragraph_is_not_joined() -> None:
    lines = ["Moscow replied on Monday.", "Nobody was surprised.", "The talks go on.", "They end in June."]
    assert _texts("\n".join(lines)) == lines


def test_menu_of_short_lines_is_not_joined() -> None:
    lines = ["Home", "News", "Sport", "Weather", "About us"]
    assert _texts("\n".join(lines)) == lines


def test_menus_and_long_addresses_do_not_hide_that_paragraphs_are_wrapped() -> None:
    address = f"https://example.org/{'a' * 70}"
    menu = [f"Section {no}" for no in range(20)]
    page = "\n".join((address, "", *menu, WRAPPED.format(gap="\n")))
    assert _texts(page) == [address, *menu, *PARAGRAPHS]
