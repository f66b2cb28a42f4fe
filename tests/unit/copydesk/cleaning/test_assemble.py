"""Text and segments put together from parts."""

from __future__ import annotations

from copydesk.cleaning.assemble import Part, assemble, plain_characters
from copydesk.cleaning.blocks import Block
from copydesk.cleaning.verdict import body, junk
from copydesk.records import Provenance, RawLine, RawRecord, Segment
from copydesk.spans import Span
from schemas.vocabulary import JunkFamily, MediaType, SegmentLabel

PROVENANCE = Provenance("d", "a.html", 0, "s", MediaType.HTML)


def test_plain_characters_keeps_the_length_and_soft_hyphens() -> None:
    assert plain_characters("a\u200b\x00b\u3000co\xadop\tx") == "a  b co\xadop x"


def test_markup_between_lines_becomes_junk() -> None:
    source = "<p>Yes.</p><hr>"
    line = RawLine(Span(3, 7), "Yes.", offsets=(3, 4, 5, 6))
    part = Part(Block((line,), "Yes.", follows_blank=True), Span(0, 4), body("prose", 0.9))
    markup = (SegmentLabel.JUNK, JunkFamily.MARKUP, "markup", 1.0)
    assert assemble(RawRecord(PROVENANCE, source, (line,)), [part]).segments == (
        Segment(Span(0, 3), "<p>", *markup),
        Segment(Span(3, 7), "Yes.", SegmentLabel.BODY, None, "prose", 0.9, Span(0, 4)),
        Segment(Span(7, 15), "</p><hr>", *markup),
    )


def test_wrapped_lines_are_segments_of_one_paragraph() -> None:
    text = "He\nleft."
    lines = (RawLine(Span(0, 2), "He"), RawLine(Span(3, 8), "left."))
    part = Part(Block(lines, "He left.", follows_blank=True), Span(0, 8), body("prose", 0.9))
    assembly = assemble(RawRecord(PROVENANCE, text, lines), [part])
    assert (assembly.text, assembly.paragraphs, [segment.text_span for segment in assembly.segments]) == (
        "He left.",
        (Span(0, 8),),
        [Span(0, 2), Span(3, 8)],
    )


def test_junk_takes_no_room_in_the_text() -> None:
    lines = (RawLine(Span(0, 4), "Home"), RawLine(Span(5, 8), "Go."))
    parts = [
        Part(
            Block(lines[:1], "Home", follows_blank=True),
            Span(0, 4),
            junk(JunkFamily.NAVIGATION, "menu_words", 1.0),
        ),
        Part(Block(lines[1:], "Go.", follows_blank=False), Span(0, 3), body("prose", 0.9)),
    ]
    assembly = assemble(RawRecord(PROVENANCE, "Home\nGo.", lines), parts)
    assert (assembly.text, assembly.paragraphs) == ("Go.", (Span(0, 3),))


def test_no_printable_character_is_replaced() -> None:
    """Lines that are printable are taken for plain without a look at their characters."""
    printable = "".join(character for character in map(chr, range(0x110000)) if character.isprintable())
    assert plain_characters(printable + "\x00") == printable + " "
