"""Plain text files: one article each."""

from __future__ import annotations

from dataclasses import replace

from copydesk.cleaning.decode import decode, repair
from copydesk.cleaning.markdown import without_markup
from copydesk.cleaning.segment import split_lines
from copydesk.readers import html
from copydesk.readers.reader import Reader, refuse_blank, refuse_unless_readable, split_whole
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType


def read(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read a plain text; a web page saved under a text file's name is read as the page it is."""
    refuse_unless_readable(raw)
    text = repair(decode(raw))
    if html.is_page(text):
        return html.page_record(text, replace(provenance, media_type=MediaType.HTML))
    return text_record(text, provenance)


def read_verbatim(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read a text that is already clean, unchanged to the character."""
    refuse_unless_readable(raw)
    return verbatim_record(decode(raw), provenance)


def text_record(text: str, provenance: Provenance) -> RawRecord:
    """The record of a decoded plain text, or of a page in Markdown.

    Raises:
        UnusableRecord: Nothing can be seen in it.
    """
    return without_markup(verbatim_record(text, provenance))


def verbatim_record(text: str, provenance: Provenance) -> RawRecord:
    """The record of a decoded text of which every sign counts; it raises what `text_record` does."""
    refuse_blank(text)
    return RawRecord(provenance, text, split_lines(text))


READER = Reader(MediaType.TEXT, split_whole, read, read_verbatim)
