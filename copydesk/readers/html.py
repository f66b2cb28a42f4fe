"""Web pages: one article each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.decode import decode, repair
from copydesk.cleaning.segment import split_lines
from copydesk.errors import UnusableRecord
from copydesk.readers.blocks import visible_lines
from copydesk.readers.evidence import with_markup
from copydesk.readers.json_ld import article_description
from copydesk.readers.markup import tokens
from copydesk.readers.page_metadata import page_metadata
from copydesk.readers.proposal import with_proposals
from copydesk.readers.reader import Reader, refuse_blank, refuse_unless_readable, split_whole
from copydesk.records import RawRecord
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from copydesk.records import Provenance

# Browsers, too, look for the declaration at the beginning only.
_DECLARATION_BYTES = 4096
_DECLARED_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_PAGE_START = re.compile(
    r"""
    \s*
    (?:<\?xml[^>]*>\s*)?
    (?><!--.*?-->\s*)*+     # atomic: comments must not be tried in every combination
    <(?:!doctype\s+html|html)\b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_page(text: str) -> bool:
    """Whether a text begins as a web page does.

    >>> is_page("<!DOCTYPE html><title>Talks"), is_page("<b>Talks</b> end in Geneva")
    (True, False)
    """
    return _PAGE_START.match(text) is not None


def read(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read a web page: its source as the record's text, what it shows as lines."""
    refuse_unless_readable(raw)
    return page_record(repair(decode(raw, declared=_declared_charset(raw))), provenance)


def read_verbatim(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read the source of a page as if it were a clean text, unchanged to the character."""
    refuse_unless_readable(raw)
    text = decode(raw, declared=_declared_charset(raw))
    refuse_blank(text)
    return RawRecord(provenance, text, split_lines(text))


def page_record(source: str, provenance: Provenance) -> RawRecord:
    """The record of a decoded page; raises UnusableRecord where it shows nothing."""
    refuse_blank(source)
    markup = list(tokens(source))
    lines = with_markup(visible_lines(source, markup))
    if not lines:
        detail = (
            f"the page of {len(source)} characters shows no text; expected an article (do scripts load it?)"
        )
        raise UnusableRecord(Stage.READ, RejectReason.NO_TEXT, detail)
    described = article_description(source, markup)
    proposed = with_proposals(source, lines, article_body=described.get("articleBody"))
    return RawRecord(provenance, source, proposed, page_metadata(source, markup, lines, described))


def _declared_charset(raw: bytes) -> str | None:
    match = _DECLARED_CHARSET.search(raw, 0, _DECLARATION_BYTES)
    return match[1].decode("ascii") if match else None


READER = Reader(MediaType.HTML, split_whole, read, read_verbatim)
